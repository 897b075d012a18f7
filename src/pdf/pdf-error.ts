import type { IntakeRejectionCode } from '../intake/rejection.js';

export type PdfErrorCode = Extract<
  IntakeRejectionCode,
  'damaged-pdf' | 'empty-pdf' | 'locked-pdf' | 'pdf-timeout'
>;

/** Why a PDF gives no images. Never leaves this folder: a `FileSource` returns it as a rejection. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
  readonly code: PdfErrorCode;

  constructor(code: PdfErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Opening the file requires a password, or another one. */
export class PasswordNeeded extends Error {
  override readonly name = 'PasswordNeeded';
  readonly isWrong: boolean;

  constructor(isWrong: boolean) {
    super('The PDF is protected with a password.');
    this.isWrong = isWrong;
  }
}

/** pdf.js is not installed, or its worker cannot start. */
export class PdfUnavailable extends Error {
  override readonly name = 'PdfUnavailable';
}

export const damagedPdf = (cause?: unknown): PdfError =>
  new PdfError(
    'damaged-pdf',
    'This PDF is damaged. Open it in a PDF viewer, save it again, and add that.',
    cause,
  );

export const damagedPage = (cause?: unknown): PdfError =>
  new PdfError(
    'damaged-pdf',
    'This page is damaged. Open the PDF in a PDF viewer, take a screenshot of the page, and add that.',
    cause,
  );

export const emptyPdf = (): PdfError =>
  new PdfError('empty-pdf', 'This PDF has no pages. Export it again, and add that.');

export const lockedPdf = (cause?: unknown): PdfError =>
  new PdfError(
    'locked-pdf',
    'This PDF is protected and cannot be opened here. Save it without protection, and add that.',
    cause,
  );

export const pdfTimeout = (): PdfError =>
  new PdfError(
    'pdf-timeout',
    'This PDF took too long to read. Save the pages you mean as a smaller PDF or as images, and add those.',
  );
