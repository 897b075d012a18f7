import { captureRejection, explainCapture } from './explain-capture.js';
import { readPasted } from './read-paste.js';
import type { IntakeOptions, IntakeResult } from './types.js';

/** The pictures of a clipboard. Who presses a button for pictures wants them, whatever text stands beside them. */
export async function collectClipboard(
  asked: Promise<ClipboardItems>,
  options: IntakeOptions,
): Promise<IntakeResult> {
  try {
    const items = await asked;
    const files = (await Promise.all(items.map(pictureOf))).flat();
    const [html, text] = await Promise.all([
      textOf(items, 'text/html'),
      textOf(items, 'text/plain'),
    ]);
    const { fetchLinks = false } = options;
    const pasted = readPasted({ files, html, text }, { mixedContent: 'images', fetchLinks });
    if (pasted) return await pasted.collect({ from: 'paste', ...options });
  } catch (error) {
    const rejection = explainCapture(error, 'paste');
    return { images: [], rejections: rejection ? [rejection] : [] };
  }
  return { images: [], rejections: [captureRejection('clipboard-empty')] };
}

async function pictureOf(item: ClipboardItem): Promise<File[]> {
  const type = item.types.find((offered) => offered.startsWith('image/'));
  return type === undefined ? [] : [new File([await item.getType(type)], '', { type })];
}

async function textOf(items: ClipboardItems, type: string): Promise<string> {
  const item = items.find(({ types }) => types.includes(type));
  return item ? (await item.getType(type)).text() : '';
}
