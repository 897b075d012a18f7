/** Bytes written by hand: numbers are bytes, words are Latin letters. */
export function bytesOf(
  ...parts: (number | string | Uint8Array | readonly number[])[]
): Uint8Array<ArrayBuffer> {
  const pieces = parts.map((part) => {
    if (typeof part === 'number') return [part];
    return typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part;
  });
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

export const u16be = (value: number): number[] => [(value >>> 8) & 255, value & 255];
export const u16le = (value: number): number[] => u16be(value).toReversed();
export const u24le = (value: number): number[] => [...u16le(value), (value >>> 16) & 255];
export const u32be = (value: number): number[] => [
  ...u16be(value >>> 16),
  ...u16be(value & 0xffff),
];
export const u32le = (value: number): number[] => u32be(value).toReversed();

/** A box of an AVIF, HEIC or MP4 file. */
export function boxOf(
  type: string,
  ...parts: (number | string | Uint8Array | readonly number[])[]
): Uint8Array<ArrayBuffer> {
  const body = bytesOf(...parts);
  return bytesOf(u32be(body.length + 8), type, body);
}

/** The same bytes over and over. */
export function repeated(times: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytesOf(...Array.from({ length: times }, () => bytes));
}
