/** `POST /v1/images/generations` and `POST /v1/images/edits`: draws an image, with previews that become finer. */
import { decodeBase64, parseDataUrl } from '../core/base64.js';
import { answer } from '../core/answer.js';
import type { DemoContext } from '../core/context.js';
import type { ReceivedImage } from '../core/conversation.js';
import { isObject, textOf, type JsonObject } from '../core/json.js';
import { readJsonObject } from '../core/read-body.js';
import { requireModel } from './chat-completions.js';
import { imagesShape } from './images-shape.js';
import { receiveImage, unsupportedImage } from './judge-image.js';
import { badJson, badRequest, missing, openaiErrors, wrongType } from './openai-errors.js';

const MAX_EDITED_IMAGES = 16;
/** Whose rules count the tokens of images to edit. */
const MODEL = 'gpt-image-2.5-flare';

export async function generateImages(context: DemoContext): Promise<Response> {
  const body = await readJsonObject(context.request);
  if (!body) throw badJson();
  if (body['images'] !== undefined) {
    throw badRequest("Unknown parameter: 'images'.", 'images', 'unknown_parameter');
  }
  return answerPrompt(context, body, [], 'image_generation');
}

export async function editImages(context: DemoContext): Promise<Response> {
  const body = await readJsonObject(context.request);
  if (!body) throw badJson();
  const { images } = body as { images?: unknown };
  if (images === undefined) throw missing('images');
  if (!Array.isArray(images) || images.length === 0 || images.length > MAX_EDITED_IMAGES) {
    throw wrongType('images', `an array of 1 to ${MAX_EDITED_IMAGES} images`, images);
  }
  const received: ReceivedImage[] = [];
  for (const [index, image] of (images as unknown[]).entries()) {
    received.push(await readReference(image, `images[${index}]`, context));
  }
  return answerPrompt(context, body, received, 'image_edit');
}

async function answerPrompt(
  context: DemoContext,
  body: JsonObject,
  images: ReceivedImage[],
  event: 'image_generation' | 'image_edit',
): Promise<Response> {
  const model = requireModel(body['model'], context);
  const prompt = textOf(body['prompt']);
  if (!prompt) throw missing('prompt');
  checkSize(textOf(body['size']) ?? 'auto');
  const conversation = {
    model: model.id,
    turns: [{ role: 'user' as const, text: prompt, images }],
    wantsStream: body['stream'] === true,
  };
  return answer(context, openaiErrors, conversation, imagesShape(body, event));
}

function checkSize(size: string): void {
  if (size === 'auto') return;
  const [, width, height] = /^(\d+)x(\d+)$/.exec(size) ?? [];
  if (Number(width) % 16 === 0 && Number(height) % 16 === 0) return;
  throw badRequest(
    `Invalid size '${size}'. Width and height must both be divisible by 16.`,
    'size',
    'invalid_value',
  );
}

async function readReference(
  image: unknown,
  at: string,
  { store }: DemoContext,
): Promise<ReceivedImage> {
  if (!isObject(image)) throw wrongType(at, 'an object', image);
  const { image_url: url, file_id: fileId } = image as { image_url?: unknown; file_id?: unknown };
  if (typeof fileId === 'string') {
    const file = store.files.get(fileId);
    if (!file) throw badRequest(`The file '${fileId}' was not found.`, `${at}.file_id`);
    return (await receiveImage(file.bytes, MODEL, 'auto', 'file')) ?? refuse(at);
  }
  if (typeof url !== 'string') throw missing(`${at}.image_url`);
  if (/^https?:/i.test(url)) return { via: 'link', detail: 'auto', link: url };
  const data = parseDataUrl(url);
  const bytes = data?.isBase64 ? decodeBase64(data.payload) : undefined;
  return (bytes && (await receiveImage(bytes, MODEL, 'auto'))) ?? refuse(at);
}

function refuse(at: string): never {
  throw unsupportedImage(at);
}
