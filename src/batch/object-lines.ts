import { isRecord } from '../internal/read-value.js';
import type { AnswerObject } from '../objects/types.js';

/**
 * Returns the objects of an answer that matches its schema: one, or those of a list. `undefined` if it does not match, or is
 * something else.
 */
export function objectLines(
  object: AnswerObject | undefined,
): ReadonlyArray<Readonly<Record<string, unknown>>> | undefined {
  if (!object || object.problems.length > 0) return undefined;
  const { value } = object;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every(isRecord) ? list : undefined;
}
