/**
 * SVG is text, so it is recognised by its first tag. It is never parsed: only the size on the root tag is
 * read, as pages do, and no references are followed.
 */
import { take } from './byte-walk.js';
import type { ByteWalk, ImageFormat, ImageInfo, ReadContext, Size } from './types.js';

const HEAD_BYTES = 64 * 1024;
/** The size that a page gives an image without one. */
const SIZE_OF_NOTHING: Size = { width: 300, height: 150 };

const PX_PER_UNIT: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
};

export const svg: ImageFormat = {
  mediaType: 'image/svg+xml',
  matches: (head) => findRootTag(decodeText(head)) !== undefined,
  walk: readSvg,
};

function* readSvg({ checkPixels }: ReadContext): ByteWalk<ImageInfo> {
  const size = readSize(findRootTag(decodeText(yield* take(0, HEAD_BYTES))) ?? '');
  checkPixels(size);
  return {
    mediaType: 'image/svg+xml',
    ...size,
    orientation: 1,
    hasAlpha: true,
    isAnimated: false,
    isTruncated: false,
  };
}

function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Returns the root tag up to its closing bracket if it is `svg` and only a prologue precedes it. */
function findRootTag(text: string): string | undefined {
  let at = 0;
  for (;;) {
    while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
    if (text[at] !== '<') return undefined;
    if (text.startsWith('<!--', at)) at = endOf(text, '-->', at);
    else if (text.startsWith('<?', at)) at = endOf(text, '?>', at);
    else if (text.startsWith('<!', at)) at = endOfDoctype(text, at);
    else break;
    if (at < 0) return undefined;
  }
  if (!/^<(?:[\w.-]{1,64}:)?svg[\s/>]/.test(text.slice(at, at + 72))) return undefined;
  const end = text.indexOf('>', at);
  return text.slice(at, end < 0 ? undefined : end);
}

function endOf(text: string, closing: string, from: number): number {
  const at = text.indexOf(closing, from);
  return at < 0 ? -1 : at + closing.length;
}

/** A document type may contain declarations in square brackets. */
function endOfDoctype(text: string, from: number): number {
  const end = text.indexOf('>', from);
  const bracket = text.indexOf('[', from);
  if (bracket < 0 || bracket > end) return end < 0 ? -1 : end + 1;
  const closing = text.indexOf(']', bracket);
  return closing < 0 ? -1 : endOf(text, '>', closing);
}

function readSize(tag: string): Size {
  const [width, height] = [toPx(attribute(tag, 'width')), toPx(attribute(tag, 'height'))];
  const [, , boxWidth, boxHeight] = attribute(tag, 'viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const ratio =
    boxWidth && boxHeight && boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : undefined;
  if (width && height) return rounded(width, height);
  if (width) return rounded(width, ratio ? width / ratio : SIZE_OF_NOTHING.height);
  if (height) return rounded(ratio ? height * ratio : SIZE_OF_NOTHING.width, height);
  if (!ratio) return SIZE_OF_NOTHING;
  return rounded(boxWidth ?? 0, boxHeight ?? 0);
}

const rounded = (width: number, height: number): Size => ({
  width: Math.max(1, Math.round(width)),
  height: Math.max(1, Math.round(height)),
});

/** Returns the value of an attribute, or an empty string. */
function attribute(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]{0,200})"|'([^']{0,200})')`).exec(tag);
  return match?.[1] ?? match?.[2] ?? '';
}

function toPx(value: string): number | undefined {
  const match = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]{0,3})\s*$/i.exec(value.slice(0, 40));
  const px = Number(match?.[1]) * (PX_PER_UNIT[match?.[2]?.toLowerCase() ?? '-'] ?? Number.NaN);
  return px > 0 && Number.isFinite(px) ? px : undefined;
}
