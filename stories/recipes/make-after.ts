import { loadSample } from '../shared/samples.js';

/** The chart, and the same without one of its columns. */
export async function makeBeforeAndAfter(): Promise<readonly [File, File]> {
  const before = await loadSample('chart.png', 'before.png');
  const bitmap = await createImageBitmap(before);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (context) {
    context.drawImage(bitmap, 0, 0);
    context.fillStyle = '#ffffff';
    context.fillRect(
      bitmap.width * 0.5,
      bitmap.height * 0.31,
      bitmap.width * 0.1,
      bitmap.height * 0.55,
    );
  }
  bitmap.close();
  const blob = await canvas.convertToBlob();
  return [before, new File([blob], 'after.png', { type: blob.type })];
}
