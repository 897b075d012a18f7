import type { ObjectOf } from '../objects/types.js';
import type { ChatEntry } from './types.js';

/**
 * Returns the object of an answer, once it is complete and matches its schema, with the schema's type:
 * `objectOf<typeof Receipts>(entry)`.
 */
export function objectOf<Schema>(
  entry: Pick<ChatEntry, 'answer'> | undefined,
): ObjectOf<Schema> | undefined {
  const object = entry?.answer?.object;
  const isThere = object && !object.isPartial && object.problems.length === 0;
  return isThere ? (object.value as ObjectOf<Schema>) : undefined;
}
