import type { Size } from '../formats/types.js';

const WIDTH_TAG = 256;
const HEIGHT_TAG = 257;
const SHORT = 3;
const ENTRY_BYTES = 12;
const MAX_ENTRIES = 256;

/**
 * Returns the size of a TIFF, which macOS adds next to a PNG, or `undefined` for any other file. With several
 * pages, the first counts.
 */
export async function readTiffSize(file: Blob): Promise<Size | undefined> {
  try {
    const head = new DataView(await file.slice(0, 8).arrayBuffer());
    const isLittle = head.getUint16(0) === 0x4949;
    if (!isLittle && head.getUint16(0) !== 0x4d4d) return undefined;
    if (head.getUint16(2, isLittle) !== 42) return undefined;
    const start = head.getUint32(4, isLittle);
    const end = start + 2 + MAX_ENTRIES * ENTRY_BYTES;
    const directory = new DataView(await file.slice(start, end).arrayBuffer());
    const found = new Map<number, number>();
    const entries = Math.min(directory.getUint16(0, isLittle), MAX_ENTRIES);
    for (let at = 2; at < 2 + entries * ENTRY_BYTES; at += ENTRY_BYTES) {
      const isShort = directory.getUint16(at + 2, isLittle) === SHORT;
      const value = isShort
        ? directory.getUint16(at + 8, isLittle)
        : directory.getUint32(at + 8, isLittle);
      found.set(directory.getUint16(at, isLittle), value);
    }
    const [width, height] = [found.get(WIDTH_TAG), found.get(HEIGHT_TAG)];
    return width && height ? { width, height } : undefined;
  } catch {
    // Truncated, or deleted.
    return undefined;
  }
}
