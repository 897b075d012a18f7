import { addressesOf } from './addresses-of.js';
import type { HtmlContent } from './html-images.js';
import { isImageAddress } from './is-image-address.js';
import { linkName } from './unreadable.js';
import { dataUrlsIn } from './data-url-in.js';

/** Whether the text that accompanies images only repeats them: their names, URLs or alternative texts. */
export function isAboutImages(text: string, files: readonly File[], html: HtmlContent): boolean {
  if (dataUrlsIn(text).length > 0) return true;
  const names = new Set(files.flatMap(({ name }) => [plain(name), plain(stemOf(name))]));
  for (const image of html.images) {
    const addresses = addressesOf(image).flatMap((url) => [url, linkName(url)]);
    for (const name of [image.alt, ...addresses]) names.add(plain(name));
  }
  names.delete('');
  // Apple's programs put U+FFFC in the place of an image, and GNOME's file manager ends its list with a zero.
  const lines = withoutCommand(
    text
      .replaceAll('\uFFFC', '')
      .replaceAll('\0', '')
      .split(/[\r\n]+/)
      .map(unwrapped)
      .filter(Boolean),
  );
  const isAddressed = files.length > 0 && !hasWords(html, lines);
  return lines.every((line) => {
    const fileName = lastSegment(line);
    const said = [
      line,
      fileName,
      decoded(fileName),
      // A path for a terminal.
      lastSegment(line.replace(/\\(.)/g, '$1')),
      // macOS shows a slash in a name that holds a colon.
      line.replaceAll('/', ':'),
    ];
    return (
      said.some((name) => names.has(plain(name))) ||
      isListOfNames(line, files) ||
      isImageAddress(line) ||
      (isAddressed && (ADDRESS.test(line) || STAND_IN.test(line)))
    );
  });
}

const ADDRESS =
  /^(?:(?:https?|ftp|file|content|blob|chrome-extension|moz-extension):\/{0,2}|www\.|(?:\/\/)?(?:[a-z\d-]+\.)+[a-z]{2,}\/)\S+$/i;

/** What mail and messaging programs write in the place of an image. */
const STAND_IN =
  /^\[(?:(?:cid|image|img|photo|picture|inline image)\b[^\]]*|图片|圖片|画像|写真|사진|이미지|bild|imagen|imagem|foto|immagine)\]$/i;

/** File managers mark files as cut or copied, in a line or two before the URLs of the files. */
function withoutCommand(lines: readonly string[]): readonly string[] {
  const rest = lines.slice(/^x-special\/[\w-]+$/.test(lines[0] ?? '') ? 1 : 0);
  const isCommand = /^(?:copy|cut)$/.test(rest[0] ?? '');
  const hasFiles = rest.length > 1 && rest.slice(1).every((line) => /^[a-z]+:\/\//i.test(line));
  return isCommand && hasFiles ? rest.slice(1) : rest;
}

/** Whether HTML without an image shows more than the URL: a spreadsheet cell may contain nothing else. */
function hasWords({ text, images, hasTable }: HtmlContent, lines: readonly string[]): boolean {
  if (images.length > 0) return false;
  return hasTable || (text !== '' && text !== lines.join(' '));
}

/** Normalises a name, however its letters, spaces and apostrophes are written. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’ʼ]/g, "'")
    .toLowerCase()
    .trim();

/** Whether nothing but the names of the files, and what separates them, is in the line. */
function isListOfNames(line: string, files: readonly File[]): boolean {
  const names = files.map(({ name }) => plain(name)).filter(Boolean);
  const longestFirst = names.toSorted((one, other) => other.length - one.length);
  const rest = longestFirst.reduce((left, name) => left.replaceAll(name, ''), plain(line));
  return names.length > 1 && /^[\s,;'"]*$/.test(rest);
}

const lastSegment = (path: string): string => path.split(/[/\\]/).at(-1) ?? '';

const stemOf = (name: string): string => name.replace(/\.[a-z\d]{2,5}$/i, '');

const WRAPPINGS: readonly RegExp[] = [
  // Windows copies a path in quotation marks.
  /^(["'])(.*)\1$/,
  /^(<)(\S+)>$/,
  /^(!\[[^\]]*\]\()(\S+)\)$/,
];

function unwrapped(line: string): string {
  const text = line.trim();
  return WRAPPINGS.map((wrapping) => wrapping.exec(text)?.[2]).find(Boolean) ?? text;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
