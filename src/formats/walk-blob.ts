import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import type { ByteRange, ByteWalk } from './types.js';

const FIRST_WINDOW_BYTES = 64 * 1024;
const LARGEST_WINDOW_BYTES = 1024 * 1024;

/**
 * Answers a reader from a Blob, of which it holds one window at a time. The window grows while reading goes straight on,
 * so that a file of thousands of small chunks takes few reads, and a jump makes it small again.
 *
 * @throws KitError `unreadable-file` or `aborted`
 */
export async function walkBlob<T>(blob: Blob, walk: ByteWalk<T>, signal?: AbortSignal): Promise<T> {
  let window = new Uint8Array();
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

  throwIfAborted(signal);
  // Chromium says of a file that was deleted that it is empty; only reading tells.
  if (blob.size === 0) await readAll(blob);
  let step = walk.next();
  while (!step.done) {
    const { startByte } = step.value;
    const endByte = Math.min(startByte + step.value.lengthBytes, blob.size);
    if (startByte < endByte && (startByte < windowStart || endByte > windowStart + window.length)) {
      await fill(step.value);
    }
    const from = startByte - windowStart;
    // A jump behind the end of the file leaves the window where it is and asks for nothing in it.
    step = walk.next(startByte < endByte ? window.subarray(from, endByte - windowStart) : EMPTY);
  }
  return step.value;
}

const EMPTY = new Uint8Array();

async function readAll(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
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
