import type { ReactNode } from 'react';
import { KitError } from '../errors.js';
import { readImageInfo } from '../formats/read-info.js';
import type { ExpandContext, ExpandedFile } from '../intake/file-source.js';
import { throwIfAborted } from '../internal/abort.js';
import { warnOnce } from '../internal/warn-once.js';
import { findRules } from '../models/find-rules.js';
import { createPdfFile } from './create-pdf-file.js';
import { makeImages } from './make-images.js';
import { lockedPdf, PasswordNeeded, PdfError, PdfUnavailable } from './pdf-error.js';
import { PdfDialog, type PdfAnswer } from './PdfDialog.js';
import type { PdfPagesOptions } from './types.js';

const DEFAULT_MAX_PAGES = 100;

/** Asks for pages, or takes the first ones where nobody can be asked, and makes an image of each. */
export async function expandPdf(
  file: File,
  { ask, canAttach = false, maxImages, signal }: ExpandContext<ReactNode>,
  options: PdfPagesOptions,
): Promise<ExpandedFile> {
  const { maxPages = DEFAULT_MAX_PAGES, textAsAlt = false } = options;
  const room = Math.min(maxImages, maxPages);
  const pdf = createPdfFile(file, options);
  if (!ask) {
    try {
      const { pageCount } = await pdf.open({ signal });
      const numbers = Array.from({ length: Math.min(pageCount, room) }, (_none, at) => at + 1);
      return await makeImages(pdf, numbers, {
        nameOf: (number) => `${file.name}, page ${number}`,
        rules: findRules(''),
        textAsAlt,
        signal,
      });
    } catch (error) {
      throwIfAborted(signal);
      return refusal(file, error instanceof PasswordNeeded ? lockedPdf(error) : error);
    }
  }
  const answer = await ask<PdfAnswer>(
    ({ choose, cancel }) => (
      <PdfDialog
        file={file}
        pdf={pdf}
        maxChosen={room}
        textAsAlt={textAsAlt}
        canAttach={canAttach}
        onAnswer={choose}
        onCancel={cancel}
      />
    ),
    { signal },
  );
  throwIfAborted(signal);
  if (!answer) {
    pdf.close();
    return { images: [] };
  }
  return 'failure' in answer ? refusal(file, answer.failure) : answer;
}

/** Returns a rejection in words. Without pdf.js, it is the one of an app that opens no PDFs. */
async function refusal(file: File, error: unknown): Promise<ExpandedFile> {
  if (error instanceof PdfError) {
    return { images: [], rejections: [{ code: error.code, message: error.message }] };
  }
  if (!(error instanceof PdfUnavailable)) throw error;
  warnOnce(
    new KitError('worker-blocked', {
      message: `A PDF was refused. ${error.message}`,
      cause: error.cause,
    }),
  );
  await readImageInfo(file);
  return { images: [] };
}
