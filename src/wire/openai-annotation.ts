import { asText, asRecord } from '../internal/read-value.js';
import type { JsonRecord } from '../internal/read-value.js';
import { rangeOf, sourceOf } from './given-parts.js';
import type { Source } from './given-parts.js';
import type { GivenText, TextPlace } from './given-text.js';

/**
 * Returns an annotation of Chat, Responses or Assistants as a source. Its offsets are counted in code points, as in
 * Python; a server that counts in UTF-16 units differs only after characters such as emoji.
 */
export function annotatedSource(
  annotation: JsonRecord | undefined,
  given: GivenText,
  place: TextPlace,
): Source {
  const type = asText(annotation?.['type']);
  // Chat and Assistants nest the facts one level deeper.
  const facts = { ...annotation, ...asRecord(annotation?.[type]) };
  const title = asText(facts['title']) || asText(facts['filename']) || asText(facts['file_id']);
  const unitAt = (offset: unknown): unknown =>
    typeof offset === 'number' ? given.unitAt(place, offset) : offset;
  return sourceOf(
    asText(facts['url']),
    title,
    rangeOf(unitAt(facts['start_index']), unitAt(facts['end_index'])),
  );
}
