import { useEffect, useSyncExternalStore } from 'react';
import type { LazyPart } from '../internal/lazy-part.js';

/** Between two tries, while the page is offline say. */
const PAUSE_MS = 3000;

const noSubscription = () => () => {};
const nothing = () => undefined;

/**
 * A part of the kit, once it is loaded. It is asked for when the component is there, and again while it cannot be loaded.
 * Nothing is loaded where no part is wanted. A page made on a server has no such parts yet.
 */
export function useLazyPart<Part>(part: LazyPart<Part> | undefined): Part | undefined {
  useEffect(() => {
    if (!part) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const load = (): void => {
      part.load().catch(() => {
        if (isWanted) timer = setTimeout(load, PAUSE_MS);
      });
    };
    load();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [part]);
  return useSyncExternalStore(part?.subscribe ?? noSubscription, part?.current ?? nothing, nothing);
}
