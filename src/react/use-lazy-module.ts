import { useEffect, useSyncExternalStore } from 'react';
import type { KitError } from '../errors.js';
import type { LazyModule } from '../internal/lazy-module.js';

/** Pause before the second attempt. Each further one is four times as long: a server that is down gets few requests. */
const FIRST_PAUSE_MS = 5000;

const noSubscription = () => () => {};
const nothing = () => undefined;

/**
 * Returns a module once it has loaded. Loading starts when the component mounts, and is retried when the network is back and
 * after growing pauses. Nothing is loaded without a module. On a server, no module has loaded.
 */
export function useLazyModule<Module>(module: LazyModule<Module> | undefined): Module | undefined {
  useEffect(() => {
    if (!module) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = FIRST_PAUSE_MS;
    let isWanted = true;
    const load = (): void => {
      clearTimeout(timer);
      module.load().catch(() => {
        if (!isWanted) return;
        clearTimeout(timer);
        timer = setTimeout(load, pauseMs);
        pauseMs *= 4;
      });
    };
    load();
    const loadIfMissing = (): void => {
      if (!module.current()) load();
    };
    window.addEventListener('online', loadIfMissing);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      window.removeEventListener('online', loadIfMissing);
    };
  }, [module]);
  return useSyncExternalStore(
    module?.subscribe ?? noSubscription,
    module?.current ?? nothing,
    nothing,
  );
}

/** Returns why a module could not be loaded, until it has been. */
export function useLazyFailure<Module>(module: LazyModule<Module>): KitError | undefined {
  return useSyncExternalStore(module.subscribe, module.failure, nothing);
}
