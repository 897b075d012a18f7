/** Checks `generateContent` requests like Gemini: parts with bytes or the URL of an uploaded file. */
import type { ImageDetail } from '../../models/types.js';
import { decodeBase64 } from '../core/base64.js';
import { requestedSchema } from '../core/requested-object.js';
import type { DemoContext } from '../core/context.js';
import {
  countInputTokens,
  type Conversation,
  type ReceivedImage,
  type ReceivedTurn,
} from '../core/conversation.js';
import { isObject, numberOf, textOf, type JsonObject } from '../core/json.js';
import type { ServedModel } from '../core/models.js';
import { isPrivateHost, readImageBytes, receivedBytes } from '../core/receive-image.js';
import { invalidArgument, unprocessableImage } from './gemini-errors.js';

const MAX_INPUT_TOKENS = 1_048_576;
/** The cost of `MEDIUM` for a third-generation model; the kit's details have no equivalent. */
const MEDIUM_TOKENS = 560;
const mediaTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/heic',
  'image/heif',
]);
const partFields: ReadonlySet<string> = new Set([
  'text',
  'inlineData',
  'fileData',
  'mediaResolution',
  'thought',
  'thoughtSignature',
  'functionCall',
  'functionResponse',
  'videoMetadata',
  'executableCode',
  'codeExecutionResult',
]);

interface Reader {
  model: ServedModel;
  store: DemoContext['store'];
  resolution: string | undefined;
}

export async function judgeGenerate(
  body: JsonObject,
  model: ServedModel,
  { store }: DemoContext,
  wantsStream: boolean,
): Promise<Conversation> {
  const config = objectOf(field(body, 'generationConfig'));
  const reader: Reader = { model, store, resolution: textOf(field(config, 'mediaResolution')) };
  const turns: ReceivedTurn[] = [];
  const system = field(body, 'systemInstruction');
  if (isObject(system))
    turns.push(await readContent(system, 'system_instruction', 'system', reader));
  const contents = field(body, 'contents');
  if (!Array.isArray(contents) || contents.length === 0) {
    throw invalidArgument('* GenerateContentRequest.contents: contents is not specified\n');
  }
  for (const [index, content] of (contents as unknown[]).entries()) {
    const role = isObject(content) && content['role'] === 'model' ? 'assistant' : 'user';
    turns.push(await readContent(content, `contents[${index}]`, role, reader));
  }
  const limit = numberOf(field(config, 'maxOutputTokens'));
  const conversation: Conversation = {
    model: model.id,
    turns,
    wantsStream,
    ...requestedSchema(body),
    ...(limit === undefined ? {} : { maxOutputTokens: limit }),
  };
  if (countInputTokens(conversation) > MAX_INPUT_TOKENS) {
    throw invalidArgument(
      `The input token count exceeds the maximum number of tokens allowed ${MAX_INPUT_TOKENS}.`,
    );
  }
  return conversation;
}

async function readContent(
  content: unknown,
  at: string,
  role: ReceivedTurn['role'],
  reader: Reader,
): Promise<ReceivedTurn> {
  const parts = isObject(content) ? content['parts'] : undefined;
  if (!isObject(content) || (content['role'] !== undefined && !isRole(content['role']))) {
    throw invalidArgument('Please use a valid role: user, model.');
  }
  const turn: ReceivedTurn = { role, text: '', images: [] };
  const texts: string[] = [];
  const list = Array.isArray(parts) ? (parts as unknown[]) : parts === undefined ? [] : [parts];
  for (const [index, part] of list.entries()) {
    const partAt = `${at}.parts[${index}]`;
    if (!isObject(part)) throw invalidArgument(`Invalid value at '${partAt}'`);
    refuseUnknownFields(part, partAt);
    texts.push(textOf(part['text']) ?? '');
    const image = await readImage(part, partAt, reader);
    if (image) turn.images.push(image);
  }
  turn.text = texts.filter((text) => text !== '').join('\n');
  return turn;
}

