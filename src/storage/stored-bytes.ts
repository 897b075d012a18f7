/** Bytes of an image in browsers that cannot store Blobs, such as some private windows. */
export interface StoredBytes {
  bytes: ArrayBuffer;
  type: string;
}

/** Reads the bytes of each Blob, except those that can no longer be read, such as a file that was moved. */
export async function readBytes(blobs: Iterable<Blob>): Promise<ReadonlyMap<Blob, StoredBytes>> {
  const read = new Map<Blob, StoredBytes>();
  for (const blob of blobs) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- One image at a time, so that memory holds no more than needed.
      read.set(blob, { bytes: await blob.arrayBuffer(), type: blob.type });
    } catch {
      continue;
    }
  }
  return read;
}

/** Returns `undefined` for anything that is not an image's bytes. */
export function toBlob(stored: unknown): Blob | undefined {
  if (stored instanceof Blob) return stored;
  const { bytes, type } = (stored ?? {}) as Partial<Record<string, unknown>>;
  if (!(bytes instanceof ArrayBuffer)) return undefined;
  return new Blob([bytes], { type: typeof type === 'string' ? type : '' });
}
