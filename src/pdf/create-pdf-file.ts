import type { Size } from '../formats/types.js';
import { untilAborted, waitWithin } from '../internal/abort.js';
import { createLimiter } from '../internal/limiter.js';
import { drawPage } from './draw-page.js';
import { type OpenPdf, openPdf } from './open-pdf.js';
import { damagedPage, emptyPdf, PdfError, pdfTimeout } from './pdf-error.js';
import type { PdfFile, PdfPagesOptions } from './types.js';

const DEFAULT_TIMEOUT_MS = 30_000;
/** After this long without use, the worker is stopped. */
const IDLE_MS = 15_000;

/** Creates a PDF that is opened when it is used. It remembers the password. */
export function createPdfFile(
  file: File,
  { worker, assetsUrl, timeoutMs = DEFAULT_TIMEOUT_MS }: PdfPagesOptions = {},
): PdfFile {
  const line = createLimiter(1);
  let password: string | undefined;
  let opening: Promise<OpenPdf> | undefined;
  let opened = new AbortController();
  let users = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function close(): void {
    clearTimeout(idle);
    opened.abort();
    void opening?.then(
      (pdf) => pdf.close(),
      () => {},
    );
    opening = undefined;
  }

  function openOnce(): Promise<OpenPdf> {
    if (opening) return opening;
    opened = new AbortController();
    const started = openPdf(file, {
      ...(worker !== undefined && { worker }),
      ...(assetsUrl !== undefined && { assetsUrl }),
      password,
      timeoutMs,
      signal: opened.signal,
    });
    opening = started;
    started.catch(() => {
      if (opening === started) opening = undefined;
    });
    return started;
  }

  const inTime = <Result>(work: Promise<Result>): Promise<Result> =>
    waitWithin(work, { ms: timeoutMs, onLate: pdfTimeout });

  async function withPdf<Result>(
    work: (pdf: OpenPdf) => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    users += 1;
    clearTimeout(idle);
    try {
      return await untilAborted(openOnce().then(work), signal);
    } catch (error) {
      // A worker that is stuck in one page would not answer for the others.
      if (error instanceof PdfError && error.code === 'pdf-timeout') close();
      throw error;
    } finally {
      users -= 1;
      if (users === 0) idle = setTimeout(close, IDLE_MS);
    }
  }

  return {
    open({ password: given, signal } = {}) {
      if (given !== undefined) {
        close();
        password = given;
      }
      return withPdf(async ({ document: { numPages } }) => {
        if (numPages === 0) throw emptyPdf();
        return { pageCount: numPages };
      }, signal);
    },
    pageSize: (number, signal) => withPdf((pdf) => inTime(readSize(pdf, number)), signal),
    drawPage: (number, size, { signal, priority }) =>
      line.run(() => withPdf((pdf) => drawPage(pdf, number, size, { timeoutMs, signal }), signal), {
        signal,
        ...(priority !== undefined && { priority }),
      }),
    readText: (number, signal) => withPdf((pdf) => inTime(readText(pdf, number)), signal),
    close,
  };
}

async function readSize({ document }: OpenPdf, number: number): Promise<Size> {
  try {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    if (width > 0 && height > 0) return { width, height };
  } catch (cause) {
    throw damagedPage(cause);
  }
  throw damagedPage();
}

/** Returns an empty text for a page whose text cannot be read: its image is worth having without. */
async function readText({ document }: OpenPdf, number: number): Promise<string> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    return items
      .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
      .join('')
      .replaceAll(/\s+/g, ' ')
      .trim();
  } catch {
    return '';
  }
}
