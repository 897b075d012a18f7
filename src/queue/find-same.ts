import { haveSameBytes } from '../internal/same-bytes.js';
import type { QueueItem } from './types.js';

const compared = new WeakMap<Blob, WeakMap<Blob, Promise<boolean>>>();

/** By the id of an image, the id of the first one that shows the same. */
export async function findSame(items: readonly QueueItem[]): Promise<Map<string, string>> {
  const same = new Map<string, string>();
  for (const [at, item] of items.entries()) {
    if (item.status === 'failed') continue;
    for (const first of items.slice(0, at)) {
      if (same.has(first.id) || first.status === 'failed') continue;
      const [one, other] = pairOf(first, item) ?? [];
      if (one && other && (await compare(one, other))) {
        same.set(item.id, first.id);
        break;
      }
    }
  }
  return same;
}

/**
 * Returns the bytes to compare for two images: their files, or their prepared versions of the same size.
 * Returns `undefined` if they cannot be equal.
 */
function pairOf(one: QueueItem, other: QueueItem): [Blob, Blob] | undefined {
  if (one.file.size === other.file.size) return [one.file, other.file];
  const [made, others] = [one.prepared, other.prepared];
  if (!made || !others || made.blob.size !== others.blob.size) return undefined;
  const isOfSize = made.width === others.width && made.height === others.height;
  return isOfSize ? [made.blob, others.blob] : undefined;
}

function compare(one: Blob, other: Blob): Promise<boolean> {
  const known = compared.get(one) ?? new WeakMap<Blob, Promise<boolean>>();
  compared.set(one, known);
  const result = known.get(other) ?? haveSameBytes(one, other);
  known.set(other, result);
  return result;
}
