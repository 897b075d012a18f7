import { truncatedFile } from './format-errors.js';
import type { ByteWalk } from './types.js';

/** Reads the bytes of a range; fewer, or none, if the file ends first. */
export function* take(startByte: number, lengthBytes: number): ByteWalk<Uint8Array> {
  return yield { startByte, lengthBytes };
}

/** Reads the bytes of a range that the reader cannot do without. */
export function* takeAll(
  startByte: number,
  lengthBytes: number,
  format: string,
): ByteWalk<Uint8Array> {
  const bytes = yield { startByte, lengthBytes };
  if (bytes.length < lengthBytes) throw truncatedFile(format);
  return bytes;
}

/** Runs a reader on a file that is in memory. */
export function walkBytes<T>(bytes: Uint8Array, walk: ByteWalk<T>): T {
  let step = walk.next();
  while (!step.done) {
    const { startByte, lengthBytes } = step.value;
    step = walk.next(bytes.subarray(startByte, startByte + lengthBytes));
  }
  return step.value;
}
