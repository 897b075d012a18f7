import { bytesOf, u16le, u32le } from './bytes.js';

interface IconImage {
  /** A PNG, or what `inIcon` makes of a BMP. */
  bytes: Uint8Array;
  widthPx: number;
  heightPx: number;
}

/** An ICO, or a CUR, of images in several sizes. A side of 256 px or more is written as 0. */
export function makeIcon(images: readonly IconImage[], kind: 'ico' | 'cur' = 'ico') {
  let startByte = 6 + images.length * 16;
  const entries = images.map(({ bytes, widthPx, heightPx }) => {
    const sides = [widthPx, heightPx].map((side) => (side >= 256 ? 0 : side));
    const entry = bytesOf(
      sides,
      u16le(0),
      u16le(1),
      u16le(32),
      u32le(bytes.length),
      u32le(startByte),
    );
    startByte += bytes.length;
    return entry;
  });
  return bytesOf(
    u16le(0),
    u16le(kind === 'ico' ? 1 : 2),
    u16le(images.length),
    ...entries,
    ...images.map(({ bytes }) => bytes),
  );
}

/** A BMP as it stands in an icon: without its file header, and with a mask that shows all of it. */
export function inIcon(bmp: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  const headerBytes = new DataView(bmp.buffer, bmp.byteOffset).getUint32(14, true);
  const pixelsAt = new DataView(bmp.buffer, bmp.byteOffset).getUint32(10, true);
  const header = bmp.slice(14, 14 + headerBytes);
  new DataView(header.buffer).setInt32(8, heightPx * 2, true);
  const mask = new Uint8Array(Math.ceil(widthPx / 32) * 4 * heightPx);
  return bytesOf(header, bmp.subarray(pixelsAt), mask);
}
