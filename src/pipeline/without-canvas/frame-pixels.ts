import type { Size } from '../../formats/types.js';
import { loadResampler } from '../filter/index.js';
import type { DecodedImage } from '../render-types.js';

export interface PlainPixels extends Size {
  /** RGBA, not premultiplied, upright. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
  hasAlpha: boolean;
}

type Format = 'RGBA' | 'RGBX' | 'BGRA' | 'BGRX';

const formats: readonly string[] = ['RGBA', 'RGBX', 'BGRA', 'BGRX'] satisfies Format[];

/** Returns the image as a WebCodecs frame, whose pixels no privacy setting alters. */
function frameOf({ source }: DecodedImage): { frame: VideoFrame; isOwn: boolean } {
  return source instanceof VideoFrame
    ? { frame: source, isOwn: false }
    : { frame: new VideoFrame(source, { timestamp: 0 }), isOwn: true };
}

async function copyPixels(
  frame: VideoFrame,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; format: Format }> {
  const { codedWidth: width, codedHeight: height } = frame;
  const bytes = new Uint8Array(width * height * 4);
  const format = (formats.includes(frame.format ?? '') ? frame.format : 'RGBA') as Format;
  await frame.copyTo(bytes, {
    rect: { x: 0, y: 0, width, height },
    layout: [{ offset: 0, stride: width * 4 }],
    ...(format !== frame.format && { format }),
  });
  return { bytes, format };
}

/** Returns pixels at a size, produced without a canvas. */
export async function framePixels(decoded: DecodedImage, target: Size): Promise<PlainPixels> {
  const { frame, isOwn } = frameOf(decoded);
  try {
    const { bytes, format } = await copyPixels(frame);
    const turn = isOwn ? 1 : decoded.storedTurn;
    const to = turn >= 5 ? { width: target.height, height: target.width } : target;
    const resampler = await loadResampler();
    const hasAlpha = format === 'RGBA' || format === 'BGRA';
    const pixels = resampler.resample(
      bytes,
      { width: frame.codedWidth, height: frame.codedHeight },
      to,
      { hasAlpha, turn, layout: format === 'BGRA' || format === 'BGRX' ? 'BGRA' : 'RGBA' },
    );
    return { pixels, ...target, hasAlpha };
  } finally {
    if (isOwn) frame.close();
  }
}

/**
 * Puts a colour under transparent pixels, in place. Returns whether there were any. `colour` is red, green
 * and blue.
 */
export function flattenOn(pixels: Uint8ClampedArray, colour: readonly number[]): boolean {
  let isTransparent = false;
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3] ?? 255;
    if (alpha === 255) continue;
    isTransparent = true;
    for (const [channel, value] of colour.entries()) {
      const drawn = pixels[at + channel] ?? 0;
      pixels[at + channel] = (drawn * alpha + value * (255 - alpha)) / 255;
    }
    pixels[at + 3] = 255;
  }
  return isTransparent;
}
