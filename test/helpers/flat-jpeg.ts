import { bytesOf, u16be } from './bytes.js';

const segment = (marker: number, ...body: Parameters<typeof bytesOf>): Uint8Array => {
  const bytes = bytesOf(...body);
  return bytesOf(0xff, marker, u16be(bytes.length + 2), bytes);
};

/** One code, a single 0 bit: "as the block before" in the table for DC, "nothing more" in the one for AC. */
const oneCode = [1, ...Array.from({ length: 15 }, () => 0), 0];

/** A grey JPEG of one scan and any size, in two bits for each 8x8 px. */
export function flatJpeg(width: number, height: number): Blob {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const head = bytesOf(
    [0xff, 0xd8],
    segment(0xdb, 0, new Uint8Array(64).fill(1)),
    segment(0xc0, 8, u16be(height), u16be(width), 1, 1, 0x11, 0),
    segment(0xc4, 0x00, oneCode),
    segment(0xc4, 0x10, oneCode),
    segment(0xda, 1, 1, 0, 0, 63, 0),
  );
  const scan = new Uint8Array(Math.ceil(blocks / 4));
  return new Blob([head, scan, bytesOf([0xff, 0xd9])], { type: 'image/jpeg' });
}
