// oxlint-disable-next-line import/default -- Vite makes a module of the address
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { createPdfFile } from '../../../src/pdf/create-pdf-file.ts';
import { loadPdfjs } from '../../../src/pdf/load-pdfjs.ts';
import { startWorker } from '../../../src/pdf/start-worker.ts';
import { makePdf, type PdfPage, pdfFile } from '../../../test/fixtures/pdf/make-pdf.ts';
import type { PdfRun } from '../request-protocol.ts';
import { timed } from '../stopwatch.ts';
import { heapGrowth } from './heap.ts';

const LINES = 90;
const RECTANGLES = 1500;
const THUMBNAIL = { width: 153, height: 216 };

/** A page as full as one of a report: lines of text, and a drawing of many parts. */
function fullPage(number: number): PdfPage {
  const lines = Array.from(
    { length: LINES },
    (_none, line) =>
      `BT /F1 7 Tf 40 ${800 - line * 8} Td (Line ${line} of page ${number}: the quick brown fox jumps over the lazy dog) Tj ET`,
  );
  const drawing = Array.from(
    { length: RECTANGLES },
    (_none, at) => `${(at * 37) % 560} ${(at * 61) % 800} 6 4 re S`,
  );
  return { width: 595, height: 842, content: ['0.2 w', ...drawing, ...lines].join('\n') };
}

type DrawAll = (onFirst: () => void) => Promise<void>;

function withKit(file: File, count: number): DrawAll {
  return async (onFirst) => {
    const { signal } = new AbortController();
    const pdf = createPdfFile(file, { worker: workerUrl });
    await pdf.open({ signal });
    for (let number = 1; number <= count; number += 1) {
      const canvas = await pdf.drawPage(number, THUMBNAIL, { signal });
      canvas.width = 0;
      onFirst();
    }
    pdf.close();
  };
}

function withPdfjs(file: File, count: number): DrawAll {
  return async (onFirst) => {
    const pdfjs = await loadPdfjs();
    const port = startWorker(workerUrl);
    const worker = pdfjs.PDFWorker.create({ port });
    const data = new Uint8Array(await file.arrayBuffer());
    const task = pdfjs.getDocument({ data, worker });
    const document_ = await task.promise;
    for (let number = 1; number <= count; number += 1) {
      const page = await document_.getPage(number);
      const viewport = page.getViewport({ scale: THUMBNAIL.width / 595 });
      const canvas = document.createElement('canvas');
      canvas.width = THUMBNAIL.width;
      canvas.height = THUMBNAIL.height;
      await page.render({ canvas, viewport }).promise;
      canvas.width = 0;
      onFirst();
    }
    await task.destroy();
    worker.destroy();
    port.terminate();
  };
}

/** Opens a PDF and draws a thumbnail of each page. */
export async function pdf(by: 'image-chat-kit' | 'pdf.js', count: number): Promise<PdfRun> {
  const pages = Array.from({ length: count }, (_none, index) => fullPage(index + 1));
  const file = pdfFile(makePdf(pages));
  const drawAll = (by === 'pdf.js' ? withPdfjs : withKit)(file, count);
  // Before the clock starts: both load the same code.
  await loadPdfjs();
  let firstMs = 0;
  const start = performance.now();
  const { value, ms, longestGapMs, longestTaskMs } = await timed(() =>
    heapGrowth(() => drawAll(() => (firstMs ||= performance.now() - start))),
  );
  return { ms, firstMs, longestGapMs, longestTaskMs, heapGrowthBytes: value.bytes };
}
