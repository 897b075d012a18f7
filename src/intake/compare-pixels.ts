/**
 * Whether two files show the same image, however they were compressed: the means of small blocks survive
 * every codec.
 */
import type { ImageInfo } from '../formats/types.js';

const BLOCK_PX = 8;
/** A multiple of the block size. */
const STRIP_PX = 256;
/** Larger images are not decoded for a comparison: two of them would exceed the memory of a phone. */
const MAX_PIXELS = 40_000_000;
const DECODE_MS = 5000;

/** Levels by which blocks may differ: brightness, then colour, which codecs preserve less well. */
const EXACT = [2, 2] as const;
const LOSSY = [8, 24] as const;
const EXACT_TYPES: readonly string[] = ['image/png', 'image/bmp'];

/** Means of each block, or why there are none: the browser cannot open the file, or it was not attempted. */
export type Pixels = { means: Float32Array; isExact: boolean } | 'unopened' | 'unknown';

export async function pixelsOf(file: Blob, info: ImageInfo | undefined): Promise<Pixels> {
  if (!info) return 'unopened';
  const isLarge = info.width * info.height > MAX_PIXELS;
  if (isLarge || typeof createImageBitmap !== 'function') return 'unknown';
  const isExact = EXACT_TYPES.includes(info.mediaType);
  const decoded = createImageBitmap(file);
  // Also closes a bitmap that arrives too late.
  const closed = decoded.then(
    (bitmap) => bitmap,
    () => undefined,
  );
  const bitmap = await Promise.race([closed, tooLate()]);
  if (bitmap === 'late') {
    void closed.then((late) => late?.close());
    return 'unknown';
  }
  if (!bitmap) return 'unopened';
  try {
    const means = await meansOf(bitmap);
    return means ? { means, isExact } : 'unknown';
  } finally {
    bitmap.close();
  }
}

const tooLate = (): Promise<'late'> =>
  new Promise((resolve) => setTimeout(() => resolve('late'), DECODE_MS));

/**
 * Returns the brightness and both colour values of each block, on white. Works strip by strip, so that the
 * page stays responsive.
 */
async function meansOf(bitmap: ImageBitmap): Promise<Float32Array | undefined> {
  const { width, height } = bitmap;
  const columns = Math.ceil(width / BLOCK_PX);
  const means = new Float32Array(columns * Math.ceil(height / BLOCK_PX) * 3);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.min(STRIP_PX, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  try {
    for (let top = 0; top < height; top += STRIP_PX) {
      const rows = Math.min(STRIP_PX, height - top);
      context.fillStyle = '#fff';
      context.fillRect(0, 0, width, rows);
      context.drawImage(bitmap, 0, -top);
      const { data } = context.getImageData(0, 0, width, rows);
      addMeans(data, { width, rows, columns }, means, (top / BLOCK_PX) * columns);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return means;
  } finally {
    canvas.width = 0;
  }
}

interface Strip {
  width: number;
  rows: number;
  columns: number;
}

function addMeans(
  data: Uint8ClampedArray,
  { width, rows, columns }: Strip,
  means: Float32Array,
  firstBlock: number,
): void {
  for (let y = 0; y < rows; y += BLOCK_PX) {
    for (let x = 0; x < width; x += BLOCK_PX) {
      const [right, bottom] = [Math.min(x + BLOCK_PX, width), Math.min(y + BLOCK_PX, rows)];
      let [red, green, blue] = [0, 0, 0];
      for (let row = y; row < bottom; row++) {
        for (let at = (row * width + x) * 4; at < (row * width + right) * 4; at += 4) {
          red += data[at] ?? 0;
          green += data[at + 1] ?? 0;
          blue += data[at + 2] ?? 0;
        }
      }
      const pixels = (right - x) * (bottom - y);
      const light = (0.299 * red + 0.587 * green + 0.114 * blue) / pixels;
      const block = firstBlock + (y / BLOCK_PX) * columns + x / BLOCK_PX;
      means.set([light, blue / pixels - light, red / pixels - light], block * 3);
    }
  }
}

export function samePixels(one: Pixels, other: Pixels): boolean {
  if (typeof one === 'string' || typeof other === 'string') return false;
  const [light, colour] = one.isExact && other.isExact ? EXACT : LOSSY;
  return one.means.every(
    (mean, at) => Math.abs(mean - (other.means[at] ?? 0)) <= (at % 3 === 0 ? light : colour),
  );
}
