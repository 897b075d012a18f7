import { encodeNow } from '../internal/canvas-to-blob.js';
import type { CanvasWriter } from './encoders/index.js';
import { canvasError } from './image-errors.js';

/**
 * Writes a canvas on the page. Chromium defers `convertToBlob` and `toBlob` until the page is idle, which on
 * a busy page takes seconds, and an image may be written several times.
 */
export const writeOnPage: CanvasWriter = async (canvas, mediaType, quality) => {
  const shown = document.createElement('canvas');
  shown.width = canvas.width;
  shown.height = canvas.height;
  const context = shown.getContext('2d', { willReadFrequently: true });
  if (!context) throw canvasError('The browser provided no canvas.');
  context.drawImage(canvas, 0, 0);
  const image = encodeNow(shown, mediaType, quality);
  shown.width = 0;
  if (!image) throw canvasError('The browser could not write the image.');
  return image;
};
