import { jsonBlob } from '../../internal/json-blob.js';
import type { Base64Slot } from '../../internal/json-blob.js';
import type { ChatMessage, ImagePart } from '../../messages/types.js';
import { bareImage } from '../bare-image.js';
import { assertSomethingLeft, dropFile, imageObstacle, imageDropped } from '../drop-image.js';
import { imagesToUser } from '../images-to-user.js';
import { inTurns } from '../in-turns.js';
import { neutral } from '../neutral.js';
import type { SentMessage } from '../neutral.js';
import { sendDetail } from '../send-detail.js';
import { withTrueLabels } from '../true-label.js';
import { withTextFiles } from '../with-text-files.js';
import { textOf } from '../text-of.js';
import type { WireOptions, WireQuirks, WireRequest, WireWarning } from '../types.js';
import type { OllamaChatBody, OllamaMessage } from './types.js';

type Base64 = string | Base64Slot;

/**
 * Builds the body of `POST /api/chat`: one text and a list of images in bare base64 for each message. The format
 * supports neither links nor file ids; they become the warning `image-dropped`. There is no `detail`.
 *
 * @throws KitError `unsupported-by-wire` if nothing of a user message can be sent
 */
export async function buildRequest(
  conversation: readonly ChatMessage[],
  options: WireOptions,
): Promise<WireRequest> {
  const { model, stream = true, maxOutputTokens, temperature, quirks = {}, extraBody } = options;
  const { responseSchema } = options;
  const messages = await withTextFiles(await withTrueLabels(neutral(conversation)));
  const warnings: WireWarning[] = [];
  const body: OllamaChatBody<Base64> = {
    model,
    messages: inTurns(imagesToUser(messages, warnings), warnings).flatMap((message) =>
      writeMessage(message, quirks, warnings),
    ),
    stream,
    ...((maxOutputTokens !== undefined || temperature !== undefined) && {
      options: {
        ...(maxOutputTokens !== undefined && { num_predict: maxOutputTokens }),
        ...(temperature !== undefined && { temperature }),
      },
    }),
    ...(responseSchema && { format: responseSchema.schema }),
  };
  return {
    path: quirks.path ?? '/api/chat',
    headers: { 'content-type': 'application/json' },
    body: await jsonBlob({ ...body, ...extraBody }, options.signal),
    warnings,
  };
}

function writeMessage(
  message: SentMessage,
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<OllamaMessage<Base64>> {
  const { role } = message;
  const content = textOf(message);
  const images = message.parts.flatMap((part) => {
    if (part.type === 'image') return writeImage(part, quirks, warnings);
    return part.type === 'file' ? dropFile(part, warnings) : [];
  });
  assertSomethingLeft(message, images.length + content.length, warnings);
  if (content === '' && images.length === 0) return [];
  return [{ role, content, ...(images.length > 0 && { images }) }];
}

function writeImage(part: ImagePart, quirks: WireQuirks, warnings: WireWarning[]): Base64[] {
  const image = bareImage(part);
  const obstacle =
    imageObstacle(part, quirks) ??
    (image.kind === 'base64'
      ? undefined
      : 'this endpoint accepts neither links nor ids of uploaded images. Send the image itself.');
  if (image.kind !== 'base64' || obstacle !== undefined) {
    warnings.push(imageDropped(part, obstacle ?? ''));
    return [];
  }
  sendDetail(part, { omitDetail: true }, [], warnings);
  return [image.base64];
}
