import { canvasToBlob } from '../../internal/canvas-to-blob.js';

/**
 * Copies an image to the clipboard, as PNG, which is what every browser can write.
 *
 * @throws DOMException if the clipboard is blocked, or the image cannot be read
 */
export async function copyImage(bytes: Blob): Promise<void> {
  // Safari needs the promise: by the time that the PNG is there the press is over.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': toPng(bytes) })]);
}

async function toPng(bytes: Blob): Promise<Blob> {
  if (bytes.type === 'image/png') return bytes;
  const bitmap = await createImageBitmap(bytes);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return (await canvasToBlob(canvas, 'image/png')) ?? bytes;
}
