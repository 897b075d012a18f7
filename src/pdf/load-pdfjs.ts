import { KitError } from '../errors.js';
import { isMissingPackage } from '../internal/optional-package.js';
import { PdfUnavailable } from './pdf-error.js';

/** The build that also runs in browsers of the last years. */
export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/**
 * Loads pdf.js.
 *
 * @throws PdfUnavailable if it is not installed
 * @throws KitError `unreachable`; the next call tries again
 */
export async function loadPdfjs(): Promise<Pdfjs> {
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } catch (cause) {
    if (isMissingPackage(cause)) {
      throw new PdfUnavailable('Install pdf.js (npm i pdfjs-dist) to open PDFs.', { cause });
    }
    throw new KitError('unreachable', {
      message:
        'A part of this page could not be loaded. Check the connection and try again; if that does not help, reload the page.',
      facts: { retryable: true },
      cause,
    });
  }
}
