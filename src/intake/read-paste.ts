/**
 * What to take of a clipboard. Spreadsheets and word processors put a bitmap of the text beside the text, and a person who
 * pastes cells wants the cells: text wins. Text that only names the image (its address, its alternative text, the name of
 * a copied file) is no text in this sense, and neither is HTML that holds nothing but the image.
 */
import { checkFound } from './check-found.js';
import type { Found, FoundLink } from './found.js';
import { readHtml, type HtmlContent } from './html-images.js';
import { isAboutImages } from './is-about-images.js';
import { isImageAddress, linksOf } from './read-transfer.js';
import { dataUrlIn } from './data-url-in.js';
import type { IntakeOptions, IntakeResult } from './types.js';

export interface PasteOptions {
  /** What to take when the clipboard holds text and images. @defaultValue 'text' */
  mixedContent?: 'text' | 'images' | 'both';
  /**
   * Whether images that the clipboard only points to, in its HTML or by an address as text, are fetched. Any page can put
   * addresses into a clipboard, and the request would tell it who pasted them.
   *
   * @defaultValue false
   */
  fetchLinks?: boolean;
}

/** The images of a clipboard, taken out of it. */
export interface PastedImages {
  /** Whether the text of the clipboard is wanted too. If not, call `preventDefault` on the event. */
  keepsText: boolean;
  /** Reads them, now or later. @throws KitError `aborted` */
  collect: (options?: Omit<IntakeOptions, 'fetchLinks'>) => Promise<IntakeResult>;
}

/**
 * The images to take of a paste, or `undefined` when it is to go its way as text. Call it in the event's handler: browsers
 * empty the clipboard's data as soon as that has returned.
 */
export function readPaste(
  data: DataTransfer,
  options: PasteOptions = {},
): PastedImages | undefined {
  return readPasted(takePasted(data), options).taken;
}

/** What a clipboard holds, taken out of it. */
export interface Pasted {
  files: readonly File[];
  html: string;
  text: string;
}

export function takePasted(data: DataTransfer): Pasted {
  const [html, text] = [data.getData('text/html'), data.getData('text/plain')];
  return { files: Array.from(data.files), html, text };
}

export interface ReadPaste {
  taken?: PastedImages;
  /** Files that were left behind for the text beside them: an interface can offer them. */
  left?: PastedImages;
}

export function readPasted(
  { files, html: given, text: givenText }: Pasted,
  { mixedContent = 'text', fetchLinks = false }: PasteOptions,
): ReadPaste {
  const html = readHtml(given);
  const text = givenText.trim();
  const found = files.length > 0 ? files.map(asFound) : imagesIn(text, html, fetchLinks);
  if (found.length === 0) return {};
  const hasText = text !== '' && !isAboutImages(text, files, html);
  const images: PastedImages = {
    keepsText: hasText && mixedContent === 'both',
    collect: (options = {}) => checkFound(found, { from: 'paste', ...options, fetchLinks }),
  };
  if (!hasText || mixedContent !== 'text') return { taken: images };
  return files.some(({ type }) => type.startsWith('image/')) ? { left: images } : {};
}

const asFound = (file: File): Found => ({ kind: 'file', file });
const asLink = (url: string): FoundLink => ({ kind: 'link', url });

/** Images that come without a file: in the HTML, as text that is a data URL or, where links are fetched, their addresses. */
function imagesIn(text: string, { images }: HtmlContent, fetchLinks: boolean): FoundLink[] {
  const links = linksOf(images).filter(({ url }) => !/^file:/i.test(url));
  if (links.length > 0) return links;
  const written = dataUrlIn(text);
  if (written !== undefined) return [asLink(written)];
  const lines = text.split(/\s*[\r\n]+\s*/);
  return fetchLinks && lines.every(isImageAddress) ? [...new Set(lines)].map(asLink) : [];
}
