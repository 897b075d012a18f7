/**
 * Files on a disk may be gone before their image is made again: macOS deletes a screenshot soon after it was dropped. Small ones
 * are read whole when they come in, and live on in memory.
 */
import type { IntakeOptions } from './types.js';

const MEBIBYTE = 1024 * 1024;
const DEFAULT_FILE_BYTES = 12 * MEBIBYTE;
const DEFAULT_TOTAL_BYTES = 128 * MEBIBYTE;

let keptBytes = 0;
const release = (bytes: number): void => {
  keptBytes -= bytes;
};
const kept = new FinalizationRegistry(release);

export interface Reservation {
  /** The file, with its bytes in memory. */
  keep: (bytes: ArrayBuffer) => File;
  /** Not kept after all. */
  cancel: () => void;
}

/** Room for the bytes of a file, where it comes from a disk and there is some. */
export function reserveBytes(
  file: File,
  { from, keepBytes = {} }: Pick<IntakeOptions, 'from' | 'keepBytes'>,
): Reservation | undefined {
  // What comes from a camera, a screen or an address is in memory.
  const mayBeOnDisk = from === 'drop' || from === 'paste' || from === 'pick';
  if (!mayBeOnDisk || keepBytes === false) return undefined;
  const { maxBytesPerFile = DEFAULT_FILE_BYTES, maxBytesTotal = DEFAULT_TOTAL_BYTES } = keepBytes;
  const { size } = file;
  if (size > maxBytesPerFile || keptBytes + size > maxBytesTotal) return undefined;
  keptBytes += size;
  return {
    cancel: () => release(size),
    keep(bytes) {
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
