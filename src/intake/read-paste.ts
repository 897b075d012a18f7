/**
 * What to take of a clipboard. Spreadsheets and word processors put a bitmap of the text beside the text, and a person who
 * pastes cells wants the cells: text wins. Text that only names the picture (its address, its alternative text, the name of
 * a copied file) is no text in this sense, and neither is HTML that holds nothing but the picture.
 */
import { checkFound } from './check-found.js';
import type { Found } from './found.js';
import { readHtml, type HtmlContent } from './html-images.js';
import { isUnnamed } from './name-image.js';
import { isPictureAddress } from './read-transfer.js';
import { linkName } from './rejections.js';
import type { IntakeOptions, IntakeResult } from './types.js';

export interface PasteOptions {
  /** What to take when the clipboard holds text and pictures. @defaultValue 'text' */
  mixedContent?: 'text' | 'images' | 'both';
  /**
   * Whether pictures that the clipboard only points to, in its HTML or by an address as text, are fetched. Any page can put addresses into a clipboard, and
   * the request would tell it who pasted them.
   *
   * @defaultValue false
   */
  fetchLinks?: boolean;
}

/** The pictures of a clipboard, taken out of it. */
export interface PastedImages {
  /** Whether the text of the clipboard is wanted too. If not, call `preventDefault` on the event. */
  keepsText: boolean;
  /** Reads them, now or later. @throws KitError `aborted` */
  collect: (options?: Omit<IntakeOptions, 'fetchLinks'>) => Promise<IntakeResult>;
}

/**
 * The pictures to take of a paste, or nothing when it is to go its way as text. Call it in the event's handler: browsers
 * empty the clipboard's data as soon as that has returned.
 */
export function readPaste(
  data: DataTransfer,
  options: PasteOptions = {},
): PastedImages | undefined {
  const files = Array.from(data.files);
  const [html, text] = [data.getData('text/html'), data.getData('text/plain')];
  return readPasted({ files, html, text }, options);
}

/** What a clipboard holds, taken out of it. */
export interface Pasted {
  files: readonly File[];
  html: string;
  text: string;
}

export function readPasted(
  pasted: Pasted,
  { mixedContent = 'text', fetchLinks = false }: PasteOptions,
): PastedImages | undefined {
  const files = oneOfEach(pasted.files);
  const html = readHtml(pasted.html);
  const text = pasted.text.trim();
  const found =
    files.length > 0 ? files.map(asFound) : picturesIn(text, html, fetchLinks).map(asLink);
  if (found.length === 0) return undefined;
  const hasText = text !== '' && !isOnlyAboutPictures(text, files, html);
  if (hasText && mixedContent === 'text') return undefined;
  return {
    keepsText: hasText && mixedContent === 'both',
    collect: (options = {}) => checkFound(found, { from: 'paste', ...options, fetchLinks }),
  };
}

const asFound = (file: File): Found => ({ kind: 'file', file });
const asLink = (url: string): Found => ({ kind: 'link', url });

/** One bitmap may come in several formats. They have no names, and one of them is enough. */
function oneOfEach(files: readonly File[]): File[] {
  const unnamed = files.filter(({ name }) => isUnnamed(name, 'paste'));
  const types = new Set(unnamed.map(({ type }) => type));
  if (types.size < 2 || types.size < unnamed.length) return [...files];
  return files.filter((file) => !unnamed.includes(file) || file === unnamed[0]);
}

/** Pictures that come without a file: in the HTML, as text that is a data URL or, where links are fetched, their addresses. */
function picturesIn(text: string, { pictures }: HtmlContent, fetchLinks: boolean): string[] {
  const urls = pictures.map(({ url }) => url).filter((url) => !/^file:/i.test(url));
  if (urls.length > 0) return [...new Set(urls)];
  if (/^data:image\/[^,\s]+,\S+$/i.test(text.slice(0, 512))) return [text];
  const lines = text.split(/\s*[\r\n]+\s*/);
  return fetchLinks && lines.every(isPictureAddress) ? [...new Set(lines)] : [];
}

/** Whether the text says nothing that the pictures do not. */
function isOnlyAboutPictures(text: string, files: readonly File[], html: HtmlContent): boolean {
  const names = new Set(files.map(({ name }) => name));
  for (const { url, alt } of html.pictures) names.add(url).add(alt).add(linkName(url));
  return text.split(/[\r\n]+/).every((line) => {
    const words = line.trim();
    const fileName = words.split(/[/\\]/).at(-1) ?? '';
    return (
      words === '' || names.has(words) || names.has(decoded(fileName)) || isPictureAddress(words)
    );
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
