import { loadSample } from '../shared/samples.js';

/** The chart with some of its columns painted over: something that changed. */
export async function makeBeforeAndAfter(): Promise<readonly [File, File]> {
  const before = await loadSample('chart.png', 'before.png');
  const bitmap = await createImageBitmap(before);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  context?.fillRect(bitmap.width * 0.55, bitmap.height * 0.3, bitmap.width * 0.12, 60);
  bitmap.close();
  const blob = await canvas.convertToBlob();
  return [before, new File([blob], 'after.png', { type: blob.type })];
}
