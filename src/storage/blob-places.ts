/** Where the Blobs of this page are stored, so that none is written twice and one that is loaded again stays the same Blob. */
export interface BlobPlaces {
  set: (storedKey: string, blob: Blob) => void;
  keyOf: (blob: Blob) => string | undefined;
  /** Returns this page's Blob for what is stored under a key, or takes in the one that was read. */
  take: (storedKey: string, read: Blob) => Blob;
}

export function createBlobPlaces(): BlobPlaces {
  const keys = new WeakMap<Blob, string>();
  const blobs = new Map<string, WeakRef<Blob>>();

  function set(storedKey: string, blob: Blob): void {
    keys.set(blob, storedKey);
    blobs.set(storedKey, new WeakRef(blob));
  }

  return {
    set,
    keyOf: (blob) => keys.get(blob),
    take(storedKey, read) {
      const known = blobs.get(storedKey)?.deref();
      if (known && known.size === read.size && keys.get(known) === storedKey) return known;
      set(storedKey, read);
      return read;
    },
  };
}
