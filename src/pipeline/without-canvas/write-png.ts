/** Writes PNG without a canvas, for when it cannot be trusted: the browser only compresses the bytes. */
import { crc32 } from '../../formats/crc32.js';
import type { Size } from '../../formats/types.js';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const COLOUR = 2;
const COLOUR_WITH_ALPHA = 6;
const UP = 2;

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(bytes.length - 4, crc32(bytes.subarray(4, -4)));
  return bytes;
}

function header({ width, height }: Size, hasAlpha: boolean): Uint8Array {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data[8] = 8;
  data[9] = hasAlpha ? COLOUR_WITH_ALPHA : COLOUR;
  return data;
}

/** Returns each row as its difference from the row above, which compresses well. */
function filteredRows(
  pixels: Uint8ClampedArray,
  { width, height }: Size,
  channels: 3 | 4,
): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (1 + width * channels));
  const stride = width * 4;
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    rows[to] = UP;
    to += 1;
    for (let from = y * stride; from < (y + 1) * stride; from += 4) {
      for (let channel = 0; channel < channels; channel += 1) {
        const above = y === 0 ? 0 : (pixels[from - stride + channel] ?? 0);
        rows[to] = (pixels[from + channel] ?? 0) - above;
        to += 1;
      }
    }
  }
  return rows;
}

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** @param pixels RGBA, not premultiplied */
export async function writePng(
  pixels: Uint8ClampedArray,
  size: Size,
  { hasAlpha }: { hasAlpha: boolean },
): Promise<Blob> {
  const data = await pack(filteredRows(pixels, size, hasAlpha ? 4 : 3));
  const parts = [
    SIGNATURE,
    chunk('IHDR', header(size, hasAlpha)),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ];
  return new Blob(parts, { type: 'image/png' });
}
