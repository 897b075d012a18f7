import { KitError } from '../../errors.js';
import { Base64Slot, jsonBlob } from '../../internal/json-blob.js';
import { tidyDataUrl } from '../../internal/tidy-data-url.js';
import type { ChatMessage, ImagePart } from '../../messages/types.js';
import { assertSomethingLeft, dropFile, imageDropped, imageObstacle } from '../drop-image.js';
import { imagesToUser } from '../images-to-user.js';
import { neutral } from '../neutral.js';
import type { SentMessage } from '../neutral.js';
import { textOf, textOfRole } from '../text-of.js';
import { withTrueLabels } from '../true-label.js';
import type { MadeImageOptions, WireOptions, WireRequest, WireWarning } from '../types.js';
import { withTextFiles } from '../with-text-files.js';
import { lastQuestion } from './last-question.js';
import type { OpenAiImageReference, OpenAiImagesBody } from './types.js';

/** A label without words. The order of the images says the same. */
const BARE_LABEL = /^Image \d+:$/;
const DEFAULT_PREVIEWS = 2;

type Url = string | Base64Slot;

/**
 * Builds the body of `POST /images/generations`, or of `POST /images/edits` if there is an image to edit. The prompt is
 * the system text and the last question: these endpoints read no conversation. Images are sent as JSON, as a data URL, a
 * link or a `file_id`.
 *
 * @throws KitError `unsupported-by-wire` if the question has no text, or nothing of it can be sent
 */
export async function buildRequest(
  conversation: readonly ChatMessage[],
  options: WireOptions,
): Promise<WireRequest> {
  const { model, stream = true, quirks = {}, madeImages = {}, extraBody, signal } = options;
  const warnings = droppedOptions(options);
  const sent = lastQuestion(neutral(conversation), { madeImages });
  const messages = imagesToUser(await withTextFiles(await withTrueLabels(sent)), warnings);
  const images = messages.flatMap((message) => writeImages(message, options, warnings));
  const body: OpenAiImagesBody<Url> = {
    model,
    prompt: promptOf(messages),
    ...(images.length > 0 && { images }),
    ...writeOptions(madeImages),
    ...(stream && { stream, partial_images: madeImages.previews ?? DEFAULT_PREVIEWS }),
  };
  return {
    path: quirks.path ?? (images.length > 0 ? '/images/edits' : '/images/generations'),
    headers: { 'content-type': 'application/json' },
    body: await jsonBlob({ ...body, ...extraBody }, signal),
    warnings,
  };
}

function promptOf(messages: readonly SentMessage[]): string {
  const question = messages.findLast(({ role }) => role === 'user');
  const words = question?.parts.filter(
    (part) => part.type === 'text' && !BARE_LABEL.test(part.text),
  );
  const asked = question && textOf({ ...question, parts: words ?? [] }).trim();
  if (!asked) {
    throw new KitError('unsupported-by-wire', {
      message: 'This endpoint makes images from words. Write what the image should show.',
    });
  }
  return [textOfRole(messages, 'system'), asked].filter((text) => text !== '').join('\n\n');
}

function writeImages(
  message: SentMessage,
  { quirks = {} }: WireOptions,
  warnings: WireWarning[],
): Array<OpenAiImageReference<Url>> {
  if (message.role !== 'user') return [];
  const images = message.parts.flatMap((part) => {
    if (part.type === 'file') return dropFile(part, warnings);
    if (part.type !== 'image') return [];
    const obstacle = imageObstacle(part, quirks);
    if (obstacle === undefined) return [writeImage(part)];
    warnings.push(imageDropped(part, obstacle));
    return [];
  });
  assertSomethingLeft(message, images.length + textOf(message).length, warnings);
  return images;
}

/** The detail is not written: the image has been resized by it, and the endpoint has no such setting. */
function writeImage({ data, mediaType }: ImagePart): OpenAiImageReference<Url> {
  switch (data.kind) {
    case 'bytes':
      return { image_url: new Base64Slot(`data:${mediaType};base64,`, data.bytes) };
    case 'file-id':
      return { file_id: data.fileId };
    default:
      return { image_url: tidyDataUrl(data.url, mediaType) };
  }
}

function writeOptions({
  size,
  quality,
  background,
  format,
  compression,
  count,
}: MadeImageOptions): Partial<OpenAiImagesBody> {
  return {
    ...(size !== undefined && { size }),
    ...(quality !== undefined && { quality }),
    ...(background !== undefined && { background }),
    ...(format !== undefined && { output_format: format }),
    ...(compression !== undefined && { output_compression: compression }),
    ...(count !== undefined && { n: count }),
  };
}

function droppedOptions({ maxOutputTokens, temperature }: WireOptions): WireWarning[] {
  return Object.entries({ maxOutputTokens, temperature })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => ({
      code: 'option-dropped',
      message: `The option “${name}” was left out, because this endpoint has no such setting.`,
    }));
}
