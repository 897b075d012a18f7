import { readDataUrl } from '../internal/data-url.js';
import type { CanvasWriter } from './encoders/index.js';
import { canvasError } from './image-errors.js';

/** Writes a canvas on the page. */
export const writeOnPage: CanvasWriter = async (canvas, mediaType, quality) => {
  const shown = document.createElement('canvas');
  shown.width = canvas.width;
  shown.height = canvas.height;
  const context = shown.getContext('2d', { willReadFrequently: true });
  if (!context) throw canvasError('The browser provided no canvas.');
  context.drawImage(canvas, 0, 0);
  const image = encodeOnPage(shown, mediaType, quality);
  shown.width = 0;
  return image;
};

/**
 * Encodes a canvas of the page. Chromium defers `convertToBlob` and `toBlob` until the page is idle, which on a busy
 * page takes seconds; `toDataURL` is synchronous.
 */
export function encodeOnPage(
  canvas: HTMLCanvasElement,
  mediaType: string,
  quality: number | undefined,
): Blob {
  const url = canvas.toDataURL(mediaType, quality);
  const { mediaType: type = '', body = '' } = readDataUrl(url) ?? {};
  return new Blob([Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))], { type });
}
