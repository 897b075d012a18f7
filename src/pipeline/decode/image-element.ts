import { withObjectUrl } from '../../internal/object-url.js';
import { damagedError } from '../image-errors.js';
import type { DecodedImage, RenderJob } from '../render-types.js';

function loadElement(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const element = new Image();
    element.addEventListener('load', () => resolve(element), { once: true });
    element.addEventListener('error', (event) => reject(new Error(event.type)), { once: true });
    element.src = url;
  });
}

/**
 * An `<img>`, on the page: it paints what the strict decoders refuse, above all files that are cut short. `load`, not
 * `decode()`, is waited for, since the latter refuses those too.
 */
export function decodeByImageElement({ image, info }: RenderJob): Promise<DecodedImage> {
  // The type of a Blob decides whether an SVG is shown at all, and must not be the claim of a name.
  const typed = image.slice(0, image.size, info.mediaType);
  return withObjectUrl(typed, async (url) => {
    const element = await loadElement(url);
    const { naturalWidth: width, naturalHeight: height } = element;
    if (width === 0 || height === 0) throw damagedError(info);
    return {
      source: element,
      width,
      height,
      turn: 1,
      close: () => element.removeAttribute('src'),
    };
  });
}
