import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => {};

/** Whether a browser supports something. A server cannot know, and the first render in a browser repeats its result. */
export function useAvailable(isAvailable: () => boolean): boolean {
  return useSyncExternalStore(never, isAvailable, () => false);
}
