import { useCallback, useSyncExternalStore } from 'react';
import { createObjectUrl, revokeObjectUrl } from '../internal/object-url.js';

/** One URL per Blob, however many elements show it. */
const leases = new WeakMap<Blob, { url: string | undefined; users: number }>();

/** Returns the object URL of a Blob, for as long as the component shows it. */
export function useObjectUrl(blob: Blob | undefined): string | undefined {
  const subscribe = useCallback(() => (blob ? lease(blob) : () => {}), [blob]);
  return useSyncExternalStore(
    subscribe,
    () => blob && leases.get(blob)?.url,
    () => undefined,
  );
}

function lease(blob: Blob): () => void {
  const entry = leases.get(blob) ?? { url: createObjectUrl(blob), users: 0 };
  leases.set(blob, entry);
  entry.users += 1;
  return () => {
    entry.users -= 1;
    // A list that moves its items releases an image and requests it again at once.
    setTimeout(() => {
      if (entry.users > 0 || leases.get(blob) !== entry) return;
      leases.delete(blob);
      revokeObjectUrl(entry.url);
    });
  };
}
