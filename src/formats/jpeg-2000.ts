/** JPEG 2000: a codestream, alone or in a file of boxes; both state the size in the first bytes. */
import { takeAll } from './byte-walk.js';
import { damagedFile } from './format-errors.js';
import { hasLetters, uint32be } from './numbers.js';
import type { ByteWalk, ImageFormat, ImageInfo, ReadContext, Size } from './types.js';

const NAME = 'JPEG 2000';
const CODESTREAM = '\xff\x4f\xff\x51';
const FILE = '\0\0\0\x0cjP';
const HEAD_BYTES = 1024;

export const jpeg2000: ImageFormat = {
  mediaType: 'image/jp2',
  matches: (head) => hasLetters(head, CODESTREAM) || hasLetters(head, FILE),
  walk: readJpeg2000,
};

function* readJpeg2000({ fileBytes, checkPixels }: ReadContext): ByteWalk<ImageInfo> {
  const head = yield* takeAll(0, Math.min(fileBytes, HEAD_BYTES), NAME);
  const size = hasLetters(head, CODESTREAM) ? codestreamSize(head) : headerSize(head);
  if (size.width <= 0 || size.height <= 0) throw damagedFile(NAME, 'its size is missing');
  checkPixels(size);
  return {
    mediaType: 'image/jp2',
    ...size,
    orientation: 1,
    // Only known from the pixels.
    hasAlpha: true,
    isAnimated: false,
    isTruncated: false,
  };
}

/** Returns the size from two corners of the image on a grid. */
function codestreamSize(head: Uint8Array): Size {
  return {
    width: uint32be(head, 8) - uint32be(head, 16),
    height: uint32be(head, 12) - uint32be(head, 20),
  };
}

/** The box `ihdr` is near the start, nested in another. */
function headerSize(head: Uint8Array): Size {
  for (let at = 0; at + 16 <= head.length; at++) {
    if (!hasLetters(head, 'ihdr', at)) continue;
    return { width: uint32be(head, at + 8), height: uint32be(head, at + 4) };
  }
  return { width: 0, height: 0 };
}
