import { KitError } from '../../errors.js';
import { isDataUrl } from '../../internal/data-url.js';
import { jsonBlob } from '../../internal/json-blob.js';
import type { ChatMessage, ImagePart } from '../../messages/types.js';
import { assertSomethingLeft, dropFile, imageObstacle, imageDropped } from '../drop-image.js';
import { imagesToUser } from '../images-to-user.js';
import { inTurns } from '../in-turns.js';
import { neutral } from '../neutral.js';
import type { SentMessage } from '../neutral.js';
import { sendDetail } from '../send-detail.js';
import { withTextFiles } from '../with-text-files.js';
import { responseFormat } from '../openai-schema.js';
import { textOf, textOfRole } from '../text-of.js';
import type { WireOptions, WireQuirks, WireRequest, WireWarning } from '../types.js';
import type { AssistantsPart, OpenAiAssistantsBody } from './types.js';

/**
 * Builds the body of `POST /threads/runs`, which creates a thread of the whole conversation and runs it, in one
 * request. Links are sent as `image_url` and uploaded files (purpose `vision`) as `image_file`. The format never
 * accepts base64: an image that was not uploaded becomes the warning `image-dropped`.
 *
 * The assistant is `extraBody.assistant_id`, or the model if that is the id of an assistant (`asst_…`).
 *
 * @throws KitError `invalid-option` without an assistant, `unsupported-by-wire` if nothing of a user message can be
 * sent
 */
export async function buildRequest(
  messages: readonly ChatMessage[],
  options: WireOptions,
): Promise<WireRequest> {
  const { stream = true, maxOutputTokens, temperature, quirks = {}, extraBody } = options;
  const warnings: WireWarning[] = [];
  const instructions = textOfRole(messages, 'system');
  const body: OpenAiAssistantsBody = {
    ...assistantOf(options),
    ...(instructions !== '' && { instructions }),
    thread: {
      messages: inTurns(
        imagesToUser(await withTextFiles(neutral(messages)), warnings),
        warnings,
      ).flatMap((message) => writeMessage(message, quirks, warnings)),
    },
    stream,
    ...(maxOutputTokens !== undefined && { max_completion_tokens: maxOutputTokens }),
    ...(temperature !== undefined && { temperature }),
    ...responseFormat(options.responseSchema),
  };
  return {
    path: quirks.path ?? '/threads/runs',
    headers: { 'content-type': 'application/json', 'openai-beta': 'assistants=v2' },
    body: await jsonBlob({ ...body, ...extraBody }, options.signal),
    warnings,
  };
}

function assistantOf({ model, extraBody }: WireOptions): { assistant_id: string; model?: string } {
  const given = extraBody?.['assistant_id'];
  const isAssistant = model.startsWith('asst_');
  if (typeof given === 'string') {
    return { assistant_id: given, ...(!isAssistant && model !== '' && { model }) };
  }
  if (isAssistant) return { assistant_id: model };
  throw new KitError('invalid-option', {
    message:
      'This format runs an assistant, but none was named. Pass its id (asst_…) as the model, or as extraBody.assistant_id.',
  });
}

function writeMessage(
  message: SentMessage,
  quirks: WireQuirks,
  warnings: WireWarning[],
): OpenAiAssistantsBody['thread']['messages'] {
  if (message.role === 'system') return [];
  if (message.role === 'assistant') {
    const text = textOf(message);
    return text === '' ? [] : [{ role: 'assistant', content: [{ type: 'text', text }] }];
  }
  const content = message.parts.flatMap<AssistantsPart>((part) => {
    if (part.type === 'image') return writeImage(part, quirks, warnings);
    if (part.type === 'file') return dropFile(part, warnings);
    return part.text === '' ? [] : [{ type: 'text', text: part.text }];
  });
  assertSomethingLeft(message, content.length, warnings);
  return content.length === 0 ? [] : [{ role: 'user', content }];
}

function writeImage(
  part: ImagePart,
  quirks: WireQuirks,
  warnings: WireWarning[],
): AssistantsPart[] {
  const { data } = part;
  const isBase64 = data.kind === 'bytes' || (data.kind === 'url' && isDataUrl(data.url));
  const obstacle =
    imageObstacle(part, quirks) ??
    (isBase64
      ? 'this endpoint never accepts an image itself. Upload it first, or send a link.'
      : undefined);
  if (data.kind === 'bytes' || obstacle !== undefined) {
    warnings.push(imageDropped(part, obstacle ?? ''));
    return [];
  }
  const value = sendDetail(part, quirks, ['auto', 'low', 'high'] as const, warnings);
  const detail = value !== undefined && { detail: value };
  return data.kind === 'url'
    ? [{ type: 'image_url', image_url: { url: data.url, ...detail } }]
    : [{ type: 'image_file', image_file: { file_id: data.fileId, ...detail } }];
}
