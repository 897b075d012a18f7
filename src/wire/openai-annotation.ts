import { asText, asRecord } from '../internal/read-value.js';
import type { JsonRecord } from '../internal/read-value.js';
import { rangeOf, sourceOf } from './given-parts.js';
import type { Source } from './given-parts.js';

/**
 * Returns an annotation of Chat, Responses or Assistants as a source; `offset` is where its text begins in the answer.
 */
export function annotatedSource(annotation: JsonRecord | undefined, offset: number): Source {
  const type = asText(annotation?.['type']);
  // Chat and Assistants nest the facts one level deeper.
  const facts = { ...annotation, ...asRecord(annotation?.[type]) };
  const title = asText(facts['title']) || asText(facts['filename']) || asText(facts['file_id']);
  return sourceOf(
    asText(facts['url']),
    title,
    rangeOf(facts['start_index'], facts['end_index'], offset),
  );
}
