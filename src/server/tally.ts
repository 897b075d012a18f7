/** Running totals of a request that is rebuilt, and what its parts have in common. */
import { isRecord } from '../internal/read-value.js';
import { checkFileId } from './check-image.js';
import { badBody, isPlain, pick, type JsonObject } from './json-fields.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';

/** Running totals of one request. */
export interface Tally {
  images: number;
  /** Files other than images. */
  attached: number;
  parts: number;
  textCharacters: number;
  /** Ids of uploaded images that the client sent. */
  files: NamedFile[];
}

/** An id of an uploaded image, and how to replace it in the rebuilt body. */
export interface NamedFile {
  id: string;
  replace: (id: string) => void;
}

export function nameFile(
  owner: JsonObject,
  fileId: unknown,
  settings: ProxySettings,
  tally: Tally,
): string {
  const id = checkFileId(fileId, settings);
  tally.files.push({ id, replace: (other) => (owner['file_id'] = other) });
  return id;
}

export function countImages(count: number, { maxImages }: ProxySettings, tally: Tally): void {
  tally.images += count;
  if (tally.images <= maxImages) return;
  throw new ProxyRefusal(
    400,
    'too-many-images',
    `The chat has more than the ${maxImages} images this server accepts. Remove some, or send fewer of the earlier ones.`,
  );
}

/** Counts a string, or those of a list. @throws ProxyRefusal `text-too-long` */
export function countText(
  value: unknown,
  { maxTextCharacters }: ProxySettings,
  tally: Tally,
): void {
  for (const text of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (typeof text === 'string') tally.textCharacters += text.length;
  }
  if (tally.textCharacters <= maxTextCharacters) return;
  throw new ProxyRefusal(
    400,
    'text-too-long',
    `The chat has more than the ${maxTextCharacters} characters of text this server accepts. Start a new one, or send fewer of the earlier messages.`,
  );
}

/** Returns the named fields, which must be plain. Their text is counted. @throws ProxyRefusal */
export function pickPlain(
  object: JsonObject,
  names: readonly string[],
  settings: ProxySettings,
  tally: Tally,
): JsonObject {
  const picked = pick(object, names);
  for (const [name, value] of Object.entries(picked)) {
    if (!isPlain(value)) throw badBody(`has an unexpected value in ${name}`);
    countText(value, settings, tally);
  }
  return picked;
}

/** Rebuilds a mark for the provider's prompt cache, which makes long conversations cheaper. */
export function cacheMark(part: JsonObject, settings: ProxySettings, tally: Tally): JsonObject {
  const mark = part['cache_control'];
  if (!isRecord(mark)) return {};
  return { cache_control: pickPlain(mark, ['type', 'ttl'], settings, tally) };
}

export function unsupported(type: unknown): ProxyRefusal {
  const name = typeof type === 'string' ? type.slice(0, 40) : 'unknown';
  return new ProxyRefusal(
    400,
    'unsupported-part',
    `A part of type "${name}" is not passed on by this server. Send text, images and files.`,
  );
}
