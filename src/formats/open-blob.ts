import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import type { ByteRange, ByteWalk } from './types.js';

const FIRST_WINDOW_BYTES = 64 * 1024;
const LARGEST_WINDOW_BYTES = 1024 * 1024;
const EMPTY = new Uint8Array();

/** Answers readers from one Blob, one after the other. */
export type BlobWalker = <T>(walk: ByteWalk<T>) => Promise<T>;

/**
 * Opens a Blob for readers, holding one window of it at a time. The window grows while reading goes straight on, so that a
 * file of thousands of small chunks takes few reads, and a jump makes it small again.
 * The walker throws KitError `unreadable-file` or `aborted`.
 */
export function openBlob(blob: Blob, signal?: AbortSignal): BlobWalker {
  let window = EMPTY;
  let windowStart = 0;
  let windowBytes = FIRST_WINDOW_BYTES;

  const fill = async ({ startByte, lengthBytes }: ByteRange): Promise<void> => {
    const goesOn = startByte <= windowStart + window.length + windowBytes && startByte > 0;
    windowBytes = goesOn ? Math.min(windowBytes * 2, LARGEST_WINDOW_BYTES) : FIRST_WINDOW_BYTES;
    const end = startByte + Math.max(lengthBytes, windowBytes);
    window = await readAll(blob.slice(startByte, end));
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
      // A jump behind the end of the file leaves the window where it is and asks for nothing in it.
      step = walk.next(startByte < endByte ? window.subarray(from, endByte - windowStart) : EMPTY);
    }
    return step.value;
  };
}

/** @throws KitError `unreadable-file` */
export async function readAll(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new KitError('unreadable-file', {
      message:
        'This file cannot be read any more: it was moved, changed or deleted after it was chosen. Choose it again.',
      cause,
    });
  }
}
