import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { PdfFile } from './types.js';
import { usePdfWords } from './use-pdf-words.js';

/** In px; drawn twice as large as it is shown, for sharp screens. */
const BOX_PX = 216;

async function drawThumbnail(
  pdf: PdfFile,
  number: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  const { width, height } = await pdf.pageSize(number, signal);
  const scale = BOX_PX / Math.max(width, height);
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  return pdf.drawPage(number, size, { signal });
}

/** A small drawing of a page, for as long as it is mounted. */
export function PageThumbnail({ pdf, number }: { pdf: PdfFile; number: number }): ReactElement {
  const place = useRef<HTMLSpanElement>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const { noPreview } = usePdfWords();
  useEffect(() => {
    const control = new AbortController();
    let canvas: HTMLCanvasElement | undefined;
    const show = async (): Promise<void> => {
      canvas = await drawThumbnail(pdf, number, control.signal);
      canvas.className = 'ik:block ik:h-28 ik:w-full ik:object-contain';
      place.current?.replaceChildren(canvas);
    };
    show().catch(() => {
      if (!control.signal.aborted) setHasFailed(true);
    });
    return () => {
      control.abort();
      // Some browsers keep the memory of a canvas until it is collected.
      if (canvas) canvas.width = 0;
    };
  }, [pdf, number]);
  return hasFailed ? <span>{noPreview}</span> : <span ref={place} className="ik:block ik:w-full" />;
}
