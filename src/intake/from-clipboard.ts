import { paintableMediaTypes } from '../formats/media-types.js';
import { acceptedMediaTypes } from './accept.js';
import { captureRejection, explainCapture } from './explain-capture.js';
import { readPasted } from './read-paste.js';
import type { IntakeOptions, IntakeResult } from './types.js';

/**
 * Collects the images of a clipboard. A user who presses a button for images wants them, whatever text
 * accompanies them.
 */
export async function collectClipboard(
  asked: Promise<ClipboardItems>,
  options: IntakeOptions,
): Promise<IntakeResult> {
  try {
    const items = await asked;
    const accepted = acceptedMediaTypes(options.accept);
    const files = (await Promise.all(items.map((item) => imageOf(item, accepted)))).flat();
    const [html, text] = await Promise.all([
      textOf(items, 'text/html'),
      textOf(items, 'text/plain'),
    ]);
    const { fetchLinks = false } = options;
    const { taken } = readPasted({ files, html, text }, { mixedContent: 'images', fetchLinks });
    if (taken) return await taken.collect({ from: 'paste', ...options });
  } catch (error) {
    const rejection = explainCapture(error, 'paste');
    return { images: [], rejections: rejection ? [rejection] : [] };
  }
  return { images: [], rejections: [captureRejection('clipboard-empty')] };
}

const paintable: ReadonlySet<string> = new Set(paintableMediaTypes);

/**
 * Returns the first accepted type that the system provides, since one image may be offered in several types; of
 * these, one that every browser opens comes first. macOS offers TIFF before PNG.
 */
async function imageOf(item: ClipboardItem, accepted: readonly string[]): Promise<File[]> {
  const offered = item.types.filter((type) => type.startsWith('image/'));
  const isAccepted = (type: string): boolean =>
    acceptedMediaTypes([type]).some((one) => accepted.includes(one));
  const rankOf = (type: string): number => (isAccepted(type) ? Number(!paintable.has(type)) : 2);
  const types = offered.toSorted((one, other) => rankOf(one) - rankOf(other));
  let failure: unknown;
  for (const type of types) {
    try {
      return [new File([await item.getType(type)], '', { type })];
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure) throw failure;
  return [];
}

async function textOf(items: ClipboardItems, type: string): Promise<string> {
  const item = items.find(({ types }) => types.includes(type));
  return item ? (await item.getType(type)).text() : '';
}
