/** Which files are sent as words: every model can read those. */
import { isOfMediaType } from './takes-file.js';

export const textMediaTypes: readonly string[] = [
  'text/*',
  'application/json',
  'application/xml',
  'application/yaml',
];

/** Limits one file: more words than most models have room for. */
export const MAX_TEXT_BYTES = 1_000_000;

export function isTextType(mediaType: string): boolean {
  return textMediaTypes.some((type) => isOfMediaType(mediaType, type));
}
