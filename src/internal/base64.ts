/**
 * Base64 without ever holding a picture as one long string: a slice at a time, each a multiple of three bytes, so that
 * the pieces join without padding in the middle.
 */
import { throwIfAborted } from './abort.js';

const SLICE_BYTES = 768 * 1024;
const CHUNK_BYTES = 0x6000;

/** `Uint8Array.prototype.toBase64` is in every engine of 2025; the type library learns of it later. */
type NativeBase64 = Uint8Array & { toBase64?: () => string };

export function bytesToBase64(bytes: Uint8Array): string {
  const native = bytes as NativeBase64;
  if (native.toBase64) return native.toBase64();
  let binary = '';
  // Spreading a whole picture into one call overflows the stack.
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES));
  }
  return btoa(binary);
}

/** The base64 of a Blob as Blob parts, in order. Yields to the page between slices by its reads. */
export async function blobToBase64Parts(blob: Blob, signal?: AbortSignal): Promise<Blob[]> {
  const parts: Blob[] = [];
  for (let start = 0; start < blob.size; start += SLICE_BYTES) {
    const bytes = new Uint8Array(await blob.slice(start, start + SLICE_BYTES).arrayBuffer());
    throwIfAborted(signal);
    parts.push(new Blob([bytesToBase64(bytes)]));
  }
  return parts;
}

/** Length of the base64 of so many bytes, with padding. */
export function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}
