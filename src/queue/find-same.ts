import { haveSameBytes } from '../internal/same-bytes.js';
import type { QueueItem } from './types.js';

/** Results, and comparisons in flight. */
const compared = new WeakMap<Blob, WeakMap<Blob, boolean | Promise<boolean>>>();

/**
 * By the id of an image, the id of the first one that shows the same. Only images that can be equal are compared, so
 * that the time grows with their number. Returns `undefined` if the result is no longer wanted.
 */
export async function findSame(
  items: readonly QueueItem[],
  isWanted: () => boolean = () => true,
): Promise<Map<string, string> | undefined> {
  const same = new Map<string, string>();
  /** Images that are no copies, by the size of their files and by what was made of them. */
  const firsts = new Map<string, Entry[]>();
  for (const [at, item] of items.entries()) {
    if (item.status === 'failed') continue;
    const keys = keysOf(item);
    const candidates = new Set(keys.flatMap((key) => firsts.get(key) ?? []));
    let first: QueueItem | undefined;
    for (const entry of [...candidates].toSorted((one, other) => one.at - other.at)) {
      const result = showSame(entry.item, item);
      // What is known takes no turn: this runs whenever one of hundreds of images changes.
      if (result === true || (result !== false && (await result))) first = entry.item;
      if (!isWanted()) return undefined;
      if (first) break;
    }
    if (first) same.set(item.id, first.id);
    else for (const key of keys) firsts.set(key, [...(firsts.get(key) ?? []), { at, item }]);
  }
  return same;
}

interface Entry {
  at: number;
  item: QueueItem;
}

/** Two images that have no key in common cannot be equal. */
function keysOf(item: QueueItem): string[] {
  const made = madeKey(item);
  return [`file ${item.file.size}`, ...(made === undefined ? [] : [made])];
}

const madeKey = ({ prepared }: QueueItem): string | undefined =>
  prepared && `made ${prepared.blob.size} ${prepared.width} ${prepared.height}`;

/**
 * Compares what was made of two images, since it is smaller than their files. These are only read if they were prepared
 * differently, and not while one of them is being prepared.
 */
function showSame(one: QueueItem, other: QueueItem): boolean | Promise<boolean> {
  if (one.prepared && other.prepared && madeKey(one) === madeKey(other)) {
    const result = compare(one.prepared.blob, other.prepared.blob);
    if (result === true) return true;
    if (result !== false) return result.then((isSame) => isSame || haveSameFile(one, other));
  }
  return haveSameFile(one, other);
}

function haveSameFile(one: QueueItem, other: QueueItem): boolean | Promise<boolean> {
  if (isBeingPrepared(one) || isBeingPrepared(other)) return false;
  return one.file.size === other.file.size && compare(one.file, other.file);
}

const isBeingPrepared = ({ status }: QueueItem): boolean =>
  status === 'queued' || status === 'preparing';

function compare(one: Blob, other: Blob): boolean | Promise<boolean> {
  const results = compared.get(one) ?? new WeakMap<Blob, boolean | Promise<boolean>>();
  compared.set(one, results);
  const known = results.get(other);
  if (known !== undefined) return known;
  const comparison = haveSameBytes(one, other).then((isSame) => {
    results.set(other, isSame);
    return isSame;
  });
  results.set(other, comparison);
  return comparison;
}
