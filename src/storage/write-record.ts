import { formatOf, type StoredRecord } from './read-record.js';
import { itemIdsIn, writeItems } from './record-items.js';
import { blobKey, RECORD } from './record-keys.js';
import type { RecordChange } from './record-store.js';
import { deleteMark } from './removal-marks.js';
import type { StoredBytes } from './stored-bytes.js';

/** Returns what is written for a Blob, or `undefined` if it cannot be stored. */
export type Encode = (blob: Blob) => Blob | StoredBytes | undefined;

export interface WriteRecordOptions {
  stored: StoredRecord | undefined;
  encode: Encode;
  isLost: (blob: Blob) => boolean;
  /** Whether this Blob is what is stored under the id. */
  isStored: (id: string, blob: Blob) => boolean;
  /** Returns the bytes of the Blobs that have a place. */
  fit: (
    wanted: { bytes: ReadonlyMap<string, number>; itemIds: readonly string[] },
    hasNewBlobs: boolean,
  ) => Promise<Record<string, number>>;
  nowMs: number;
}

/** Writes a record with what is new of its Blobs and items, and returns the new Blobs by id. */
export async function writeRecord(
  store: IDBObjectStore,
  key: string,
  next: RecordChange,
  { stored, encode, isLost, isStored, fit, nowMs }: WriteRecordOptions,
): Promise<ReadonlyMap<string, Blob>> {
  const { value, revision, title, heading, savedAtMs = nowMs, items = new Map() } = next;
  const itemIds = itemIdsIn(value);
  const storedBytes = stored?.blobBytes ?? {};
  const atHand = [...next.blobs].filter(([, blob]) => !isLost(blob));
  const wantedBytes = new Map(atHand.map(([id, { size }]) => [id, size]));
  for (const id of next.keptIds) {
    const bytes = storedBytes[id];
    if (bytes !== undefined && !wantedBytes.has(id)) wantedBytes.set(id, bytes);
  }

  const fresh = atHand.filter(([id, blob]) => !(id in storedBytes && isStored(id, blob)));
  const blobBytes = await fit({ bytes: wantedBytes, itemIds }, fresh.length > 0);
  const encoded = fresh.flatMap(([id, blob]) => {
    if (!(id in blobBytes)) return [];
    const bytes = encode(blob);
    if (bytes) return [{ id, blob, bytes }];
    delete blobBytes[id];
    return [];
  });
  for (const id of Object.keys(storedBytes)) {
    if (!(id in blobBytes)) store.delete(blobKey(key, id));
  }
  for (const { id, bytes } of encoded) store.put(bytes, blobKey(key, id));

  writeItems(store, key, { items, keptIds: itemIds, storedIds: stored?.itemIds ?? [] });
  const named = {
    ...(title !== undefined && { title }),
    ...(heading !== undefined && { heading }),
  };
  const format = formatOf(value);
  store.put({ format, savedAtMs, blobBytes, revision, ...named, value }, RECORD + key);
  deleteMark(store, key);
  return new Map(encoded.map(({ id, blob }) => [id, blob]));
}
