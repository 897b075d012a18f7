/** What the scenarios about requests ask of `requests.html`, and what it answers. The only file both sides import. */
import type { Calm } from './protocol.ts';

export interface AssembleRun extends Calm {
  ms: number;
  bodyBytes: number;
  /** Of the JavaScript heap, at its most, above where it was. */
  heapGrowthBytes: number;
}

export interface DecodeRun {
  ms: number;
  bytes: number;
  /** Pieces of text that came out, which all readers have to agree on. */
  deltas: number;
}

export interface SendRun extends Calm {
  /** From the press to the call of `fetch`. */
  ms: number;
  images: number;
  bodyBytes: number;
}

export interface BatchRun extends Calm {
  ms: number;
  files: number;
  bytes: number;
  requests: number;
  heapGrowthBytes: number;
}

export interface PdfRun extends Calm {
  ms: number;
  /** Until the first thumbnail. */
  firstMs: number;
  heapGrowthBytes: number;
}

/** The page's `window.requests`. */
export interface RequestPage {
  assemblers: string[];
  readers: string[];
  /** A body with so many images of so many bytes each. */
  assemble(assembler: string, images: number, bytesEach: number): Promise<AssembleRun>;
  /** A streamed answer of so many bytes, cut into chunks of so many. */
  decode(reader: string, bytes: number, chunkBytes: number): Promise<DecodeRun>;
  /** The photos that were put into the page are attached to a question, and it is sent. */
  send(): Promise<SendRun>;
  /** A batch of so many images, from the photos that were put into the page, again and again. */
  batch(images: number): Promise<BatchRun>;
  /** A PDF of so many pages, of which thumbnails are drawn. */
  pdf(by: 'image-chat-kit' | 'pdf.js', pages: number): Promise<PdfRun>;
}

declare global {
  interface Window {
    requests: RequestPage;
  }
}
