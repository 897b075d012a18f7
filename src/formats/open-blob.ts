import { KitError } from '../errors.js';
import { sleep, throwIfAborted } from '../internal/abort.js';
import type { ByteRange, ByteWalk } from './types.js';

const FIRST_WINDOW_BYTES = 64 * 1024;
const LARGEST_WINDOW_BYTES = 1024 * 1024;
const EMPTY = new Uint8Array();

/** Runs readers on one Blob, one after the other. */
export type BlobWalker = <T>(walk: ByteWalk<T>) => Promise<T>;

/**
 * Opens a Blob for readers, holding one window of it at a time. The window grows during sequential reading,
 * so that a file of thousands of small chunks takes few reads, and shrinks again after a jump. The walker
 * throws KitError `unreadable-file` or `aborted`.
 */
export function openBlob(blob: Blob, signal?: AbortSignal): BlobWalker {
  let window = EMPTY;
  let windowStart = 0;
  let windowBytes = FIRST_WINDOW_BYTES;

  const fill = async ({ startByte, lengthBytes }: ByteRange): Promise<void> => {
    const goesOn = startByte <= windowStart + window.length + windowBytes && startByte > 0;
    windowBytes = goesOn ? Math.min(windowBytes * 2, LARGEST_WINDOW_BYTES) : FIRST_WINDOW_BYTES;
    const end = startByte + Math.max(lengthBytes, windowBytes);
    window = await readAll(blob.slice(startByte, end), signal);
    windowStart = startByte;
    throwIfAborted(signal);
  };

  return async (walk) => {
    let step = walk.next();
    while (!step.done) {
      const { startByte, lengthBytes } = step.value;
      const endByte = Math.min(startByte + lengthBytes, blob.size);
      const isInside = startByte >= windowStart && endByte <= windowStart + window.length;
      if (startByte < endByte && !isInside) await fill(step.value);
      const from = startByte - windowStart;
      // A jump past the end of the file leaves the window unchanged and returns no bytes.
      step = walk.next(startByte < endByte ? window.subarray(from, endByte - windowStart) : EMPTY);
    }
    return step.value;
  };
}

/** Photo pickers of phones provide files whose first read fails. */
const READ_AGAIN_MS = 250;

/**
 * Reads a whole Blob, with one retry.
 *
 * @throws KitError `unreadable-file` or `aborted`
 */
export async function readAll(blob: Blob, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    await sleep(READ_AGAIN_MS, signal);
  }
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new KitError('unreadable-file', {
      message: 'This file could not be read. Choose it again, or try again.',
      cause,
    });
  }
}
