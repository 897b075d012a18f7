import { extensionOf } from './accept.js';
import type { IntakeOptions, IntakeSource } from './types.js';

/** Names that browsers give to every image from the clipboard, and phones to every photo. */
const NAME_OF_NOTHING = /^(?:image|blob|unknown)?(?:\.[a-z]{3,4})?$/i;

const WORDS: Partial<Record<IntakeSource, string>> = {
  paste: 'Pasted image',
  drop: 'Dropped image',
  camera: 'Camera',
  screen: 'Screenshot',
};

/** One counter per kind for the whole page, so that two chats on it do not both have a first screenshot. */
const lastNumbers = new Map<IntakeSource, number>();

/**
 * Whether the browser generated the name. For a file from the file dialog, a user may have chosen the same
 * name.
 */
export function isUnnamed(fileName: string, from: IntakeSource): boolean {
  return from === 'paste' || from === 'camera' ? NAME_OF_NOTHING.test(fileName) : fileName === '';
}

/** Returns the file's own name, or a numbered one. */
export function nameImage(
  fileName: string,
  mediaType: string,
  { from = 'code', nameImage: makeName }: IntakeOptions,
): string {
  if (!isUnnamed(fileName, from)) return fileName;
  const number = (lastNumbers.get(from) ?? 0) + 1;
  lastNumbers.set(from, number);
  const extension = extensionOf(mediaType);
  return (
    makeName?.({ number, from, extension }) ?? `${WORDS[from] ?? 'Image'} ${number}.${extension}`
  );
}
