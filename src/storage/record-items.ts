/**
 * Items of a record's list that are stored under keys of their own, so that a save writes one message and not the whole
 * conversation. The list then has a reference in place of each.
 */
import { promisifyRequest } from 'idb-keyval';
import { isRecord } from '../internal/read-value.js';
import { itemKey } from './record-keys.js';

interface ItemReference {
  itemId: string;
}

export function referenceTo(itemId: string): ItemReference {
  return { itemId };
}

/** Returns the id of an item that is stored apart, or `undefined` for one that is in the list itself. */
function itemIdOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined;
  const { itemId, ...rest } = item;
  return typeof itemId === 'string' && Object.keys(rest).length === 0 ? itemId : undefined;
}

/** Returns the ids of the items that a value refers to. */
export function itemIdsIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return (value as unknown[]).map(itemIdOf).filter((id) => id !== undefined);
}

/** Returns a value with its items in place. References to items that are gone are left out. */
export async function withItems(
  store: IDBObjectStore,
  key: string,
  value: unknown,
): Promise<unknown> {
  if (!Array.isArray(value) || itemIdsIn(value).length === 0) return value;
  // Two requests, also for ten thousand messages.
  const range = IDBKeyRange.bound(itemKey(key, ''), itemKey(key, '\uFFFF'));
  const [keys, stored] = await Promise.all([
    promisifyRequest(store.getAllKeys(range)),
    promisifyRequest<unknown[]>(store.getAll(range)),
  ]);
  const items = new Map(keys.map((itemsKey, index) => [itemsKey, stored[index]]));
  return (value as unknown[])
    .map((item) => {
      const id = itemIdOf(item);
      return id === undefined ? item : items.get(itemKey(key, id));
    })
    .filter((item) => item !== undefined);
}

/** Writes items, and removes those that were stored before and are no longer referred to. */
export function writeItems(
  store: IDBObjectStore,
  key: string,
  {
    items,
    keptIds,
    storedIds,
  }: {
    items: ReadonlyMap<string, unknown>;
    keptIds: readonly string[];
    storedIds: readonly string[];
  },
): void {
  const kept = new Set(keptIds);
  for (const id of storedIds) if (!kept.has(id)) store.delete(itemKey(key, id));
  for (const [id, item] of items) store.put(item, itemKey(key, id));
}
