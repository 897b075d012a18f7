import { isRecord } from '../internal/read-value.js';
import { badBody, type JsonObject } from './json-fields.js';
import { checkBareImage, checkImageAddress } from './check-image.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';
import { tooManyParts } from './read-body.js';
import { rebuildFilePart } from './rebuild-file.js';
import {
  cacheMark,
  countImages,
  countText,
  nameFile,
  pickPlain,
  unsupported,
  type Tally,
} from './tally.js';

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

function rebuildBareImages(images: unknown, settings: ProxySettings, tally: Tally): string[] {
  if (!Array.isArray(images)) throw badBody('has no list in images');
  countImages(images.length, settings, tally);
  return images.map((image: unknown) => checkBareImage(image));
}

export function ownSystemOnly(): ProxyRefusal {
  return new ProxyRefusal(
    400,
    'system-not-allowed',
    'This server gives the model its own instructions and accepts no others. Send messages of the user and the assistant only.',
  );
}
