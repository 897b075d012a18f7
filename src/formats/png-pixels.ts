import { letters, uint32be } from './numbers.js';
import { CHUNK_FRAME_BYTES } from './png.js';

/** Samples per pixel of each colour type. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** First column and row of each pass of an interlaced image, and the step sizes. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const NO_PASSES = [[0, 0, 1, 1]] as const;

/** Browsers inflate all that is written at once, up to a thousandfold, before the first byte can be read. */
const SLICE_BYTES = 16_384;

/**
 * Whether the compressed data of a PNG contains only its pixels. Decoders stop reading at the last row, so
 * anything after it would stay in the file.
 */
export async function hasOnlyPixels(png: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (typeof DecompressionStream === 'undefined') return false;
  const expected = inflatedBytes(png);
  let inflated = 0;
  // Bytes after the end of the compressed data are an error.
  const reader = pixelData(png).pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return inflated === expected;
      inflated += value.length;
      if (inflated > expected) return false;
    }
  } catch {
    return false;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function pixelData(png: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const slices = slicesOf(png);
  return new ReadableStream({
    pull(controller) {
      const { done, value } = slices.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

function* slicesOf(png: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>, undefined> {
  for (let at = 8; at + CHUNK_FRAME_BYTES <= png.length;) {
    const end = at + CHUNK_FRAME_BYTES + uint32be(png, at);
    const data =
      letters(png, at + 4, 4) === 'IDAT' ? png.subarray(at + 8, end - 4) : png.subarray(0, 0);
    for (let from = 0; from < data.length; from += SLICE_BYTES) {
      yield data.subarray(from, from + SLICE_BYTES);
    }
    at = end;
  }
  return undefined;
}

/** Each row starts with a byte that names its filter. */
function inflatedBytes(png: Uint8Array): number {
  const [width, height] = [uint32be(png, 16), uint32be(png, 20)];
  const [depth = 0, colourType = 0, , , interlace = 0] = png.subarray(24, 29);
  const bitsPerPixel = depth * (CHANNELS[colourType] ?? 0);
  const passes = interlace === 1 ? PASSES : NO_PASSES;
  return passes.reduce((sum, [column, row, columnStep, rowStep]) => {
    const columns = Math.ceil((width - column) / columnStep);
    const rows = Math.ceil((height - row) / rowStep);
    return columns > 0 && rows > 0
      ? sum + rows * (1 + Math.ceil((columns * bitsPerPixel) / 8))
      : sum;
  }, 0);
}
