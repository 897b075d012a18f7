import { trustedScriptUrl } from '../internal/trusted-types.js';
import { PdfUnavailable } from './pdf-error.js';
import type { PdfPagesOptions } from './types.js';

/** Replaced by the build with the path of the file in `pdfjs-dist`, so that the app's bundler finds the usual pattern. */
declare const __PDF_WORKER_FILE__: string;

/**
 * Starts the worker of pdf.js. A page keeps its own settings of pdf.js, and pdf.js never falls back to parsing on the
 * page.
 *
 * @throws PdfUnavailable
 */
export function startWorker(given: PdfPagesOptions['worker']): Worker {
  try {
    if (typeof given === 'function') return given();
    const url = given ?? new URL(__PDF_WORKER_FILE__, import.meta.url);
    return new Worker(trustedScriptUrl(String(url)), { type: 'module' });
  } catch (cause) {
    throw blockedWorker(cause);
  }
}

export const blockedWorker = (cause?: unknown): PdfUnavailable =>
  new PdfUnavailable(
    'The worker of pdf.js could not start. Serve pdfjs-dist/legacy/build/pdf.worker.min.mjs from your own server as ' +
      'JavaScript, pass its address as `worker` to pdfPages(), and allow it in "worker-src".',
    { cause },
  );
