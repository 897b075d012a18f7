import type { DemoBackendOptions } from '../types.js';
import type { ReceivedImage } from './conversation.js';
import { escapeMarkdown, formatBytes, formatCount } from './markdown.js';

/** What can be said of one picture, ready for a list, a table or a comparison. */
export interface ImageFacts {
  name: string;
  format: string;
  width: number | undefined;
  height: number | undefined;
  bytes: number | undefined;
  detail: string;
  /** `undefined` for links, which are not fetched. */
  tokens: number | undefined;
  /** Where it came from, when it was not in the request itself. */
  origin: string | undefined;
  description: string | undefined;
}

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
    format: info ? (formatNames[info.mediaType] ?? info.mediaType) : 'link',
    width: info?.width,
    height: info?.height,
    bytes: bytes?.byteLength,
    detail:
      image.detail === 'auto' && count
        ? `auto, taken as \`${count.detail}\``
        : `\`${image.detail}\``,
    tokens: count?.tokens,
    origin: originOf(image),
    description: blob && describe ? await describe(blob) : undefined,
  };
}

/** Words in a picture, empty when there are none; nothing where nobody can read, or where the reader failed. */
export async function readWords(
  image: ReceivedImage,
  { readText }: DemoBackendOptions,
): Promise<string | undefined> {
  const blob = blobOf(image);
  try {
    return blob && (await readText?.(blob))?.trim();
  } catch {
    return undefined;
  }
}

function blobOf({ bytes, info }: ReceivedImage): Blob | undefined {
  return bytes && info ? new Blob([bytes], { type: info.mediaType }) : undefined;
}

/** One line for a list. */
export function describeImage(facts: ImageFacts): string {
  const parts = [
    facts.format,
    facts.width === undefined ? undefined : sizeOf(facts),
    facts.bytes === undefined ? undefined : formatBytes(facts.bytes),
    `detail ${facts.detail}`,
    facts.tokens === undefined ? undefined : `${formatCount(facts.tokens)} tokens`,
    facts.origin,
    facts.description === undefined ? undefined : escapeMarkdown(facts.description),
  ];
  return `**${facts.name}**: ${parts.filter((part) => part !== undefined).join(', ')}`;
}

export function sizeOf({ width, height }: ImageFacts): string {
  return width === undefined || height === undefined ? 'unknown' : `${width}×${height} px`;
}

function originOf({ via, link }: ReceivedImage): string | undefined {
  if (via === 'file') return 'from an uploaded file';
  if (via !== 'link' || link === undefined) return undefined;
  const host = URL.canParse(link) ? new URL(link).host : link;
  return `at ${escapeMarkdown(host)}, which I do not open`;
}
