import { formatBytes, percentSaved } from './format.js';
import type { Words } from './types.js';

/** Returns the bytes of images before and after they were prepared, or one number where both read the same. */
export function sizeChange(beforeBytes: number, afterBytes: number, words: Words): string {
  const before = formatBytes(beforeBytes, words.locale);
  const after = formatBytes(afterBytes, words.locale);
  if (before === after) return after;
  return words.sizeChange(before, after, percentSaved(beforeBytes, afterBytes));
}
