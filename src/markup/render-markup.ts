import { exportImage } from './export-image.js';
import type { RenderMarkupOptions, RenderedMarkup } from './render-types.js';
import type { Markup } from './types.js';

/**
 * Renders an image with its markup applied, at full size, upright. The result contains only pixels: neither
 * metadata nor what was redacted. Works on a page and in a worker.
 *
 * @throws KitError `damaged`, `canvas-failed`, `aborted`
 */
export async function renderMarkup(
  source: Blob,
  markup: Markup,
  options?: RenderMarkupOptions,
): Promise<RenderedMarkup> {
  return exportImage(source, markup, options);
}
