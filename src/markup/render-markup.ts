import { loadPart } from '../internal/load-part.js';
import type { RenderMarkupOptions, RenderedMarkup } from './render-types.js';
import type { Markup } from './types.js';

/**
 * Writes an image anew with what was done to it, at its full size, upright. What was redacted is not in the result, and
 * neither is anything else but pixels. Works on a page and in a worker; the code loads with the first call.
 *
 * @throws KitError `damaged`, `canvas-failed`, `aborted`, `unreachable`
 */
export async function renderMarkup(
  source: Blob,
  markup: Markup,
  options?: RenderMarkupOptions,
): Promise<RenderedMarkup> {
  const { exportImage } = await loadPart(() => import('./export-image.js'));
  return exportImage(source, markup, options);
}
