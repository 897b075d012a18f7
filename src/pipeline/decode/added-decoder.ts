import type { DecodeHeic } from '../types.js';

let added: DecodeHeic | undefined;

/** Makes every pipeline of the page read HEIC by it where the browser cannot, and no decoder of the pipeline's own is set. */
export function addHeicDecoder(decodeHeic: DecodeHeic): void {
  added = decodeHeic;
}

export const addedHeicDecoder = (): DecodeHeic | undefined => added;
