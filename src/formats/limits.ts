import { KitError } from '../errors.js';
import type { Size, SourceLimits } from './types.js';

const DEFAULT_MAX_BYTES = 30 * 1024 * 1024;
const DEFAULT_MAX_PIXELS = 100_000_000;

/** @throws KitError `too-many-bytes` */
export function checkBytes(
  fileBytes: number,
  { maxBytes = DEFAULT_MAX_BYTES }: SourceLimits,
): void {
  if (fileBytes <= maxBytes) return;
  throw new KitError('too-many-bytes', {
    message: `This file has ${inMegabytes(fileBytes)}, and at most ${inMegabytes(maxBytes)} are taken. Save it smaller, or with more compression, and add that.`,
    facts: { limit: maxBytes, value: fileBytes },
  });
}

/**
 * A progressive picture is gone over once for each of its scans, and a file can repeat them: 64 megapixels with 62 scans
 * keep Chromium busy for 11 to 16 seconds, and fill 60 kB. Real files have about ten scans. So many passes over the largest
 * allowed picture, and more over smaller ones, end within the ten seconds that a decoder is given.
 */
const MAX_PASSES_AT_FULL_SIZE = 20;

/** @throws KitError `too-many-pixels` */
export function checkPixels(
  { width, height }: Size,
  { maxPixels = DEFAULT_MAX_PIXELS }: SourceLimits,
  passes = 1,
): void {
  const pixels = width * height;
  if (pixels > maxPixels) {
    throw new KitError('too-many-pixels', {
      message: `This picture is ${width} × ${height} pixels (${inMegapixels(pixels)}), and at most ${inMegapixels(maxPixels)} are taken. Make it smaller in an image editor, and add that.`,
      facts: { limit: maxPixels, value: pixels },
    });
  }
  const maxDrawn = maxPixels * MAX_PASSES_AT_FULL_SIZE;
  if (pixels * passes > maxDrawn) {
    throw new KitError('too-many-pixels', {
      message: `This picture is ${width} × ${height} pixels and draws each of them ${passes} times or more, which would take very long to open. Open it in an image editor, save it as a new file, and add that.`,
      facts: { limit: maxDrawn, value: pixels * passes },
    });
  }
}

/** Chromium takes 0.05 seconds to the first frame of a WebP of 5,000 frames, 1.5 of 20,000, and more than 40 of 100,000. */
const MAX_FRAMES = 10_000;

/** @throws KitError `too-many-pixels` */
export function checkFrameCount(frames: number, format: string): void {
  if (frames <= MAX_FRAMES) return;
  throw new KitError('too-many-pixels', {
    message: `This ${format} animation has more than ${MAX_FRAMES} frames. Save one of them as a picture of its own, and add that.`,
    facts: { limit: MAX_FRAMES, value: frames, format },
  });
}

/** Rounded away from the limit's side never hides that a value passed it: one decimal is kept. */
const inMegabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const inMegapixels = (pixels: number): string => `${(pixels / 1_000_000).toFixed(1)} megapixels`;
