import type { Size } from '../formats/types.js';

export interface PdfPagesOptions {
  /**
   * The worker of pdf.js: the address of `pdfjs-dist/legacy/build/pdf.worker.min.mjs` on your server, or a function that
   * starts it. Needed where the bundler does not find the file itself.
   *
   * @defaultValue the file in `pdfjs-dist`, which Vite and webpack emit
   */
  worker?: string | URL | (() => Worker);
  /**
   * Address of a folder on your server with the folders `cmaps`, `standard_fonts`, `wasm` and `iccs` of `pdfjs-dist`, for
   * PDFs with Chinese, Japanese or Korean text whose fonts are not embedded.
   *
   * @defaultValue none: fonts of the system stand in for those that are not embedded
   */
  assetsUrl?: string | URL;
  /** Whether the text of a page becomes the alternative text of its image. @defaultValue false */
  textAsAlt?: boolean;
  /** How many pages can be chosen at once. @defaultValue 100 */
  maxPages?: number;
  /** How long opening a file and drawing a page may take each. @defaultValue 30_000 */
  timeoutMs?: number;
}

/** A PDF that opens when it is used, and closes its worker when it has been idle for a while. */
export interface PdfFile {
  /**
   * Opens it.
   *
   * @throws KitError `aborted`
   * @throws PdfError, and PasswordNeeded
   */
  open: (options?: { password?: string; signal?: AbortSignal }) => Promise<{ pageCount: number }>;
  /** Returns the size of a page in points, upright. */
  pageSize: (number: number, signal: AbortSignal) => Promise<Size>;
  /** Draws a page on white with exactly this size in px. Drawings wait for each other. */
  drawPage: (
    number: number,
    size: Size,
    options: { signal: AbortSignal; priority?: number },
  ) => Promise<HTMLCanvasElement>;
  readText: (number: number, signal: AbortSignal) => Promise<string>;
  /** Frees the worker. The next use opens it again. */
  close: () => void;
}
