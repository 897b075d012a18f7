import type { Problem } from '../../messages/types.js';
import { cleanName } from './clean-name.js';

const MAX_NAME_CHARS = 40;

export interface ProblemSubject {
  /** Number of the image in the request, from 1; `undefined` before it has one. */
  number: number | undefined;
  /** Name of the image or file, shortened; empty if it has none. */
  name: string;
}

/** Returns what a problem is about, for the sentence in another language. */
export function problemSubject({ imageIndex = -1, name = '' }: Problem): ProblemSubject {
  const characters = Array.from(cleanName(name));
  const isLong = characters.length > MAX_NAME_CHARS;
  return {
    number: imageIndex < 0 ? undefined : imageIndex + 1,
    name: isLong ? `${characters.slice(0, MAX_NAME_CHARS - 1).join('')}…` : characters.join(''),
  };
}
