import { damagedError } from '../image-errors.js';
import type { DecodedImage, RenderJob } from '../render-types.js';
import { leftTurn } from './left-turn.js';

function loadElement(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const element = new Image();
    element.addEventListener('load', () => resolve(element), { once: true });
    element.addEventListener('error', (event) => reject(new Error(event.type)), { once: true });
    element.src = url;
  });
}

async function elementOf(image: Blob): Promise<DecodedImage> {
  const url = URL.createObjectURL(image);
  const free = (): void => URL.revokeObjectURL(url);
  try {
    const source = await loadElement(url);
    const { naturalWidth: width, naturalHeight: height } = source;
    return { source, width, height, turn: 1, storedTurn: 1, close: free };
  } catch (error) {
    free();
    throw error;
  }
}

/**
 * Decodes with an `<img>` on the page: it paints what the strict decoders refuse, above all truncated files.
 * It waits for `load` instead of `decode()`, which refuses those too.
 */
export async function decodeByImageElement({ image, info }: RenderJob): Promise<DecodedImage> {
  const turn = await leftTurn(info, 'image-element', elementOf);
  // The type of a Blob decides whether an SVG is shown at all, and must not come from the file's name.
  const decoded = await elementOf(image.slice(0, image.size, info.mediaType));
  if (decoded.width > 0 && decoded.height > 0) return { ...decoded, turn, storedTurn: turn };
  decoded.close();
  throw damagedError(info);
}
