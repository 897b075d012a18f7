/** Marks that removed records leave, so that a page which did not hear of a removal does not write the record again. */
import { promisifyRequest } from 'idb-keyval';

const MARK = 'removed:';
/** How long a page can sleep in a background tab and still learn of a removal. */
const LIFETIME_MS = 90 * 24 * 60 * 60 * 1000;

export function putMark(store: IDBObjectStore, key: string, nowMs: number): void {
  store.put(nowMs, MARK + key);
}

export function deleteMark(store: IDBObjectStore, key: string): void {
  store.delete(MARK + key);
}

export async function hasMark(store: IDBObjectStore, key: string): Promise<boolean> {
  return (await promisifyRequest(store.count(MARK + key))) > 0;
}

/** Returns the keys of all marks that a page may still need. */
export async function keysOfMarks(
  store: IDBObjectStore,
  nowMs: number,
): Promise<ReadonlySet<IDBValidKey>> {
  const range = IDBKeyRange.bound(MARK, `${MARK}\uffff`);
  const [keys, times] = await Promise.all([
    promisifyRequest(store.getAllKeys(range)),
    promisifyRequest<unknown[]>(store.getAll(range)),
  ]);
  return new Set(keys.filter((_key, index) => nowMs - Number(times[index]) <= LIFETIME_MS));
}
