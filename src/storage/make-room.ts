import { promisifyRequest } from 'idb-keyval';
import type { StorageProblemCode } from './types.js';
import { planSave, type RecordFacts, type SaveLimits, type SavePlan } from './plan-save.js';
import { isNewer, readAllRecords } from './read-record.js';
import { belongsToAny, keysOf } from './record-keys.js';
import { keysOfMarks } from './removal-marks.js';

export interface MakeRoomOptions extends SaveLimits {
  nowMs: number;
  report: (code: StorageProblemCode) => void;
}

/**
 * Removes what is too old, what must make room for new content, and what belongs to no record. Returns which of the
 * wanted Blobs have a place.
 */
export async function makeRoom(
  store: IDBObjectStore,
  key: string,
  wanted: Pick<RecordFacts, 'itemIds'> & { bytes: ReadonlyMap<string, number> },
  { nowMs, report, ...limits }: MakeRoomOptions,
): Promise<SavePlan['blobBytes']> {
  const storedKeys = await promisifyRequest(store.getAllKeys());
  const others = new Map<string, RecordFacts>();
  const protectedKeys = new Set<string>();
  for (const [otherKey, record] of await readAllRecords(store, storedKeys, nowMs)) {
    if (otherKey === key) continue;
    if (!isNewer(record)) others.set(otherKey, record);
    else if (nowMs - record.savedAtMs <= limits.maxAgeMs) protectedKeys.add(otherKey);
  }
  const plan = planSave(others, wanted.bytes, nowMs, limits);
  if (plan.isTooLarge) report('image-too-large');
  if (plan.isFull) report('storage-full');

  const { blobBytes } = plan;
  const marks = await keysOfMarks(store, nowMs);
  const kept = new Set<IDBValidKey>([
    ...marks,
    ...keysOf(key, { blobBytes, itemIds: wanted.itemIds }),
  ]);
  for (const otherKey of plan.keptKeys) {
    const other = others.get(otherKey);
    for (const otherOwnKey of other ? keysOf(otherKey, other) : []) kept.add(otherOwnKey);
  }
  for (const storedKey of storedKeys) {
    if (!kept.has(storedKey) && !belongsToAny(storedKey, protectedKeys)) store.delete(storedKey);
  }
  return blobBytes;
}
