/**
 * Base64 without ever holding an image as one long string: it is encoded slice by slice, each a multiple of
 * three bytes, so that the pieces join without padding in the middle.
 */
import { throwIfAborted } from './abort.js';

/** Must be a multiple of three. */
const SLICE_BYTES = 384 * 1024;
const PADDING = 0x3d;
const encoder = new TextEncoder();
const LETTERS = encoder.encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');

/** `Uint8Array.prototype.toBase64` is in every 2025 engine, but not yet in the type library. */
type NativeBase64 = Uint8Array & { toBase64?: () => string };

export function bytesToBase64(bytes: Uint8Array): string {
  const native = bytes as NativeBase64;
  if (native.toBase64) return native.toBase64();
  const letters = new Uint8Array(base64Length(bytes.length));
  encode(bytes, letters);
  return new TextDecoder().decode(letters);
}

/** Returns the base64 of a Blob as Blob parts, in order. Reading slice by slice yields to the page. */
export async function blobToBase64Parts(blob: Blob, signal?: AbortSignal): Promise<Blob[]> {
  const parts: Blob[] = [];
  // A Blob copies its parts, and takes bytes in a third of the time that the same letters take as a string.
  const letters = new Uint8Array(base64Length(Math.min(blob.size, SLICE_BYTES)));
  for (let start = 0; start < blob.size; start += SLICE_BYTES) {
    const bytes = new Uint8Array(await blob.slice(start, start + SLICE_BYTES).arrayBuffer());
    throwIfAborted(signal);
    parts.push(new Blob([letters.subarray(0, writeBase64(bytes, letters))]));
  }
  return parts;
}

/** Returns the number of letters written. */
function writeBase64(bytes: Uint8Array, letters: Uint8Array<ArrayBuffer>): number {
  const native = bytes as NativeBase64;
  return native.toBase64
    ? encoder.encodeInto(native.toBase64(), letters).written
    : encode(bytes, letters);
}

/** Fallback for engines without `toBase64`: ten times as fast as `btoa` on a string of character codes. */
function encode(bytes: Uint8Array, letters: Uint8Array<ArrayBuffer>): number {
  const wholeEnd = bytes.length - (bytes.length % 3);
  let to = 0;
  for (let from = 0; from < wholeEnd; from += 3) {
    const bits =
      ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    letters[to] = letterOf(bits >> 18);
    letters[to + 1] = letterOf(bits >> 12);
    letters[to + 2] = letterOf(bits >> 6);
    letters[to + 3] = letterOf(bits);
    to += 4;
  }
  const left = bytes.length - wholeEnd;
  if (left > 0) {
    const bits = ((bytes[wholeEnd] ?? 0) << 16) | ((bytes[wholeEnd + 1] ?? 0) << 8);
    letters[to] = letterOf(bits >> 18);
    letters[to + 1] = letterOf(bits >> 12);
    letters[to + 2] = left === 2 ? letterOf(bits >> 6) : PADDING;
    letters[to + 3] = PADDING;
    to += 4;
  }
  return to;
}

function letterOf(bits: number): number {
  return LETTERS[bits & 63] ?? 0;
}

/** Returns the base64 length of this many bytes, including padding. */
export function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}
