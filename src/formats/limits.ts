import { KitError } from '../errors.js';
import type { DrawnPixels, Size, SourceLimits } from './types.js';

const DEFAULT_MAX_BYTES = 30 * 1024 * 1024;
const MEBIBYTE = 1024 * 1024;
const MEGAPIXEL = 1_000_000;
const DEFAULT_MAX_PIXELS = 100 * MEGAPIXEL;

/** The sensors of phones have up to 200 megapixels. Where a decoder makes an eighth of a JPEG, that takes 0.8 seconds and 2 MB. */
const DEFAULT_MAX_SMALL_DECODED_PIXELS = 205 * MEGAPIXEL;

/** Even the largest telescope and scanner mosaics stay below this, in files far larger than accepted here. */
const IMPOSSIBLE_PIXELS = 100_000 * MEGAPIXEL;

/** @throws KitError `too-many-bytes` */
export function checkBytes(
  fileBytes: number,
  { maxBytes = DEFAULT_MAX_BYTES }: SourceLimits,
): void {
  if (fileBytes <= maxBytes) return;
  const [unit, name] = byteUnit(maxBytes);
  throw new KitError('too-many-bytes', {
    message: `This file has ${above(fileBytes, maxBytes, unit)} ${name}, and at most ${rounded(maxBytes / unit)} ${name} are accepted. Save it smaller, or with more compression, and add that.`,
    facts: { limit: maxBytes, value: fileBytes },
  });
}

/**
 * A progressive image is decoded once per scan, and a file can repeat scans: 64 megapixels with 62 scans keep
 * Chromium busy for 11 to 16 seconds, in only 60 kB. Real files have about ten scans. This many passes over
 * the largest allowed image, and more over smaller ones, finish within the ten seconds that a decoder is
 * given.
 */
const MAX_PASSES_AT_FULL_SIZE = 20;

/** Whether this browser has a decoder that can make an eighth of a JPEG without making all of it first. */
const canDecodeSmall = (): boolean => 'ImageDecoder' in globalThis;

/** @throws KitError `too-many-pixels` */
export function checkPixels(
  { width, height }: Size,
  limits: SourceLimits,
  { passes = 1, isDecodedSmall = false }: DrawnPixels = {},
): void {
  const maxPixels =
    limits.maxPixels ??
    (isDecodedSmall && canDecodeSmall() ? DEFAULT_MAX_SMALL_DECODED_PIXELS : DEFAULT_MAX_PIXELS);
  const pixels = width * height;
  if (pixels > maxPixels) {
    const [unit, name] = maxPixels < MEGAPIXEL ? [1, 'pixels'] : [MEGAPIXEL, 'megapixels'];
    const size = `${rounded(width)} × ${rounded(height)} pixels`;
    throw new KitError('too-many-pixels', {
      message:
        pixels > IMPOSSIBLE_PIXELS
          ? `This file says that it is ${size}, which no image is: it is damaged, or somebody made it up. Leave it out, or save it again where it comes from.`
          : `This image is ${size} (${above(pixels, maxPixels, unit)} ${name}), and at most ${rounded(maxPixels / unit)} ${name} are accepted. Make it smaller in an image editor, and add that.`,
      facts: { limit: maxPixels, value: pixels },
    });
  }
  const maxDrawn = maxPixels * MAX_PASSES_AT_FULL_SIZE;
  if (pixels * passes > maxDrawn) {
    throw new KitError('too-many-pixels', {
      message: `This image is ${rounded(width)} × ${rounded(height)} pixels and draws each of them ${rounded(passes)} times or more, which would take very long to open. Open it in an image editor, save it as a new file, and add that.`,
      facts: { limit: maxDrawn, value: pixels * passes },
    });
  }
}

/**
 * Time to the first frame of a WebP in Chromium: 0.05 seconds with 5,000 frames, 1.5 with 20,000, and more
 * than 40 with 100,000.
 */
const MAX_FRAMES = 10_000;

/** @throws KitError `too-many-pixels` */
export function checkFrameCount(frames: number, format: string): void {
  if (frames <= MAX_FRAMES) return;
  throw new KitError('too-many-pixels', {
    message: `This ${format} animation has more than ${rounded(MAX_FRAMES)} frames. Save one of them as a separate image, and add that.`,
    facts: { limit: MAX_FRAMES, value: frames, format },
  });
}

function byteUnit(bytes: number): [unitBytes: number, name: string] {
  if (bytes < 1024) return [1, 'bytes'];
  return bytes < MEBIBYTE ? [1024, 'kB'] : [MEBIBYTE, 'MB'];
}

const rounded = (value: number, digits = 1): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits });

/** Formats a value above its limit with as many digits as needed to show it: 30.04 if the limit is 30. */
function above(value: number, limit: number, unit: number): string {
  for (const digits of [1, 2, 3]) {
    const text = rounded(value / unit, digits);
    if (text !== rounded(limit / unit, digits)) return text;
  }
  return `a little more than ${rounded(limit / unit)}`;
}
