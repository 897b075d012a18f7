/**
 * Returns the original file without its metadata, for an image that needs no resizing and whose file is smaller
 * than what a canvas would write. Its pixels are unchanged.
 */
import { hasOnlyPixels } from '../formats/png-pixels.js';
import { stripMetadata } from '../formats/strip-metadata.js';
import type { Encoded } from './encode.js';
import type { RenderJob } from './render-types.js';
import type { OutputMediaType } from './types.js';

/** Profiles and similar chunks are at the beginning. */
const HEAD_BYTES = 64 * 1024;
const PNG_BIT_DEPTH_AT = 24;

/**
 * Returns the colour components of a JPEG, from its frame header. Four are for printing, and models see them
 * inverted.
 */
function jpegComponents(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 < bytes.length;) {
    const code = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return 0;
    if (code >= 0xc0 && code <= 0xc2) return view.getUint8(at + 9);
    at += 2 + view.getUint16(at + 2);
  }
  return 0;
}

/**
 * Whether every reader sees the same colours: a browser applies profiles and gamma, others use the values as
 * they are.
 */
function isPlain(bytes: Uint8Array, mediaType: SendableType): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const has = (letters: string): boolean => head.includes(letters);
  if (mediaType === 'image/jpeg') {
    return !has('ICC_PROFILE') && [1, 3].includes(jpegComponents(bytes));
  }
  if (has('iCCP') || has('cICP') || has('cHRM') || (has('gAMA') && !has('sRGB'))) return false;
  return (bytes[PNG_BIT_DEPTH_AT] ?? 16) <= 8;
}

/** Only a WebP decoder knows where its compressed data ends, so hidden data after it cannot be detected. */
type SendableType = Exclude<OutputMediaType, 'image/webp'>;

function isSendable(mediaType: OutputMediaType): mediaType is SendableType {
  return mediaType !== 'image/webp';
}

/** Returns `undefined` if the file is not suitable to be sent as it is. */
export async function strippedSource(job: RenderJob): Promise<Encoded | undefined> {
  const { image, info, plan, alternatives } = job;
  const mediaType = [plan.mediaType, ...alternatives]
    .filter(isSendable)
    .find((type) => type === info.mediaType);
  const isWhole = info.orientation === 1 && !info.isAnimated && !info.isTruncated;
  const isSameSize =
    !plan.content && plan.from.width === plan.width && plan.from.height === plan.height;
  if (!mediaType || !isWhole || !isSameSize) return undefined;
  try {
    const stripped = stripMetadata(new Uint8Array(await image.arrayBuffer()), info);
    if (!isPlain(stripped, mediaType)) return undefined;
    if (mediaType === 'image/png' && !(await hasOnlyPixels(stripped))) return undefined;
    return { image: new Blob([stripped], { type: mediaType }), mediaType, quality: 1 };
  } catch {
    // A file that cannot be parsed is sent as it was drawn.
    return undefined;
  }
}
