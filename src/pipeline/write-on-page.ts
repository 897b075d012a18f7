import { readDataUrl } from '../internal/data-url.js';
import type { CanvasWriter } from './encoders/index.js';
import { canvasError } from './image-errors.js';

/**
 * Writes a canvas on the page. Chromium defers `convertToBlob` and `toBlob` until the page is idle, which on
 * a busy page takes a second, and an image may be written several times; `toDataURL` is synchronous.
 */
export const writeOnPage: CanvasWriter = async (canvas, mediaType, quality) => {
  const shown = document.createElement('canvas');
  shown.width = canvas.width;
  shown.height = canvas.height;
  const context = shown.getContext('2d', { willReadFrequently: true });
  if (!context) throw canvasError('The browser provided no canvas.');
  context.drawImage(canvas, 0, 0);
  const url = shown.toDataURL(mediaType, quality);
  shown.width = 0;
  const { mediaType: type = '', body = '' } = readDataUrl(url) ?? {};
  return new Blob([Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))], { type });
};
