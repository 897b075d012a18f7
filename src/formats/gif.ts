/**
 * GIF: a screen, then blocks. Frames may be smaller than the screen and placed anywhere on it; data comes in
 * pieces of at most 255 bytes, ended by an empty one.
 */
import { take, takeAll } from './byte-walk.js';
import { damagedFile, truncatedFile } from './format-errors.js';
import { checkFrameCount } from './limits.js';
import { hasLetters, uint16le } from './numbers.js';
import type { ByteWalk, ImageFormat, ImageInfo, ReadContext } from './types.js';

const NAME = 'GIF';
const SCREEN_BYTES = 13;
const DESCRIPTOR_BYTES = 10;
/** Ten for each of the frames that are allowed at most. */
const MAX_BLOCKS = 100_000;
const WINDOW_BYTES = 64 * 1024;

const EXTENSION = 0x21;
const FRAME = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;

export const gif: ImageFormat = {
  mediaType: 'image/gif',
  matches: (head) => hasLetters(head, 'GIF87a') || hasLetters(head, 'GIF89a'),
  walk: readGif,
};

function* readGif({ checkPixels }: ReadContext): ByteWalk<ImageInfo> {
  const screen = yield* takeAll(0, SCREEN_BYTES, NAME);
  let [width, height] = [uint16le(screen, 6), uint16le(screen, 8)];
  checkPixels({ width, height });
  let at: number | undefined = SCREEN_BYTES + colourTableBytes(screen[10]);
  let isTruncated = true;
  let isSeeThrough = false;
  let hasAlpha = false;
  let frames = 0;

  for (let blocks = 0; at !== undefined; blocks++) {
    if (blocks > MAX_BLOCKS) throw damagedFile(NAME, 'it consists of thousands of tiny parts');
    const head: Uint8Array = yield* take(at, DESCRIPTOR_BYTES);
    const kind = head[0];
    if (kind === EXTENSION) {
      if (head[1] === GRAPHIC_CONTROL && head[2] === 4) isSeeThrough = ((head[3] ?? 0) & 1) === 1;
      at = yield* skipPieces(at + 2);
    } else if (kind === FRAME && head.length === DESCRIPTOR_BYTES) {
      checkFrameCount(++frames, NAME);
      if (frames === 1) {
        const frame = { width: uint16le(head, 5), height: uint16le(head, 7) };
        // Browsers enlarge a screen that its first frame does not fit on.
        width = Math.max(width, uint16le(head, 1) + frame.width);
        height = Math.max(height, uint16le(head, 3) + frame.height);
        checkPixels({ width, height });
        hasAlpha = isSeeThrough || frame.width < width || frame.height < height;
      }
      // One byte for the size of the first code, then the data.
      at = yield* skipPieces(at + DESCRIPTOR_BYTES + colourTableBytes(head[9]) + 1);
    } else {
      // Browsers treat a byte that starts no block as the end.
      isTruncated = head.length === 0 || kind === FRAME;
      if (kind === TRAILER) isTruncated = false;
      break;
    }
  }

  if (frames === 0) {
    throw isTruncated ? truncatedFile(NAME) : damagedFile(NAME, 'there is no image in it');
  }
  if (width === 0 || height === 0) {
    throw damagedFile(NAME, 'it claims to have no width or no height');
  }
  return {
    mediaType: 'image/gif',
    width,
    height,
    orientation: 1,
    hasAlpha,
    isAnimated: frames > 1,
    frameCount: frames,
    isTruncated,
  };
}

/** `flags` says whether there is a table and gives its length as a power of two. */
function colourTableBytes(flags = 0): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

/** Returns where the data pieces that start here end, or `undefined` if the file ends first. */
function* skipPieces(fromByte: number): ByteWalk<number | undefined> {
  let at = fromByte;
  for (;;) {
    const window = yield* take(at, WINDOW_BYTES);
    if (window.length === 0) return undefined;
    let index = 0;
    while (index < window.length) {
      const pieceBytes = window[index] ?? 0;
      index += 1 + pieceBytes;
      if (pieceBytes === 0) return at + index;
    }
    at += index;
  }
}
