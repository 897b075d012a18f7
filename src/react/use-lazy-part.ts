import { useEffect, useSyncExternalStore } from 'react';
import type { KitError } from '../errors.js';
import type { LazyPart } from '../internal/lazy-part.js';

/** Before the second try. Each further one waits four times as long: a server that is down gets few requests. */
const FIRST_PAUSE_MS = 5000;

const noSubscription = () => () => {};
const nothing = () => undefined;

/**
 * A part of the kit, once it is loaded. It is asked for when the component is there, and again while it cannot be loaded: when
 * the network is back, and after longer and longer pauses. Nothing is loaded where no part is wanted. A page made on a server
 * has no such parts yet.
 */
export function useLazyPart<Part>(part: LazyPart<Part> | undefined): Part | undefined {
  useEffect(() => {
    if (!part) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = FIRST_PAUSE_MS;
    let isWanted = true;
    const load = (): void => {
      clearTimeout(timer);
      part.load().catch(() => {
        if (!isWanted) return;
        clearTimeout(timer);
        timer = setTimeout(load, pauseMs);
        pauseMs *= 4;
      });
    };
    load();
    const loadIfMissing = (): void => {
      if (!part.current()) load();
    };
    window.addEventListener('online', loadIfMissing);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      window.removeEventListener('online', loadIfMissing);
    };
  }, [part]);
  return useSyncExternalStore(part?.subscribe ?? noSubscription, part?.current ?? nothing, nothing);
}

/** Why a part could not be loaded, for as long as it is not. */
export function useLazyFailure<Part>(part: LazyPart<Part>): KitError | undefined {
  return useSyncExternalStore(part.subscribe, part.failure, nothing);
}
