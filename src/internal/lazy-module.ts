import { KitError } from '../errors.js';

/** Code that is loaded on first use. */
export interface LazyModule<Module> {
  /** Returns `undefined` until it has loaded. */
  current: () => Module | undefined;
  /** Returns why the last attempt to load it failed, if it did. */
  failure: () => KitError | undefined;
  /** @throws KitError `unreachable`; the next call tries again */
  load: () => Promise<Module>;
  /** Loads it ahead of its first use. A failure is reported by that use, which retries. */
  preload: () => void;
  /** Calls the listener when it has loaded, and each time loading fails. Returns a cleanup function. */
  subscribe: (listener: () => void) => () => void;
}

export function createLazyModule<Module>(importModule: () => Promise<Module>): LazyModule<Module> {
  let module: Module | undefined;
  let failure: KitError | undefined;
  let loading: Promise<Module> | undefined;
  const listeners = new Set<() => void>();

  async function loadOnce(): Promise<Module> {
    try {
      module = await loadModule(importModule);
      failure = undefined;
      return module;
    } catch (error) {
      failure = error as KitError;
      throw error;
    } finally {
      loading = undefined;
      for (const listener of listeners) listener();
    }
  }

  const load = (): Promise<Module> => (module ? Promise.resolve(module) : (loading ??= loadOnce()));

  return {
    current: () => module,
    failure: () => failure,
    load,
    preload: () => void load().catch(() => {}),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Loads code for one use. After a failure, the next call requests it again.
 *
 * @throws KitError `unreachable`
 */
export async function loadModule<Module>(importModule: () => Promise<Module>): Promise<Module> {
  try {
    return await importModule();
  } catch (cause) {
    throw new KitError('unreachable', {
      message:
        'A part of this page could not be loaded. Check the connection and try again; if that does not help, reload the page.',
      facts: { retryable: true },
      cause,
    });
  }
}
