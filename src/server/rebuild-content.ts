import { badBody, isObject, isPlain, pick, type JsonObject } from './json-fields.js';
import { checkBareImage, checkImageAddress, checkFileId } from './check-image.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';

export interface ImageCounter {
  images: number;
}

const roles: ReadonlySet<unknown> = new Set(['system', 'developer', 'user', 'assistant']);

/** One message, or one item of `input`. @throws ProxyRefusal */
export function rebuildItem(
  item: unknown,
  settings: ProxySettings,
  counter: ImageCounter,
): JsonObject {
  if (!isObject(item) || !roles.has(item['role'])) {
    throw badBody('has a message that is none, or one with an unknown role');
  }
  if (item['type'] !== undefined && item['type'] !== 'message') throw unsupported(item['type']);
  const rebuilt = pickPlain(item, ['type', 'role', 'name', 'refusal']);
  const { content, images } = item as { content?: unknown; images?: unknown };
  if (content !== undefined && content !== null) {
    rebuilt['content'] = rebuildParts(content, settings, counter);
  } else if (content === null) rebuilt['content'] = null;
  if (images !== undefined) rebuilt['images'] = rebuildBareImages(images, counter);
  return rebuilt;
}

/** Content as text or parts. */
export function rebuildParts(
  content: unknown,
  settings: ProxySettings,
  counter: ImageCounter,
): unknown {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) throw badBody('has a message without text or parts');
  return content.map((part: unknown) => rebuildPart(part, settings, counter));
}

function rebuildPart(part: unknown, settings: ProxySettings, counter: ImageCounter): JsonObject {
  if (!isObject(part)) throw badBody('has a part that is none');
  switch (part['type']) {
    case 'text':
    case 'input_text':
    case 'output_text':
    case 'refusal':
      return { ...pickPlain(part, ['type', 'text', 'refusal']), ...cacheMark(part) };
    case 'image_url':
    case 'input_image':
      counter.images++;
      return rebuildLinkedImage(part, settings);
    case 'image':
      counter.images++;
      return rebuildSourcedImage(part, settings);
    default:
      throw unsupported(part['type']);
  }
}

/** `image_url` as an object or as a string, or the id of a file. */
function rebuildLinkedImage(part: JsonObject, settings: ProxySettings): JsonObject {
  const { image_url: link, file_id: fileId } = part as { image_url?: unknown; file_id?: unknown };
  const rebuilt = pickPlain(part, ['type', 'detail']);
  if (fileId !== undefined && fileId !== null) {
    rebuilt['file_id'] = checkFileId(fileId, settings);
  }
  if (isObject(link)) {
    const url = checkImageAddress(link['url'], settings);
    rebuilt['image_url'] = { ...pickPlain(link, ['detail']), url };
  } else if (link !== undefined && link !== null) {
    rebuilt['image_url'] = checkImageAddress(link, settings);
  }
  return rebuilt;
}

/** A `source` with bytes, a link or the id of a file. */
function rebuildSourcedImage(part: JsonObject, settings: ProxySettings): JsonObject {
  const source = part['source'];
  if (!isObject(source)) throw badBody('has a picture without a source');
  return { type: 'image', source: rebuildSource(source, settings), ...cacheMark(part) };
}

function rebuildSource(source: JsonObject, settings: ProxySettings): JsonObject {
  switch (source['type']) {
    case 'base64':
      return {
        ...pickPlain(source, ['type', 'media_type']),
        data: checkBareImage(source['data']),
      };
    case 'url':
      return { type: 'url', url: checkImageAddress(source['url'], settings) };
    case 'file':
      return { type: 'file', file_id: checkFileId(source['file_id'], settings) };
    default:
      throw unsupported(source['type']);
  }
}

function rebuildBareImages(images: unknown, counter: ImageCounter): string[] {
  if (!Array.isArray(images)) throw badBody('has no list in images');
  counter.images += images.length;
  return images.map((image: unknown) => checkBareImage(image));
}

function pickPlain(object: JsonObject, names: readonly string[]): JsonObject {
  const picked = pick(object, names);
  for (const [name, value] of Object.entries(picked)) {
    if (!isPlain(value)) throw badBody(`has something unexpected in ${name}`);
  }
  return picked;
}

/** A mark for the provider's prompt cache, which makes long conversations cheaper. */
function cacheMark(part: JsonObject): JsonObject {
  const mark = part['cache_control'];
  return isObject(mark) ? { cache_control: pickPlain(mark, ['type', 'ttl']) } : {};
}

function unsupported(type: unknown): ProxyRefusal {
  const name = typeof type === 'string' ? type.slice(0, 40) : 'unknown';
  return new ProxyRefusal(
    400,
    'unsupported-part',
    `A part of type "${name}" is not passed on by this server. Send text and pictures.`,
  );
}
