import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { KitError } from '../errors.js';
import { throwIfAborted, waitWithin } from '../internal/abort.js';
import { AssetReader, assetUrls } from './asset-reader.js';
import { loadPdfjs, type Pdfjs } from './load-pdfjs.js';
import {
  damagedPdf,
  lockedPdf,
  PasswordNeeded,
  PdfError,
  pdfTimeout,
  PdfUnavailable,
} from './pdf-error.js';
import { blockedWorker, startWorker } from './start-worker.js';
import type { PdfPagesOptions } from './types.js';

export interface OpenPdf {
  pdfjs: Pdfjs;
  document: PDFDocumentProxy;
  close: () => void;
}

export interface OpenOptions extends Pick<PdfPagesOptions, 'worker' | 'assetsUrl'> {
  password: string | undefined;
  timeoutMs: number;
  signal: AbortSignal;
}

/** Images in a page with more pixels are left out. */
const MAX_IMAGE_PIXELS = 205_000_000;
/** A larger file is not read into memory. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;
/** A worker that answers frees its fonts within this time. */
const CLOSING_MS = 2000;
/** `PasswordResponses.INCORRECT_PASSWORD` */
const INCORRECT_PASSWORD = 2;

/**
 * Opens a PDF in a worker of its own.
 *
 * @throws KitError `aborted`, `unreachable`, `unreadable-file`
 * @throws PdfError, PasswordNeeded, PdfUnavailable
 */
export async function openPdf(file: Blob, options: OpenOptions): Promise<OpenPdf> {
  const { timeoutMs, signal } = options;
  const pdfjs = await loadPdfjs();
  throwIfAborted(signal);
  const data = await readBytes(file);
  throwIfAborted(signal);
  const port = startWorker(options.worker);
  const worker = pdfjs.PDFWorker.create({ port, verbosity: pdfjs.VerbosityLevel.ERRORS });
  const task = pdfjs.getDocument({
    data,
    worker,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    ...(options.password !== undefined && { password: options.password }),
    ...assetUrls(options.assetsUrl),
    BinaryDataFactory: AssetReader,
    // Nothing of a file is run, and nothing it names is requested.
    enableXfa: false,
    isEvalSupported: false,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
    maxImageSize: MAX_IMAGE_PIXELS,
  } as Parameters<Pdfjs['getDocument']>[0]);
  let isClosed = false;
  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    void endTask(task).finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  try {
    const refused = new Promise<never>((_resolve, reject) => {
      port.addEventListener('error', (event) => reject(blockedWorker(event)), { once: true });
    });
    const opening = Promise.race([task.promise, refused]);
    const document = await waitWithin(opening, { ms: timeoutMs, onLate: pdfTimeout }, signal);
    return { pdfjs, document, close };
  } catch (error) {
    close();
    throw asPdfError(error);
  }
}

/** A worker that is stuck never answers. */
async function endTask(task: PDFDocumentLoadingTask): Promise<void> {
  try {
    await waitWithin(task.destroy(), { ms: CLOSING_MS, onLate: pdfTimeout });
  } catch {
    // It is terminated next.
  }
}

async function readBytes(file: Blob): Promise<Uint8Array> {
  if (file.size > MAX_FILE_BYTES) {
    throw new KitError('too-many-bytes', {
      message:
        'This PDF is larger than 256 MiB. Save the pages you mean as a smaller PDF, and add that.',
      facts: { limit: MAX_FILE_BYTES, value: file.size },
    });
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new KitError('unreadable-file', {
      message: 'This file could not be read. Choose it again, or try again.',
      cause,
    });
  }
}

/** pdf.js names its errors, since they come from a worker. */
function asPdfError(error: unknown): Error {
  if (KitError.is(error) || error instanceof PdfError || error instanceof PdfUnavailable) {
    return error;
  }
  const { name, message, code } = error as { name?: string; message?: string; code?: number };
  if (name === 'PasswordException') return new PasswordNeeded(code === INCORRECT_PASSWORD);
  if (/encrypt/i.test(message ?? '')) return lockedPdf(error);
  return damagedPdf(error);
}
