import type { RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Size } from '../formats/types.js';
import { throwIfAborted, waitWithin } from '../internal/abort.js';
import { nextTurn } from '../internal/next-turn.js';
import type { OpenPdf } from './open-pdf.js';
import { damagedPage, PdfError, pdfTimeout } from './pdf-error.js';

export interface DrawOptions {
  timeoutMs: number;
  signal: AbortSignal;
}

/**
 * Draws a page from its vectors, upright and on white, as it is printed, with exactly this size in px.
 *
 * @throws KitError `aborted`
 * @throws PdfError
 */
export async function drawPage(
  { pdfjs, document: pdf }: OpenPdf,
  number: number,
  { width, height }: Size,
  { timeoutMs, signal }: DrawOptions,
): Promise<HTMLCanvasElement> {
  throwIfAborted(signal);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  let task: RenderTask | undefined;
  const draw = async (): Promise<void> => {
    const page = await pdf.getPage(number);
    throwIfAborted(signal);
    const scale = width / page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale });
    task = page.render({
      canvas,
      viewport,
      intent: 'print',
      annotationMode: pdfjs.AnnotationMode.ENABLE,
      background: '#ffffff',
      // The model's size has whole pixels, so its proportions may differ by less than one.
      transform: [1, 0, 0, height / viewport.height, 0, 0],
    });
    // When printing, pdf.js draws a whole page in one go.
    task.onContinue = (next: () => void) => void continueLater(next);
    await task.promise;
  };
  try {
    const onLate = (): PdfError => {
      task?.cancel();
      return pdfTimeout();
    };
    await waitWithin(draw(), { ms: timeoutMs, onLate }, signal);
    return canvas;
  } catch (error) {
    task?.cancel();
    canvas.width = 0;
    throwIfAborted(signal);
    throw error instanceof PdfError ? error : damagedPage(error);
  }
}

async function continueLater(next: () => void): Promise<void> {
  await nextTurn();
  next();
}
