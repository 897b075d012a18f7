/**
 * Colours of HEIC files: iPhones write Display P3, and the decoder returns its values as if they were sRGB, which makes
 * saturated colours pale.
 */
import { hasLetters, letters } from '../../formats/numbers.js';

/** The properties of a file are described before its pixels. */
const HEAD_BYTES = 256 * 1024;
/** A profile names itself near its start. */
const PROFILE_BYTES = 1024;
/** The primaries of Display P3 in ISO/IEC 23091-2. */
const P3_PRIMARIES = 12;
/** Converted in one go; the page stays responsive between two parts. */
const PART_PIXELS = 1_000_000;

/** Whether a HEIC file says that its colours are Display P3. */
export async function isDisplayP3(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  for (let at = head.indexOf(0x63); at !== -1; at = head.indexOf(0x63, at + 1)) {
    if (!hasLetters(head, 'colr', at)) continue;
    if (hasLetters(head, 'nclx', at + 4)) return head[at + 9] === P3_PRIMARIES;
    const profile = letters(head, at + 8, PROFILE_BYTES);
    // Names are written in two bytes a letter.
    if (profile.replaceAll('\0', '').includes('Display P3')) return true;
  }
  return false;
}

/** Converts an image whose values are Display P3 to sRGB, part by part. The given one is closed. */
export async function convertDisplayP3(image: ImageBitmap): Promise<ImageBitmap> {
  const { width, height } = image;
  const rows = Math.max(1, Math.floor(PART_PIXELS / width));
  const whole = contextOf(width, height);
  const part = contextOf(width, Math.min(rows, height));
  try {
    for (let y = 0; y < height; y += rows) {
      const count = Math.min(rows, height - y);
      part.clearRect(0, 0, width, count);
      part.drawImage(image, 0, y, width, count, 0, 0, width, count);
      const { data } = part.getImageData(0, 0, width, count);
      whole.putImageData(new ImageData(data, width, count, { colorSpace: 'display-p3' }), 0, y);
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    }
    return await createImageBitmap(whole.canvas);
  } finally {
    image.close();
    for (const { canvas } of [whole, part]) canvas.width = 0;
  }
}

function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This device has not enough memory left for this image.');
  return context;
}
