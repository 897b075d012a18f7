'use client';
/** Opens PDFs as images of their pages, with pdf.js of the package `pdfjs-dist`, which loads with the first PDF. */
import type { ReactNode } from 'react';
import type { FileSource } from '../intake/file-source.js';
import { loadModule } from '../internal/lazy-module.js';
import type { PdfPagesOptions } from './types.js';

/**
 * Creates a source for `fileSources` that opens PDFs: the user chooses pages, and each becomes an image in the size that
 * the model uses, drawn from its vectors.
 */
export function pdfPages(options: PdfPagesOptions = {}): FileSource<ReactNode> {
  return {
    accept: ['application/pdf', '.pdf'],
    accepts: (_file, { head, info }) => !info && hasPdfHeader(head),
    async expandFile(file, context) {
      const { expandPdf } = await loadModule(() => import('./expand-pdf.js'));
      return expandPdf(file, context, options);
    },
  };
}

/** Other programs put up to a kilobyte before it. */
const HEADER_WITHIN_BYTES = 1024;

const hasPdfHeader = (head: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(head.subarray(0, HEADER_WITHIN_BYTES)).includes('%PDF-');

export type { PdfPagesOptions } from './types.js';
