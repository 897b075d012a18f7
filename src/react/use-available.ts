import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => {};

/** Whether a browser can do something. On a server nobody knows, and the first rendering in a browser repeats that. */
export function useAvailable(isAvailable: () => boolean): boolean {
  return useSyncExternalStore(never, isAvailable, () => false);
}
