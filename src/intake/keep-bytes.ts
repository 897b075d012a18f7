/**
 * Files on a disk may be gone before their image is prepared again: macOS deletes a screenshot soon after it
 * was dropped. Small files are read into memory when they are added.
 */
import { nextTurn } from '../internal/next-turn.js';
import type { IntakeOptions } from './types.js';

const MEBIBYTE = 1024 * 1024;
const DEFAULT_FILE_BYTES = 12 * MEBIBYTE;
const DEFAULT_TOTAL_BYTES = 128 * MEBIBYTE;

let keptBytes = 0;
const release = (bytes: number): void => {
  keptBytes -= bytes;
};
/** Browsers copy the bytes of a file while the page waits. */
let copied = Promise.resolve();
const kept = new FinalizationRegistry(release);

export interface Reservation {
  /** Returns the file with its bytes in memory. One file is copied at a time, so that the page stays responsive. */
  keep: (bytes: ArrayBuffer) => Promise<File>;
  /** Releases the reservation. */
  cancel: () => void;
}

/** Reserves memory for the bytes of a file, if it comes from a disk and there is room. */
export function reserveBytes(
  file: File,
  { from, keepBytes = {} }: Pick<IntakeOptions, 'from' | 'keepBytes'>,
): Reservation | undefined {
  // Images from a camera, a screen or a URL are already in memory.
  const mayBeOnDisk = from === 'drop' || from === 'paste' || from === 'pick';
  if (!mayBeOnDisk || keepBytes === false) return undefined;
  const { maxBytesPerFile = DEFAULT_FILE_BYTES, maxBytesTotal = DEFAULT_TOTAL_BYTES } = keepBytes;
  const { size } = file;
  if (size > maxBytesPerFile || keptBytes + size > maxBytesTotal) return undefined;
  keptBytes += size;
  return {
    cancel: () => release(size),
    async keep(bytes) {
      copied = copied.then(nextTurn);
      await copied;
      const { name, type, lastModified, webkitRelativePath } = file;
      const copy = new File([bytes], name, { type, lastModified });
      if (webkitRelativePath) {
        Object.defineProperty(copy, 'webkitRelativePath', { value: webkitRelativePath });
      }
      kept.register(copy, size);
      return copy;
    },
  };
}
