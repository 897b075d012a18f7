import { KitError } from '../errors.js';
import type { ImageInfo, Size } from '../formats/types.js';
import type { ExpandedImage } from '../intake/file-source.js';
import { canvasToBlob } from '../internal/canvas-to-blob.js';
import { planResize } from '../pipeline/plan-resize.js';
import type { ModelImageRules } from '../models/types.js';
import type { PdfFile } from './types.js';

/** Longest text of a page that becomes an alternative text, in UTF-16 units. */
const MAX_ALT_LENGTH = 2000;
/** Images that are wanted now go before thumbnails. */
const IMAGE_PRIORITY = 1;

export interface MakeOptions {
  /** Name of the image: `report.pdf, page 3`. */
  name: string;
  rules: ModelImageRules;
  textAsAlt: boolean;
  signal: AbortSignal;
}

/** Makes the image of a page, in the size that the model uses. */
export async function makeImage(
  pdf: PdfFile,
  number: number,
  { name, rules, textAsAlt, signal }: MakeOptions,
): Promise<ExpandedImage> {
  const size = await pdf.pageSize(number, signal);
  const draw = async (exact: Size, options: { signal: AbortSignal }): Promise<Blob> =>
    writePng(await pdf.drawPage(number, exact, { ...options, priority: IMAGE_PRIORITY }));
  const image = await draw(sizeForModel(size, rules), { signal });
  const alt = textAsAlt ? await pdf.readText(number, signal) : '';
  return {
    file: new File([image], name, { type: image.type }),
    drawing: { ...size, draw },
    ...(alt !== '' && { alt: alt.slice(0, MAX_ALT_LENGTH) }),
  };
}

function sizeForModel(drawing: Size, rules: ModelImageRules): Size {
  const info: ImageInfo = {
    mediaType: 'image/png',
    ...drawing,
    orientation: 1,
    hasAlpha: false,
    isAnimated: false,
    isTruncated: false,
    drawing,
  };
  const plan = planResize(info, rules);
  return plan.content ?? plan;
}

async function writePng(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await canvasToBlob(canvas, 'image/png');
  canvas.width = 0;
  if (blob) return blob;
  throw new KitError('canvas-failed', {
    message:
      'This device has not enough memory left to draw the page. Close other tabs, then try again.',
  });
}
