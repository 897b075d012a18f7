import { isRecord } from '../internal/read-value.js';
import { badBody, isPlain, pick, type JsonObject } from './json-fields.js';
import { checkBareImage, checkImageAddress, checkFileId } from './check-image.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';
import { tooManyParts } from './read-body.js';
import { rebuildFilePart } from './rebuild-file.js';

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

const roles: ReadonlySet<unknown> = new Set(['system', 'developer', 'user', 'assistant']);
const instructing: ReadonlySet<unknown> = new Set(['system', 'developer']);

/** Rebuilds one message, or one item of `input`. @throws ProxyRefusal */
export function rebuildItem(item: unknown, settings: ProxySettings, tally: Tally): JsonObject {
  if (!isRecord(item) || !roles.has(item['role'])) {
    throw badBody('has an invalid message, or one with an unknown role');
  }
  if (item['type'] !== undefined && item['type'] !== 'message') throw unsupported(item['type']);
  if (settings.system !== undefined && instructing.has(item['role'])) throw ownSystemOnly();
  const rebuilt = pickPlain(item, ['type', 'role', 'name', 'refusal'], settings, tally);
  const { content, images } = item as { content?: unknown; images?: unknown };
  if (content !== undefined && content !== null) {
    rebuilt['content'] = rebuildParts(content, settings, tally);
  } else if (content === null) rebuilt['content'] = null;
  if (images !== undefined) rebuilt['images'] = rebuildBareImages(images, settings, tally);
  return rebuilt;
}

/** Rebuilds content that is text or parts. */
export function rebuildParts(content: unknown, settings: ProxySettings, tally: Tally): unknown {
  if (typeof content === 'string') {
    countText(content, settings, tally);
    return content;
  }
  if (!Array.isArray(content)) throw badBody('has a message without text or parts');
  tally.parts += content.length;
  if (tally.parts > settings.maxParts) throw tooManyParts(settings);
  return content.map((part: unknown) => rebuildPart(part, settings, tally));
}

function rebuildPart(part: unknown, settings: ProxySettings, tally: Tally): JsonObject {
  if (!isRecord(part)) throw badBody('has an invalid part');
  switch (part['type']) {
    case 'text':
    case 'input_text':
    case 'output_text':
    case 'refusal':
      return {
        ...pickPlain(part, ['type', 'text', 'refusal'], settings, tally),
        ...cacheMark(part, settings, tally),
      };
    case 'image_url':
    case 'input_image':
      countImages(1, settings, tally);
      return rebuildLinkedImage(part, settings, tally);
    case 'image':
      countImages(1, settings, tally);
      return rebuildSourcedImage(part, settings, tally);
    default: {
      const file = rebuildFilePart(part, settings, tally);
      if (file) return file;
      throw unsupported(part['type']);
    }
  }
}

/** Rebuilds `image_url` as an object or as a string, or the id of a file. */
function rebuildLinkedImage(part: JsonObject, settings: ProxySettings, tally: Tally): JsonObject {
  const { image_url: link, file_id: fileId } = part as { image_url?: unknown; file_id?: unknown };
  const rebuilt = pickPlain(part, ['type', 'detail'], settings, tally);
  if (fileId !== undefined && fileId !== null) {
    rebuilt['file_id'] = nameFile(rebuilt, fileId, settings, tally);
  }
  if (isRecord(link)) {
    const url = checkImageAddress(link['url'], settings);
    rebuilt['image_url'] = { ...pickPlain(link, ['detail'], settings, tally), url };
  } else if (link !== undefined && link !== null) {
    rebuilt['image_url'] = checkImageAddress(link, settings);
  }
  return rebuilt;
}

/** Rebuilds a `source` with bytes, a link or the id of a file. */
function rebuildSourcedImage(part: JsonObject, settings: ProxySettings, tally: Tally): JsonObject {
  const source = part['source'];
  if (!isRecord(source)) throw badBody('has an image without a source');
  return {
    type: 'image',
    source: rebuildSource(source, settings, tally),
    ...cacheMark(part, settings, tally),
  };
}

function rebuildSource(source: JsonObject, settings: ProxySettings, tally: Tally): JsonObject {
  switch (source['type']) {
    case 'base64': {
      const type = source['media_type'];
      const data = checkBareImage(source['data'], type ?? '');
      return { type: 'base64', media_type: type, data };
    }
    case 'url':
      return { type: 'url', url: checkImageAddress(source['url'], settings) };
    case 'file': {
      const file: JsonObject = { type: 'file' };
      file['file_id'] = nameFile(file, source['file_id'], settings, tally);
      return file;
    }
    default:
      throw unsupported(source['type']);
  }
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

function rebuildBareImages(images: unknown, settings: ProxySettings, tally: Tally): string[] {
  if (!Array.isArray(images)) throw badBody('has no list in images');
  countImages(images.length, settings, tally);
  return images.map((image: unknown) => checkBareImage(image));
}

export function countImages(count: number, { maxImages }: ProxySettings, tally: Tally): void {
  tally.images += count;
  if (tally.images <= maxImages) return;
  throw new ProxyRefusal(
    400,
    'too-many-images',
    `The conversation has more than the ${maxImages} images this server accepts. Remove some, or send fewer of the earlier ones.`,
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
    `The conversation has more than the ${maxTextCharacters} characters of text this server accepts. Start a new one, or send fewer of the earlier messages.`,
  );
}

export function ownSystemOnly(): ProxyRefusal {
  return new ProxyRefusal(
    400,
    'system-not-allowed',
    'This server gives the model its own instructions and accepts no others. Send messages of the user and the assistant only.',
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
