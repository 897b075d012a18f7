import type { DemoBackendOptions } from '../types.js';
import type { ReceivedImage } from './conversation.js';
import { escapeMarkdown, formatBytes } from './markdown.js';

/** Facts about one image, ready for a table or a comparison. */
export interface ImageFacts {
  name: string;
  format: string;
  width: number | undefined;
  height: number | undefined;
  bytes: number | undefined;
  detail: string;
  /** `undefined` for links, which are not fetched. */
  tokens: number | undefined;
  /** How it was sent, if its bytes were not in the request itself. */
  origin: string | undefined;
  description: string | undefined;
}

/** Text recognition of a photo without text yields stray letters and marks. */
const A_WORD = /\p{L}{3}/u;

const formatNames: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
  'image/heic': 'HEIC',
};

export async function readImageFacts(
  image: ReceivedImage,
  index: number,
  { describe }: DemoBackendOptions,
): Promise<ImageFacts> {
  const { info, bytes, count } = image;
  const blob = blobOf(image);
  return {
    name: `Image ${index + 1}`,
    format: info ? (formatNames[info.mediaType] ?? info.mediaType) : linkTo(image),
    width: info?.width,
    height: info?.height,
    bytes: bytes?.byteLength,
    detail: image.detail === 'auto' && count ? `auto (${count.detail})` : image.detail,
    tokens: count?.tokens,
    origin: originOf(image),
    description: blob && describe ? await describe(blob) : undefined,
  };
}

/**
 * Returns the text in an image, on one line, or `undefined` if there is none, there is no reader, or the
 * reader failed.
 */
export async function readWords(
  image: ReceivedImage,
  { readText }: DemoBackendOptions,
): Promise<string | undefined> {
  const blob = blobOf(image);
  try {
    const words = blob && (await readText?.(blob))?.replace(/\s+/g, ' ').trim();
    return words && A_WORD.test(words) ? words : undefined;
  } catch {
    return undefined;
  }
}

export function blobOf({ bytes, info }: ReceivedImage): Blob | undefined {
  return bytes && info ? new Blob([bytes], { type: info.mediaType }) : undefined;
}

/** Describes the file: `JPEG, 1024×768 px, 316 kB`. */
export function fileOf(facts: ImageFacts): string {
  const { format, width, bytes, origin, description } = facts;
  const parts = [
    format,
    width === undefined ? undefined : sizeOf(facts),
    bytes === undefined ? undefined : formatBytes(bytes),
    origin,
    description === undefined ? undefined : escapeMarkdown(description),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

export function sizeOf({ width, height }: ImageFacts): string {
  return width === undefined || height === undefined ? 'unknown' : `${width}×${height} px`;
}

function originOf({ via }: ReceivedImage): string | undefined {
  if (via === 'file') return 'uploaded before';
  return via === 'link' ? 'not opened' : undefined;
}

function linkTo({ link = '' }: ReceivedImage): string {
  return `link to ${escapeMarkdown(URL.canParse(link) ? new URL(link).host : link)}`;
}
