/** A PNG without a canvas: a gradient in a palette of 256 colours, for answers with images. */
import { crc32 } from '../../formats/crc32.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MAX_STORED_BYTES = 65_535;

/** Draws a sun over hills. `blockPx` is the size of its mosaic: 1 for the finished image. */
export function drawPng(width: number, height: number, blockPx: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const block = (at: number): number => Math.floor(at / blockPx) * blockPx + blockPx / 2;
      rows[y * (width + 1) + x + 1] = colourAt(block(x) / width, block(y) / height);
    }
  }
  return join(
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', join(uint32(width), uint32(height), Uint8Array.of(8, 3, 0, 0, 0))),
    chunk('PLTE', palette()),
    chunk('IDAT', stored(rows)),
    chunk('IEND', new Uint8Array()),
  );
}

/** Returns an index into the palette: the sky up to 159, then the sun, then hills. */
function colourAt(x: number, y: number): number {
  const hill = 0.68 + 0.08 * Math.sin(x * 7) + 0.04 * Math.sin(x * 17);
  if (y > hill) return 208 + Math.min(47, Math.floor((y - hill) * 120));
  const fromSun = Math.hypot(x - 0.62, y - 0.4);
  return fromSun < 0.14 ? 160 + Math.floor(fromSun * 300) : Math.floor(y * 159);
}

function palette(): Uint8Array {
  return Uint8Array.from({ length: 768 }, (_, at) => {
    const index = Math.floor(at / 3);
    const [from, to, share] =
      index < 160
        ? ([[58, 92, 150], [250, 196, 150], index / 159] as const)
        : index < 208
          ? ([[255, 244, 214], [250, 214, 140], (index - 160) / 47] as const)
          : ([[72, 116, 92], [28, 52, 52], (index - 208) / 47] as const);
    const channel = (at % 3) as 0 | 1 | 2;
    return Math.round(from[channel] + (to[channel] - from[channel]) * share);
  });
}

/** Returns a zlib stream of blocks that are not compressed. */
function stored(bytes: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  let [a, b] = [1, 0];
  for (let at = 0; at < bytes.length; at += MAX_STORED_BYTES) {
    const block = bytes.subarray(at, at + MAX_STORED_BYTES);
    const isLast = at + MAX_STORED_BYTES >= bytes.length;
    const size = block.length;
    blocks.push(
      Uint8Array.of(Number(isLast), size & 255, size >> 8, ~size & 255, (~size >> 8) & 255),
      block,
    );
  }
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return join(...blocks, uint32(((b << 16) | a) >>> 0));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const content = join(
    Uint8Array.from(type, (letter) => letter.charCodeAt(0)),
    data,
  );
  return join(uint32(data.length), content, uint32(crc32(content)));
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
