/**
 * Makes decoded pixels the planned size: upright, sharp, on the background.
 *
 * Canvases smooth each in their own way: some look at the nearest four pixels only, by which detail is lost and hidden
 * text can jump out. So the pixels go through the kit's own filter, which is the same in every browser.
 */
import type { Size } from '../formats/types.js';
import { createCanvas, drawTurned, fillCanvas, releaseCanvas, type Canvas2d } from './canvas.js';
import { loadResampler } from './filter/index.js';
import { canvasError } from './image-errors.js';
import type { DecodedImage, ResizeRequest } from './render-types.js';
import { fixedColour, isOneColour, isSameSize, readSourcePixels } from './source-pixels.js';
import { withPixels } from './spare-pixels.js';

export interface Resized extends Canvas2d {
  /** The colour that was put under transparent pixels, where there were some. */
  ground?: string;
  /** Something is drawn in the source, and nothing of it can be seen. */
  isBlank: boolean;
  /** Its words are lost at this size. */
  hasSmallText: boolean;
}

/** A canvas past a limit of the browser stays empty without a word. */
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

/** Release the canvas where you got it. */
export async function resizeImage(
  decoded: DecodedImage,
  { width, height, background, hasAlpha, sourceWidth }: ResizeRequest,
): Promise<Resized> {
  const target = { width, height };
  const surface = createCanvas(width, height, background === undefined);
  try {
    let facts: Omit<Resized, keyof Canvas2d> = { isBlank: false, hasSmallText: false };
    if (isSameSize(uprightSize(decoded), target) && !hasAlpha) {
      // Some files have transparent pixels although their header says no word of it.
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
