import { extensionOf } from './accept.js';
import type { IntakeOptions, IntakeSource } from './types.js';

/** Browsers call every picture that comes from the clipboard so. */
const NAME_OF_NOTHING = /^(?:image|blob|unknown)?(?:\.[a-z]{3,4})?$/i;

const WORDS: Partial<Record<IntakeSource, string>> = {
  paste: 'Pasted image',
  drop: 'Dropped image',
  camera: 'Photo',
  screen: 'Screenshot',
};

/** One row of numbers for the page, so that two chats on it do not both have a first picture. */
let lastNumber = 0;

/** Whether a browser made up the name. Elsewhere than in the clipboard, a person may have chosen the same. */
export function isUnnamed(fileName: string, from: IntakeSource): boolean {
  return from === 'paste' ? NAME_OF_NOTHING.test(fileName) : fileName === '';
}

/** The file's own name, or a numbered one. */
export function nameImage(
  fileName: string,
  mediaType: string,
  { from = 'code', nameImage: makeName }: IntakeOptions,
): string {
  if (!isUnnamed(fileName, from)) return fileName;
  lastNumber += 1;
  const extension = extensionOf(mediaType);
  return (
    makeName?.({ number: lastNumber, from, extension }) ??
    `${WORDS[from] ?? 'Image'} ${lastNumber}.${extension}`
  );
}
