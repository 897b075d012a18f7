import { asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';

/** Returns the text of a message: a string, or with some servers a list of parts. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return wordsOf(content, ['text']);
}

/**
 * Returns the model's thinking from the fields that compatible servers use for it. Many fill two of them with the same
 * text.
 */
export function thoughtOf(delta: JsonRecord): { text: string; isSummary: boolean } {
  const text =
    asText(delta['reasoning_content']) ||
    asText(delta['reasoning']) ||
    wordsOf(delta['content'], ['thinking', 'reasoning']);
  if (text !== '') return { text, isSummary: false };
  const details = asList(delta['reasoning_details']).map(asRecord);
  const detail = details.map((part) => asText(part?.['text'])).join('');
  if (detail !== '') return { text: detail, isSummary: false };
  const summary = details.map((part) => asText(part?.['summary'])).join('');
  return { text: summary, isSummary: summary !== '' };
}

/** Returns the text of the parts of these types; that of thinking can be a nested list. */
function wordsOf(content: unknown, types: readonly string[]): string {
  return asList(content)
    .map(asRecord)
    .filter((part) => types.includes(asText(part?.['type'])))
    .map((part) => {
      const inner = part?.['thinking'] ?? part?.['text'];
      return Array.isArray(inner) ? wordsOf(inner, ['text']) : asText(inner);
    })
    .join('');
}
