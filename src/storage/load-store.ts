import { createLazyModule } from '../internal/lazy-module.js';
import type { StorageOptions } from './types.js';
import { unavailableProblem } from './unavailable-problem.js';

/** Most pages store nothing, and load none of this. */
export const storageModule = createLazyModule(() => import('./storage.lazy.js'));

export type StorageModule = Awaited<ReturnType<typeof storageModule.load>>;

/** Calls a store; returns `undefined` if its code cannot be loaded. */
export type AskStore<Store> = <Result>(
  ask: (store: Store) => Promise<Result>,
) => Promise<Result | undefined>;

/** Returns a store whose code loads on first use, since most pages store nothing. */
export function createAskStore<Store>(
  { onProblem }: StorageOptions,
  openStore: (loaded: StorageModule) => Store,
): AskStore<Store> {
  let opening: Promise<Store | undefined> | undefined;

  async function open(): Promise<Store | undefined> {
    try {
      return openStore(await storageModule.load());
    } catch {
      onProblem?.(unavailableProblem);
      return undefined;
    }
  }

  return async (ask) => {
    const store = await (opening ??= open());
    return store && ask(store);
  };
}

/** Watches a store once its code has loaded. Returns a cleanup function. */
export function watchLater<Store>(
  ask: AskStore<Store>,
  watch: (store: Store) => (() => void) | undefined,
): () => void {
  let isWatching = true;
  let stop: (() => void) | undefined;
  void ask(async (store) => {
    if (isWatching) stop = watch(store);
  });
  return () => {
    isWatching = false;
    stop?.();
  };
}
