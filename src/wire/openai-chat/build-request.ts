import { tidyDataUrl } from '../../internal/tidy-data-url.js';
import { Base64Slot, jsonBlob } from '../../internal/json-blob.js';
import type { ChatMessage, FilePart, ImagePart, TextPart } from '../../messages/types.js';
import { assertSomethingLeft, dropFile, imageObstacle, imageDropped } from '../drop-image.js';
import { imagesToUser } from '../images-to-user.js';
import { inTurns } from '../in-turns.js';
import { neutral } from '../neutral.js';
import type { SentMessage } from '../neutral.js';
import { takesFile } from '../../internal/takes-file.js';
import { bareImage } from '../bare-image.js';
import { openaiChatFacts } from './facts.js';
import { responseFormat } from '../openai-schema.js';
import { sendDetail } from '../send-detail.js';
import { withTrueLabels } from '../true-label.js';
import { withTextFiles } from '../with-text-files.js';
import { textOf } from '../text-of.js';
import type { WireOptions, WireQuirks, WireRequest, WireWarning } from '../types.js';
import type {
  OpenAiChatAudioPart,
  OpenAiChatBody,
  OpenAiChatFilePart,
  OpenAiChatImagePart,
  OpenAiChatMessage,
  OpenAiChatTextPart,
  UrlOrSlot,
} from './types.js';

type UserPart =
  | OpenAiChatTextPart
  | OpenAiChatImagePart<UrlOrSlot>
  | OpenAiChatFilePart<UrlOrSlot>
  | OpenAiChatAudioPart<UrlOrSlot>;

const DETAILS = ['auto', 'low', 'high', 'original'] as const;

/**
 * Builds the body of `POST /chat/completions`: images as `image_url` objects in user messages, bytes as `data:` URLs.
 * The format does not support file ids; they become the warning `image-dropped`.
 *
 * @throws KitError `unsupported-by-wire` if nothing of a user message can be sent
 */
export async function buildRequest(
  conversation: readonly ChatMessage[],
  options: WireOptions,
): Promise<WireRequest> {
  const { quirks = {}, extraBody, signal } = options;
  const messages = await withTextFiles(await withTrueLabels(neutral(conversation)));
  const warnings: WireWarning[] = [];
  const body: OpenAiChatBody<UrlOrSlot> = {
    model: options.model,
    messages: inTurns(imagesToUser(messages, warnings), warnings).flatMap((message) =>
      writeMessage(message, quirks, warnings),
    ),
    ...writeOptions(options, quirks),
  };
  return {
    path: quirks.path ?? '/chat/completions',
    headers: { 'content-type': 'application/json' },
    body: await jsonBlob({ ...body, ...extraBody }, signal),
    warnings,
  };
}

function writeOptions(
  { stream = true, maxOutputTokens, temperature, responseSchema }: WireOptions,
  quirks: WireQuirks,
): Omit<OpenAiChatBody, 'model' | 'messages'> {
  return {
    stream,
    ...(stream && quirks.omitStreamOptions !== true && { stream_options: { include_usage: true } }),
    ...(maxOutputTokens !== undefined &&
      (quirks.legacyMaxTokens === true
        ? { max_tokens: maxOutputTokens }
        : { max_completion_tokens: maxOutputTokens })),
    ...(temperature !== undefined && { temperature }),
    ...responseFormat(responseSchema),
  };
}

function writeMessage(
  message: SentMessage,
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<OpenAiChatMessage<UrlOrSlot>> {
  if (message.role !== 'user') {
    const content = textOf(message);
    return content === '' ? [] : [{ role: message.role, content }];
  }
  const content = message.parts.flatMap<UserPart>((part) => {
    if (part.type === 'image') return writeImage(part, quirks, warnings);
    return part.type === 'file' ? writeFile(part, warnings) : writeText(part);
  });
  assertSomethingLeft(message, content.length, warnings);
  const [only] = content;
  if (only === undefined) return [];
  // The only form that even the oldest servers accept.
  if (content.length === 1 && only.type === 'text') return [{ role: 'user', content: only.text }];
  return [{ role: 'user', content }];
}

function writeText({ text }: TextPart): OpenAiChatTextPart[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

function writeImage(
  part: ImagePart,
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<OpenAiChatImagePart<UrlOrSlot>> {
  const url = urlOf(part);
  const obstacle =
    imageObstacle(part, quirks) ??
    (url === undefined
      ? 'this endpoint does not accept ids of uploaded images. Send the image itself.'
      : undefined);
  if (url === undefined || obstacle !== undefined) {
    warnings.push(imageDropped(part, obstacle ?? ''));
    return [];
  }
  const detail = sendDetail(part, quirks, DETAILS, warnings);
  return [{ type: 'image_url', image_url: { url, ...(detail !== undefined && { detail }) } }];
}

function writeFile(part: FilePart, warnings: WireWarning[]): UserPart[] {
  if (!takesFile(part, openaiChatFacts.fileParts)) return dropFile(part, warnings);
  const { mediaType, name = 'file.pdf' } = part;
  const file = bareImage(part);
  if (file.kind === 'file-id') return [{ type: 'file', file: { file_id: file.fileId } }];
  if (file.kind !== 'base64') return dropFile(part, warnings);
  if (mediaType.startsWith('audio/')) {
    const format = mediaType.endsWith('wav') ? 'wav' : 'mp3';
    return [{ type: 'input_audio', input_audio: { data: file.base64, format } }];
  }
  const url = urlOf(part);
  return url === undefined ? [] : [{ type: 'file', file: { filename: name, file_data: url } }];
}

function urlOf({ data, mediaType }: ImagePart | FilePart): UrlOrSlot | undefined {
  switch (data.kind) {
    case 'bytes':
      return new Base64Slot(`data:${mediaType};base64,`, data.bytes);
    case 'url':
      return tidyDataUrl(data.url, mediaType);
    default:
      return undefined;
  }
}
