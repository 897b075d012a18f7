/** Requests for images from a `prompt`: rebuilt from known fields like the others. */
import { isRecord } from '../internal/read-value.js';
import { checkImageAddress } from './check-image.js';
import { badBody, pick, type JsonObject } from './json-fields.js';
import type { ProxySettings } from './proxy-settings.js';
import { countImages, countText, nameFile, pickPlain, type Tally } from './tally.js';

const plainFields = [
  'size',
  'quality',
  'background',
  'output_format',
  'output_compression',
  'partial_images',
  'stream',
] as const;

/** @throws ProxyRefusal */
export function rebuildImages(
  source: JsonObject,
  model: string,
  settings: ProxySettings,
  tally: Tally,
): JsonObject {
  const { prompt, images, n } = source as Record<string, unknown>;
  if (typeof prompt !== 'string') throw badBody('has no text in prompt');
  countText(prompt, settings, tally);
  const body: JsonObject = {
    model,
    prompt: settings.system === undefined ? prompt : `${settings.system}\n\n${prompt}`,
    ...(images !== undefined && { images: rebuildReferences(images, settings, tally) }),
    ...pickPlain(source, plainFields, settings, tally),
    ...pick(source, settings.extraFields),
  };
  if (n !== undefined && n !== null) body['n'] = limitCount(n, settings);
  return body;
}

function rebuildReferences(images: unknown, settings: ProxySettings, tally: Tally): JsonObject[] {
  if (!Array.isArray(images)) throw badBody('has no list in images');
  countImages(images.length, settings, tally);
  return images.map((image: unknown) => {
    if (!isRecord(image)) throw badBody('has an invalid image');
    if (image['file_id'] === undefined) {
      return { image_url: checkImageAddress(image['image_url'], settings) };
    }
    const reference: JsonObject = {};
    reference['file_id'] = nameFile(reference, image['file_id'], settings, tally);
    return reference;
  });
}

function limitCount(wish: unknown, { maxMadeImages }: ProxySettings): number {
  if (typeof wish !== 'number' || !Number.isInteger(wish) || wish < 1) {
    throw badBody('has no whole number in n');
  }
  return Math.min(wish, maxMadeImages);
}
