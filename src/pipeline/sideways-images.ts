/**
 * Images of 16x8 px, red beside blue, with orientation 6, to see what a browser makes of it. Seen upright they are
 * 8x16 px:
 *
 *     stored  RRBB      upright  RR
 *             RRBB               RR
 *                                BB
 *                                BB
 */
import type { ImageMediaType } from '../formats/types.js';
import { createCanvas, releaseCanvas } from './canvas.js';

const base64: Partial<Record<ImageMediaType, string>> = {
  'image/jpeg':
    '/9j/4QAiRXhpZgAASUkqAAgAAAABABIBAwABAAAABgAAAAAAAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxO' +
    'QERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj' +
    'Y2NjY2NjY2NjY2NjY2P/wAARCAAIABADAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAW' +
    'AQEBAQAAAAAAAAAAAAAAAAAHBQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwAVLbwOUBy//9k=',
  'image/png':
    'iVBORw0KGgoAAAANSUhEUgAAABAAAAAIAQMAAADKuO3UAAAAGmVYSWZJSSoACAAAAAEAEgEDAAEAAAAGAAAAAAAAALdIESkAAAAGUExURQAA' +
    '//8AAMX6i9MAAAAJcEhZcwAAA+gAAAPoAbV7UmsAAAAOSURBVAjXY/jPwIANAQBjtAf5rAmCnQAAAABJRU5ErkJggg==',
  'image/avif':
    'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAAOBtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9j' +
    'AAAAAERAAAEAAQAAAAAA+gABAAAACgAAAC0AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAYGlw' +
    'cnAAAABBaXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAABAAAAAIAAAAEHBpeGkAAAAAAwgICAAAAAlpcm90AwAAABdpcG1hAAAAAAAA' +
    'AAEAAQSBAgOEAAAANW1kYXQSAAoIOAy/toCGg0gyHxxCYuTgABYAABDgICcnBPUr9UMg+FecCG6/plS8A34=',
};

/** Returns `undefined` for formats whose orientation browsers ignore, or that this file has no sample of. */
export function sidewaysImage(mediaType: ImageMediaType): Blob | undefined {
  const text = base64[mediaType];
  if (text === undefined) return undefined;
  return new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], {
    type: mediaType,
  });
}

/** Whether a sideways image, drawn at its upright size, is red above and blue below. */
export function isDrawnUpright(source: CanvasImageSource): boolean {
  const surface = createCanvas(8, 16);
  try {
    surface.context.drawImage(source, 0, 0, 8, 16);
    const { data } = surface.context.getImageData(0, 0, 8, 16);
    // The stored image has the other colour here.
    const above = (2 * 8 + 6) * 4;
    const below = (13 * 8 + 1) * 4;
    const isRed = (data[above] ?? 0) > 150 && (data[above + 2] ?? 255) < 100;
    const isBlue = (data[below + 2] ?? 0) > 150 && (data[below] ?? 255) < 100;
    return isRed && isBlue;
  } finally {
    releaseCanvas(surface);
  }
}
