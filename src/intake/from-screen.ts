import { collectImages } from './collect-images.js';
import { captureRejection, explainCapture } from './explain-capture.js';
import { grabFirstFrame } from './grab-frame.js';
import type { IntakeOptions, IntakeResult } from './types.js';

/**
 * Captures one frame of the screen that a user chose, as PNG, so that text on it stays sharp. Returns
 * `undefined` if they chose none.
 */
export async function collectScreen(
  asked: Promise<MediaStream>,
  options: IntakeOptions,
): Promise<IntakeResult> {
  let stream: MediaStream;
  try {
    stream = await asked;
  } catch (error) {
    const rejection = explainCapture(error, 'screen');
    return { images: [], rejections: rejection ? [rejection] : [] };
  }
  try {
    const file = await grabFirstFrame(stream, 'image/png');
    return await collectImages([file], { from: 'screen', ...options });
  } catch {
    return { images: [], rejections: [captureRejection('screen-failed')] };
  }
}
