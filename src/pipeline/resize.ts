/**
 * Resizes decoded pixels to the planned size: upright, sharp, on the background.
 *
 * Canvases differ in how they smooth: some only use the nearest four pixels, which loses detail and can
 * reveal hidden text. So the pixels go through the kit's own filter, which is the same in every browser.
 */
import type { Size } from '../formats/types.js';
import { createCanvas, drawTurned, fillCanvas, releaseCanvas, type Canvas2d } from './canvas.js';
import { loadResampler } from './filter/index.js';
import { canvasError } from './image-errors.js';
import type { DecodedImage, ResizeRequest } from './render-types.js';
import { fixedColour, isOneColour, isSameSize, readSourcePixels } from './source-pixels.js';
import { withPixels } from './spare-pixels.js';

export interface Resized extends Canvas2d {
  /** The colour that was put under transparent pixels, if there were any. */
  ground?: string;
  /** Whether the source shows something that is not visible in the result. */
  isBlank: boolean;
  /** Whether text is lost at this size. */
  hasSmallText: boolean;
}

/** A canvas beyond a browser limit silently stays blank. */
function assertPainted({ canvas, context }: Canvas2d): void {
  const { data } = context.getImageData(canvas.width - 1, canvas.height - 1, 1, 1);
  if (data[3] !== 255) {
    throw canvasError(
      `The browser could not draw an image of ${canvas.width} by ${canvas.height} px.`,
    );
  }
}

function isPaintedOver({ canvas, context }: Canvas2d): boolean {
  return isOneColour(context.getImageData(0, 0, canvas.width, canvas.height).data);
}

function uprightSize({ width, height, turn }: DecodedImage): Size {
  return turn >= 5 ? { width: height, height: width } : { width, height };
}

/** Resizes an image. The caller must release the canvas. */
export async function resizeImage(
  decoded: DecodedImage,
  { width, height, background, hasAlpha, sourceWidth }: ResizeRequest,
): Promise<Resized> {
  const target = { width, height };
  const surface = createCanvas(width, height, background === undefined);
  try {
    let facts: Omit<Resized, keyof Canvas2d> = { isBlank: false, hasSmallText: false };
    if (isSameSize(uprightSize(decoded), target) && !hasAlpha) {
      // Some files have transparent pixels although their header does not say so.
      if (background !== undefined) fillCanvas(surface, fixedColour(background));
      drawTurned(surface.context, decoded.source, decoded.turn, target);
    } else {
      const pixels = readSourcePixels(decoded, {
        ...target,
        hasAlpha,
        background,
        sourceWidth,
      });
      const resampler = await loadResampler();
      await withPixels(target, async (into) => {
        const upright = await pixels.resample(resampler, target, into);
        surface.context.putImageData(new ImageData(upright, width, height), 0, 0);
      });
      facts = {
        ...(pixels.ground !== undefined && { ground: pixels.ground }),
        isBlank: pixels.hasDrawing && isPaintedOver(surface),
        hasSmallText: pixels.hasSmallText(),
      };
    }
    if (background !== undefined) assertPainted(surface);
    return { ...surface, ...facts };
  } catch (error) {
    releaseCanvas(surface);
    throw error;
  }
}
