import { jsonBlob } from '../../internal/json-blob.js';
import type { Base64Slot } from '../../internal/json-blob.js';
import type { ImageDetail } from '../../models/types.js';
import type { ChatMessage, FilePart, ImagePart } from '../../messages/types.js';
import { bareImage } from '../bare-image.js';
import { assertSomethingLeft, dropFile, imageObstacle, imageDropped } from '../drop-image.js';
import { imagesFirst } from '../images-first.js';
import { imagesToUser } from '../images-to-user.js';
import { inTurns } from '../in-turns.js';
import { neutral } from '../neutral.js';
import type { SentMessage } from '../neutral.js';
import { takesFile } from '../../internal/takes-file.js';
import { geminiGenerateFacts } from './facts.js';
import { sendDetail } from '../send-detail.js';
import { withTrueLabels } from '../true-label.js';
import { withTextFiles } from '../with-text-files.js';
import { textOfRole } from '../text-of.js';
import type { WireOptions, WireQuirks, WireRequest, WireWarning } from '../types.js';
import type {
  GeminiContent,
  GeminiGenerateBody,
  GeminiPart,
  GeminiPartResolution,
} from './types.js';

const FILES_URL = 'https://generativelanguage.googleapis.com/v1beta/';

/** The third generation introduced a resolution for each image. */
const WITHOUT_PART_RESOLUTION = /(?:^|\/)gemini-[12](?:[.-]|$)/;

const levels: Readonly<Record<Exclude<ImageDetail, 'auto'>, GeminiPartResolution>> = {
  low: 'MEDIA_RESOLUTION_LOW',
  high: 'MEDIA_RESOLUTION_HIGH',
  original: 'MEDIA_RESOLUTION_ULTRA_HIGH',
};

type Base64 = string | Base64Slot;

/**
 * Builds the body of `:streamGenerateContent`: images as `inlineData` or `fileData`, before the text, with
 * `mediaResolution` derived from `detail`. Model messages may contain images too.
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
  const generationConfig = {
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(responseSchema && {
      responseMimeType: 'application/json',
      responseJsonSchema: responseSchema.schema,
    }),
  };
  const body: GeminiGenerateBody<Base64> = {
    ...writeInput(messages, options, warnings),
    ...(Object.keys(generationConfig).length > 0 && { generationConfig }),
  };
  return {
    path:
      quirks.path ?? modelPath(model, stream ? 'streamGenerateContent?alt=sse' : 'generateContent'),
    headers: { 'content-type': 'application/json' },
    body: await jsonBlob({ ...body, ...extraBody }, options.signal),
    warnings,
  };
}

export function writeInput(
  messages: readonly SentMessage[],
  { model, quirks: given }: WireOptions,
  warnings: WireWarning[],
): Pick<GeminiGenerateBody<Base64>, 'systemInstruction' | 'contents'> {
  const quirks: WireQuirks = {
    ...(WITHOUT_PART_RESOLUTION.test(model) && { omitDetail: true }),
    ...given,
  };
  const system = textOfRole(messages, 'system');
  return {
    ...(system !== '' && { systemInstruction: { parts: [{ text: system }] } }),
    contents: inTurns(imagesToUser(messages, warnings, ['user', 'assistant']), warnings).flatMap(
      (message) => writeContent(message, quirks, warnings),
    ),
  };
}

/** Tuned models include the name of their own collection. */
export function modelName(model: string): string {
  return model.includes('/') ? model : `models/${model}`;
}

export function modelPath(model: string, method: string): string {
  return `/v1beta/${modelName(model).split('/').map(encodeURIComponent).join('/')}:${method}`;
}

function writeContent(
  message: SentMessage,
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<GeminiContent<Base64>> {
  if (message.role === 'system') return [];
  const parts = imagesFirst(message.parts).flatMap<GeminiPart<Base64>>((part) => {
    if (part.type === 'image') return writeImage(part, quirks, warnings);
    if (part.type === 'file') return writeFile(part, warnings);
    return part.text === '' ? [] : [{ text: part.text }];
  });
  assertSomethingLeft(message, parts.length, warnings);
  if (parts.length === 0) return [];
  return [{ role: message.role === 'user' ? 'user' : 'model', parts }];
}

function writeImage(
  part: ImagePart,
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<GeminiPart<Base64>> {
  const obstacle = imageObstacle(part, quirks);
  if (obstacle !== undefined) {
    warnings.push(imageDropped(part, obstacle));
    return [];
  }
  const detail = sendDetail(part, quirks, ['low', 'high', 'original'] as const, warnings);
  const resolution = detail !== undefined && { mediaResolution: { level: levels[detail] } };
  const image = bareImage(part);
  switch (image.kind) {
    case 'base64':
      return [{ inlineData: { mimeType: image.mediaType, data: image.base64 }, ...resolution }];
    case 'url':
      return [{ fileData: { fileUri: image.url, mimeType: part.mediaType }, ...resolution }];
    default:
      return [
        { fileData: { fileUri: fileUri(image.fileId), mimeType: part.mediaType }, ...resolution },
      ];
  }
}

function writeFile(part: FilePart, warnings: WireWarning[]): Array<GeminiPart<Base64>> {
  if (!takesFile(part, geminiGenerateFacts.fileParts)) return dropFile(part, warnings);
  const { mediaType: mimeType } = part;
  const file = bareImage(part);
  switch (file.kind) {
    case 'base64':
      return [{ inlineData: { mimeType, data: file.base64 } }];
    case 'url':
      return [{ fileData: { fileUri: file.url, mimeType } }];
    default:
      return [{ fileData: { fileUri: fileUri(file.fileId), mimeType } }];
  }
}

/** Returns the whole address of an uploaded file, as its upload was answered, or its name `files/…`. */
function fileUri(fileId: string): string {
  if (fileId.includes('://')) return fileId;
  return FILES_URL + (fileId.startsWith('files/') ? fileId : `files/${fileId}`);
}
