import { addressesOf } from './addresses-of.js';
import type { HtmlContent } from './html-images.js';
import { isImageAddress } from './is-image-address.js';
import { linkName } from './unreadable.js';
import { dataUrlIn } from './data-url-in.js';

/** Whether the text that accompanies images only repeats them: their names, URLs or alternative texts. */
export function isAboutImages(text: string, files: readonly File[], html: HtmlContent): boolean {
  if (dataUrlIn(text) !== undefined) return true;
  const names = new Set(files.flatMap(({ name }) => [plain(name), plain(stemOf(name))]));
  for (const image of html.images) {
    const addresses = addressesOf(image).flatMap((url) => [url, linkName(url)]);
    for (const name of [image.alt, ...addresses]) names.add(plain(name));
  }
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
    const fileName = line.split(/[/\\]/).at(-1) ?? '';
    // macOS shows a slash in a name that holds a colon.
    const said = [line, fileName, decoded(fileName), line.replaceAll('/', ':')];
    return (
      said.some((name) => names.has(plain(name))) ||
      isImageAddress(line) ||
      (isAddressed && (ADDRESS.test(line) || STAND_IN.test(line)))
    );
  });
}

const ADDRESS =
  /^(?:(?:https?|ftp|file|content|blob|chrome-extension|moz-extension):\/{0,2}|www\.)\S+$/i;

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

/** Normalises a name, however its letters are composed and its spaces are written. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();

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
