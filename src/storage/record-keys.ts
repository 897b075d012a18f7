/** The keys of a record: its own, and one for each of its Blobs and items. */
import type { RecordFacts } from './plan-save.js';

/** Begins the key of a record. */
export const RECORD = 'record:';

export function isRecordKey(key: IDBValidKey): key is string {
  return typeof key === 'string' && key.startsWith(RECORD);
}

/** The length of the key keeps apart pairs that would read the same when joined. */
export function blobKey(key: string, id: string): string {
  return `blob:${key.length}:${key}:${id}`;
}

/**
 * Within the range of the record's Blobs, so that an earlier version of the kit, to which the record is a newer one, does not
 * take it for a left-over.
 */
export function itemKey(key: string, itemId: string): string {
  return blobKey(key, `\u0000item:${itemId}`);
}

export function belongsToAny(storedKey: IDBValidKey, recordKeys: ReadonlySet<string>): boolean {
  return (
    typeof storedKey === 'string' &&
    [...recordKeys].some(
      (key) => storedKey === RECORD + key || storedKey.startsWith(blobKey(key, '')),
    )
  );
}

export function keysOf(
  key: string,
  { blobBytes, itemIds }: Pick<RecordFacts, 'blobBytes' | 'itemIds'>,
): string[] {
  return [
    RECORD + key,
    ...Object.keys(blobBytes).map((id) => blobKey(key, id)),
    ...itemIds.map((id) => itemKey(key, id)),
  ];
}

/** Removes a record with its Blobs and items. */
export function removeRecord(store: IDBObjectStore, key: string): void {
  const prefix = blobKey(key, '');
  store.delete(RECORD + key);
  store.delete(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
}
