/**
 * Renders in environments that have a DOM but paint nothing, such as jsdom and happy-dom in tests: the file
 * itself is sent, with its metadata removed.
 */
import { canvasError } from '../image-errors.js';
import type { RenderJob, RenderResult } from '../render-types.js';
import type { PrepareNote } from '../types.js';
import { renderAsFile } from './render-as-file.js';

/** Whether the page can paint at all. Every browser can. */
export const canPaint = (): boolean => typeof CanvasRenderingContext2D === 'function';

const note: PrepareNote = {
  code: 'no-canvas',
  message:
    'There is no canvas here, so the file itself is sent, in its full size and without its metadata.',
};

export async function renderWithoutAnyCanvas(job: RenderJob): Promise<RenderResult> {
  const result = await renderAsFile(job, note);
  if (result) return result;
  throw canvasError(
    'There is no canvas here, and the model does not take files of this type. Use a JPEG or PNG image.',
  );
}
