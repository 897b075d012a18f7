/** Conversations as files: JSON that can be imported again, Markdown and HTML to read. Images are included. */
import { blobToBase64Parts } from '../internal/base64.js';
import { Base64Slot, jsonBlob } from '../internal/json-blob.js';
import type { FilePart, ImagePart, MessagePart, SourcePart } from '../messages/types.js';
import {
  conversationFromJSON,
  conversationWithBytes,
  type ReadConversation,
} from './conversation-json.js';
import type { StorableEntry } from './types.js';

export type ExportFormat = 'json' | 'markdown' | 'html';

export interface ExportOptions {
  format: ExportFormat;
  title?: string;
  /** Heading of the messages of each side. @defaultValue English */
  names?: { user: string; assistant: string };
  /** Language of the document. @defaultValue 'en' */
  locale?: string;
  direction?: 'ltr' | 'rtl';
}

type Piece = string | Blob;

/**
 * Writes what is shown of a conversation as one self-contained file. JSON holds the other versions of its messages,
 * too. HTML contains no script and loads nothing.
 */
export async function exportConversation(
  entries: readonly StorableEntry[],
  options: ExportOptions,
): Promise<Blob> {
  switch (options.format) {
    case 'json':
      return toJSONFile(entries, options.title);
    case 'markdown':
      return new Blob(await toMarkdown(entries, options), { type: 'text/markdown;charset=utf-8' });
    default:
      return new Blob(await toHTML(entries, options), { type: 'text/html;charset=utf-8' });
  }
}

/** Reads an exported JSON file. Never rejects. Links in it wait for a press, since every view would reach their host. */
export async function importConversation<Entry extends StorableEntry = StorableEntry>(
  file: Blob,
): Promise<ReadConversation<Entry>> {
  const text = await file.text().catch(() => '');
  const read = conversationFromJSON<Entry>(text);
  return { ...read, entries: read.entries.map(withHeldLinks) };
}

function withHeldLinks<Entry extends StorableEntry>(entry: Entry): Entry {
  const { message, versions } = entry;
  return {
    ...entry,
    message: {
      ...message,
      parts: message.parts.map((part) =>
        part.type === 'image' && part.data.kind === 'url' ? { ...part, loadsOnPress: true } : part,
      ),
    },
    ...(versions && {
      versions: { ...versions, others: versions.others.map((other) => other.map(withHeldLinks)) },
    }),
  };
}

function toJSONFile(entries: readonly StorableEntry[], title: string | undefined): Promise<Blob> {
  const { json, blobs } = conversationWithBytes(entries, title);
  const bytes = Object.fromEntries(
    Array.from(blobs, ([id, blob]) => [
      id,
      { mediaType: blob.type, base64: new Base64Slot('', blob) },
    ]),
  );
  return jsonBlob({ ...json, bytes });
}

const namesInEnglish = { user: 'You', assistant: 'Answer' };

function nameOf({ message }: StorableEntry, { names = namesInEnglish }: ExportOptions): string {
  return message.role === 'user' ? names.user : names.assistant;
}

function isShown({ message }: StorableEntry): boolean {
  return message.role !== 'system' && message.parts.length > 0;
}

async function toMarkdown(
  entries: readonly StorableEntry[],
  options: ExportOptions,
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  if (options.title) pieces.push(`# ${inMarkdown(options.title)}\n\n`);
  for (const entry of entries.filter(isShown)) {
    pieces.push(`## ${inMarkdown(nameOf(entry, options))}\n\n`);
    for (const part of entry.message.parts) {
      // oxlint-disable-next-line no-await-in-loop -- One image at a time, so that memory holds no more than needed.
      pieces.push(...(await markdownPart(part)));
    }
  }
  return pieces;
}

async function markdownPart(part: MessagePart): Promise<Piece[]> {
  switch (part.type) {
    case 'text':
      return [part.text, '\n\n'];
    case 'image': {
      const url = await urlOf(part);
      const name = inMarkdown(labelOf(part));
      return url ? [`![${name}](<`, ...url, '>)\n\n'] : [`[${name}]\n\n`];
    }
    case 'file':
      return [`[${inMarkdown(part.name ?? part.mediaType)}]\n\n`];
    case 'source':
      return [`- ${inMarkdown(sourceText(part))}\n\n`];
    default:
      return [];
  }
}

/** One line, in which nothing is markup. */
function inMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#!|]/g, '\\$&');
}

const page = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
h2{font-size:.875rem;margin:2rem 0 .25rem;opacity:.7}p{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 .75rem}
img{max-width:100%;height:auto;border-radius:.5rem;display:block;margin:.5rem 0}`;

/** Forbids what escaping already prevents. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

async function toHTML(entries: readonly StorableEntry[], options: ExportOptions): Promise<Piece[]> {
  const { title = '', locale = 'en', direction = 'ltr' } = options;
  const pieces: Piece[] = [
    `<!doctype html>\n<html lang="${inHTML(locale)}" dir="${direction}">\n<meta charset="utf-8">\n`,
    `<meta http-equiv="Content-Security-Policy" content="${inHTML(policy)}">\n`,
    '<meta name="viewport" content="width=device-width">\n',
    `<title>${inHTML(title)}</title>\n<style>${page}</style>\n`,
  ];
  if (title) pieces.push(`<h1 dir="auto">${inHTML(title)}</h1>\n`);
  for (const entry of entries.filter(isShown)) {
    pieces.push(`<h2>${inHTML(nameOf(entry, options))}</h2>\n`);
    for (const part of entry.message.parts) {
      // oxlint-disable-next-line no-await-in-loop -- One image at a time, so that memory holds no more than needed.
      pieces.push(...(await htmlPart(part)));
    }
  }
  return pieces;
}

async function htmlPart(part: MessagePart): Promise<Piece[]> {
  switch (part.type) {
    case 'text':
      return [`<p dir="auto">${inHTML(part.text)}</p>\n`];
    case 'image': {
      const name = inHTML(labelOf(part));
      const url = part.data.kind === 'bytes' ? await urlOf(part) : undefined;
      if (url) return [`<img alt="${name}" src="`, ...url, '">\n'];
      return [`<p>[${name}]</p>\n`];
    }
    case 'file':
      return [`<p>[${inHTML(part.name ?? part.mediaType)}]</p>\n`];
    case 'source':
      return [`<p>${inHTML(sourceText(part))}</p>\n`];
    default:
      return [];
  }
}

function inHTML(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Types that cannot hold script, also where a viewer opens the address on its own. */
const inertType = /^image\/(?:png|jpeg|gif|webp|avif|bmp)$/;

async function urlOf({ data, mediaType }: ImagePart | FilePart): Promise<Piece[] | undefined> {
  if (data.kind === 'url') return /^https?:[^<>\s]+$/i.test(data.url) ? [data.url] : undefined;
  if (data.kind !== 'bytes' || !inertType.test(mediaType)) return undefined;
  return [`data:${mediaType};base64,`, ...(await blobToBase64Parts(data.bytes))];
}

function labelOf({ alt, name }: ImagePart): string {
  return alt || name || 'image';
}

function sourceText({ title, url }: SourcePart): string {
  return [title, url].filter(Boolean).join(': ');
}
