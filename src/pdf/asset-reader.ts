import type { PdfPagesOptions } from './types.js';

/** Replaced by the build with the paths of files in `pdfjs-dist`, as that of the worker. */
declare const __PDF_JBIG2_FILE__: string;
declare const __PDF_OPENJPEG_FILE__: string;

type AssetKind = 'cMapUrl' | 'iccUrl' | 'standardFontDataUrl' | 'wasmUrl';

interface Asset {
  kind: AssetKind;
  filename: string;
}

const folders: Readonly<Record<AssetKind, string>> = {
  cMapUrl: 'cmaps/',
  iccUrl: 'iccs/',
  standardFontDataUrl: 'standard_fonts/',
  wasmUrl: 'wasm/',
};

/** Decoders of what scanners write, which need no folder on the server of the app. */
function decoderUrl(filename: string): URL | undefined {
  if (filename === 'jbig2.wasm') return new URL(__PDF_JBIG2_FILE__, import.meta.url);
  if (filename === 'openjpeg.wasm') return new URL(__PDF_OPENJPEG_FILE__, import.meta.url);
  return undefined;
}

/** Returns the addresses of the folders that `assetsUrl` holds. */
export function assetUrls(
  assetsUrl: PdfPagesOptions['assetsUrl'],
): Partial<Record<AssetKind, string>> {
  if (assetsUrl === undefined) return {};
  const base = new URL(assetsUrl, document.baseURI).href.replace(/\/?$/, '/');
  return Object.fromEntries(
    Object.entries(folders).map(([kind, folder]) => [kind, `${base}${folder}`]),
  );
}

/** Fetches, for the worker of pdf.js, files that come with it. A PDF cannot name other ones. */
export class AssetReader {
  readonly #urls: Partial<Record<AssetKind, string | null>>;

  constructor(urls: Partial<Record<AssetKind, string | null>>) {
    this.#urls = urls;
  }

  async fetch({ kind, filename }: Asset): Promise<Uint8Array> {
    const folder = this.#urls[kind];
    const url = folder ? `${folder}${filename}` : decoderUrl(filename);
    if (!url) throw new Error(`${filename} of pdfjs-dist is not at hand.`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${filename} of pdfjs-dist was not found.`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
