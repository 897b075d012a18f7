import type { DecodeHeic } from '../types.js';

let added: DecodeHeic | undefined;

/**
 * Makes every pipeline of the page use this decoder for HEIC if the browser cannot read it and the pipeline
 * has no other decoder.
 */
export function addHeicDecoder(decodeHeic: DecodeHeic): void {
  added = decodeHeic;
}

export const addedHeicDecoder = (): DecodeHeic | undefined => added;
