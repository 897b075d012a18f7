/**
 * Decides what to use from a clipboard. Spreadsheets and word processors add a bitmap of the text, but a user
 * who pastes cells wants the cells, so text takes precedence. Text that only names the image (its URL, its
 * alternative text, the name of a copied file) does not count, and neither does HTML with nothing but the
 * image.
 */
import { checkFound } from './check-found.js';
import type { Found, FoundLink } from './found.js';
import { readHtml, type HtmlContent } from './html-images.js';
import { isAboutImages } from './is-about-images.js';
import { isImageAddress } from './is-image-address.js';
import { isPlaceholder, linksOf } from './read-transfer.js';
import { dataUrlsIn } from './data-url-in.js';
import type { IntakeOptions, IntakeResult } from './types.js';

export interface PasteOptions {
  /** What to use if the clipboard contains both text and images. @defaultValue 'text' */
  mixedContent?: 'text' | 'images' | 'both';
  /**
   * Whether images that the clipboard only refers to, in its HTML or by a URL as text, are fetched. Any page
   * can put URLs into a clipboard, and the request would reveal who pasted them.
   *
   * @defaultValue false
   */
  fetchLinks?: boolean;
}

/** The images of a clipboard, extracted from it. */
export interface PastedImages {
  /** Whether the text of the clipboard is wanted too. If not, call `preventDefault` on the event. */
  keepsText: boolean;
  /**
   * Reads them, now or later.
   *
   * @throws KitError `aborted`
   */
  collect: (options?: Omit<IntakeOptions, 'fetchLinks'>) => Promise<IntakeResult>;
}

/**
 * Returns the images to use from a paste, or `undefined` if it should be handled as text. Call it in the
 * event's handler: browsers empty the clipboard's data as soon as the handler has returned.
 */
export function readPaste(
  data: DataTransfer,
  options: PasteOptions = {},
): PastedImages | undefined {
  return readPasted(takePasted(data), options).taken;
}

/** The contents of a clipboard, extracted from it. */
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
  /** Images that were omitted in favour of the accompanying text, so that an interface can offer them. */
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
  const imagesOf = (all: readonly Found[]): PastedImages => ({
    keepsText: hasText && mixedContent === 'both',
    collect: (options = {}) => checkFound(all, { from: 'paste', ...options, fetchLinks }),
  });
  if (!hasText || mixedContent !== 'text') return { taken: imagesOf(found) };
  const whole = found.filter(isWholeImage);
  return whole.length > 0 ? { left: imagesOf(files.length > 0 ? found : whole) } : {};
}

/** An image that is there to be seen: a file, or one in the HTML that is no placeholder. */
const isWholeImage = (found: Found): boolean =>
  found.kind === 'link'
    ? /^data:image/i.test(found.url) && !isPlaceholder(found.url)
    : found.kind === 'file' && found.file.type.startsWith('image/');

const asFound = (file: File): Found => ({ kind: 'file', file });
const asLink = (url: string): FoundLink => ({ kind: 'link', url });

/**
 * Returns images without a file: in the HTML, as a data URL in the text or, if links are fetched, by their
 * URLs.
 */
function imagesIn(text: string, { images }: HtmlContent, fetchLinks: boolean): FoundLink[] {
  const links = linksOf(images).filter(({ url }) => !/^file:/i.test(url));
  if (links.length > 0) return links;
  const written = dataUrlsIn(text);
  if (written.length > 0) return written.map(asLink);
  const lines = text.split(/\s*[\r\n]+\s*/);
  return fetchLinks && lines.every(isImageAddress) ? [...new Set(lines)].map(asLink) : [];
}
