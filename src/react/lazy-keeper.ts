import { type StorageModule, storageModule } from '../storage/load-store.js';
import { unavailableProblem } from '../storage/unavailable-problem.js';
import type { Keeper } from '../storage/keeper.js';
import type { StorageProblem } from '../storage/types.js';

/** Creates a keeper whose code loads with the first connection. What happens until then is not lost. */
export function createLazyKeeper<Value>(
  create: (loaded: StorageModule) => Keeper<Value>,
  onProblem: (problem: StorageProblem) => void,
): Pick<Keeper<Value>, 'update' | 'flush' | 'connect' | 'whenLoaded'> {
  let keeper: Keeper<Value> | undefined;
  let latest: { value: Value } | undefined;
  let loading: Promise<void> | undefined;
  let isConnected = false;
  let disconnect: (() => void) | undefined;

  async function load(): Promise<void> {
    try {
      keeper = create(await storageModule.load());
    } catch {
      onProblem(unavailableProblem);
      return;
    }
    if (latest) keeper.update(latest.value);
    disconnect = keeper.connect();
    // Disconnected before the code had loaded: what was written is stored nevertheless.
    if (!isConnected) disconnect();
  }

  return {
    update(value) {
      latest = { value };
      keeper?.update(value);
    },
    async flush() {
      await loading;
      await keeper?.flush();
    },
    async whenLoaded() {
      await loading;
      await keeper?.whenLoaded();
    },
    connect() {
      isConnected = true;
      if (keeper) disconnect = keeper.connect();
      loading ??= load();
      return () => {
        isConnected = false;
        disconnect?.();
      };
    },
  };
}

/** Opens a store once its code has loaded: one for as long as its component is mounted. */
export function openOnce<Store>(
  open: (loaded: StorageModule) => Store,
): (loaded: StorageModule) => Store {
  let store: Store | undefined;
  return (loaded) => (store ??= open(loaded));
}