function isRole(role: unknown): boolean {
  return role === 'user' || role === 'model' || role === 'system' || role === 'function';
}

function refuseUnknownFields(part: JsonObject, at: string): void {
  const unknown = Object.keys(part).find((name) => !partFields.has(camelCase(name)));
  if (unknown === undefined) return;
  throw invalidArgument(
    `Invalid JSON payload received. Unknown name "${unknown}" at '${at}': Cannot find field.`,
  );
}

async function readImage(
  part: JsonObject,
  at: string,
  reader: Reader,
): Promise<ReceivedImage | undefined> {
  const inline = field(part, 'inlineData');
  const file = field(part, 'fileData');
  if (!isObject(inline) && !isObject(file)) return undefined;
  if (!reader.model.vision) {
    throw invalidArgument(`Image input modality is not enabled for models/${reader.model.id}`);
  }
  const own = objectOf(field(part, 'mediaResolution'));
  const resolution = textOf(own['level']) ?? reader.resolution;
  if (isObject(inline)) return readInline(inline, `${at}.inline_data`, resolution, reader);
  return isObject(file) ? readFile(file, resolution, reader) : undefined;
}

async function readInline(
  inline: JsonObject,
  at: string,
  resolution: string | undefined,
  reader: Reader,
): Promise<ReceivedImage> {
  const mediaType = textOf(field(inline, 'mimeType')) ?? '';
  const data = textOf(inline['data']) ?? '';
  if (!mediaTypes.has(mediaType)) throw invalidArgument(`Unsupported MIME type: ${mediaType}`);
  if (data === '') throw unprocessableImage();
  const bytes = decodeBase64(data);
  if (!bytes) {
    throw invalidArgument(
      `Invalid value at '${at}.data' (TYPE_BYTES), Base64 decoding failed for "${data.slice(0, 40)}"`,
    );
  }
  return received(bytes, resolution, reader, 'bytes');
}

async function readFile(
  file: JsonObject,
  resolution: string | undefined,
  reader: Reader,
): Promise<ReceivedImage> {
  const uri = textOf(field(file, 'fileUri')) ?? '';
  const id = /\/(files\/[\w-]+)$/.exec(uri)?.[1];
  const stored = id === undefined ? undefined : reader.store.files.get(id);
  if (stored) return received(stored.bytes, resolution, reader, 'file');
  if (id === undefined && isPublicLink(uri)) {
    return { via: 'link', detail: detailOf(resolution), link: uri };
  }
  throw invalidArgument(
    `You do not have permission to access the File ${id?.slice(6) ?? uri} or it may not exist.`,
  );
}

function isPublicLink(uri: string): boolean {
  return /^https:/i.test(uri) && URL.canParse(uri) && !isPrivateHost(new URL(uri).hostname);
}

async function received(
  bytes: Uint8Array<ArrayBuffer>,
  resolution: string | undefined,
  { model }: Reader,
  via: 'bytes' | 'file',
): Promise<ReceivedImage> {
  const { info } = await readImageBytes(bytes);
  if (!info || !mediaTypes.has(info.mediaType)) throw unprocessableImage();
  const image = receivedBytes(bytes, info, model.id, detailOf(resolution), via);
  if (resolution === 'MEDIA_RESOLUTION_MEDIUM' && image.count && !/gemini-[12]/.test(model.id)) {
    image.count = { ...image.count, tokens: MEDIUM_TOKENS };
  }
  return image;
}

function detailOf(resolution: string | undefined): ImageDetail {
  switch (resolution) {
    case 'MEDIA_RESOLUTION_LOW':
      return 'low';
    case 'MEDIA_RESOLUTION_MEDIUM':
    case 'MEDIA_RESOLUTION_HIGH':
      return 'high';
    case 'MEDIA_RESOLUTION_ULTRA_HIGH':
      return 'original';
    default:
      return 'auto';
  }
}

/** Returns a field by its camel-case name; the API accepts snake case as well. */
function field(object: JsonObject, name: string): unknown {
  return object[name] ?? object[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
