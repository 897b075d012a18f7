import { wholeCharacters } from './whole-characters.js';

/** Encodes an id of a server for an address. No address can be made of half a character. */
export function encodeId(id: string): string {
  return encodeURIComponent(wholeCharacters(id));
}
