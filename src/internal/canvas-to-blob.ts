import { readDataUrl } from './data-url.js';

/** Time that a page has to become idle in, before a canvas is encoded all the same. */
const IDLE_WAIT_MS = 300;

/**
 * Encodes a canvas of the page. Chromium leaves `toBlob` to idle moments, and a busy page has none for as long as 11
 * seconds; `toDataURL` is synchronous. Resolves with `null` if the canvas has no pixels.
 */
export function canvasToBlob(
  canvas: HTMLCanvasElement,
  mediaType: string,
  quality?: number,
): Promise<Blob | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(encodeNow(canvas, mediaType, quality)), IDLE_WAIT_MS);
    canvas.toBlob(
      (blob) => {
        clearTimeout(timer);
        resolve(blob);
      },
      mediaType,
      quality,
    );
  });
}

/** Encodes a canvas of the page synchronously. */
export function encodeNow(
  canvas: HTMLCanvasElement,
  mediaType: string,
  quality: number | undefined,
): Blob | null {
  const url = canvas.toDataURL(mediaType, quality);
  const { mediaType: type = '', body = '' } = readDataUrl(url) ?? {};
  if (body === '') return null;
  return new Blob([Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))], { type });
}
