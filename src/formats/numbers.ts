/**
 * Reads numbers at an offset. An offset beyond the end reads as zero; readers check lengths before they trust
 * a value.
 */

export const uint16be = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

export const uint16le = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

export const uint24le = (bytes: Uint8Array, at: number): number =>
  uint16le(bytes, at) | ((bytes[at + 2] ?? 0) << 16);

export const uint32be = (bytes: Uint8Array, at: number): number =>
  uint16be(bytes, at) * 0x10000 + uint16be(bytes, at + 2);

export const uint32le = (bytes: Uint8Array, at: number): number =>
  uint16le(bytes, at) + uint16le(bytes, at + 2) * 0x10000;

export const int32le = (bytes: Uint8Array, at: number): number => uint32le(bytes, at) | 0;

/** Returns this many bytes as Latin letters. */
export const letters = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Whether the bytes at an offset spell this text in Latin letters. */
export function hasLetters(bytes: Uint8Array, text: string, at = 0): boolean {
  if (at + text.length > bytes.length) return false;
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
