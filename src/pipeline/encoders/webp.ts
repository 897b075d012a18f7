import type { Encoder } from './types.js';

/** Chunk names as numbers. */
const VP8L = 0x5650384c;
const VP8 = 0x56503820;

export const webp: Encoder = {
  mediaType: 'image/webp',
  keepsAlpha: true,
  hasQuality: true,
  encode: (canvas, quality, write) => write(canvas, 'image/webp', quality),
};

/** The pixels of a WebP file start within this range, possibly after metadata chunks. */
const HEAD_BYTES = 4096;
const RIFF_HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;

/**
 * Whether a WebP is lossless. At quality 1 browsers write it losslessly or with their best lossy setting;
 * only the file shows which.
 */
export async function isLosslessWebp(image: Blob): Promise<boolean> {
  const view = new DataView(await image.slice(0, HEAD_BYTES).arrayBuffer());
  for (let at = RIFF_HEADER_BYTES; at + CHUNK_HEADER_BYTES <= view.byteLength;) {
    const name = view.getUint32(at);
    if (name === VP8L) return true;
    if (name === VP8) return false;
    const bytes = view.getUint32(at + 4, true);
    at += CHUNK_HEADER_BYTES + bytes + (bytes % 2);
  }
  return false;
}
