/** Checks Chat Completions requests like OpenAI: shape first, then the model's abilities, then each image. */
import { parseDataUrl, decodeBase64 } from '../core/base64.js';
import { requestedSchema } from '../core/requested-object.js';
import type { Conversation, ReceivedImage, ReceivedTurn } from '../core/conversation.js';
import { isObject, numberOf, textOf, type JsonObject } from '../core/json.js';
import type { ServedModel } from '../core/models.js';
import { isPrivateHost } from '../core/receive-image.js';
import type { ImageDetail } from '../../models/types.js';
import {
  openaiDetails,
  receiveImage,
  refuseTooManyBytes,
  refuseUnreachable,
  unsupportedImage,
} from './judge-image.js';
import { badRequest, missing, requireOneOf, wrongType, wrongValue } from './openai-errors.js';

const roles = ['system', 'assistant', 'user', 'function', 'tool', 'developer'] as const;
const partTypes = ['text', 'image_url', 'input_audio', 'refusal', 'audio', 'file'] as const;
const EXAMPLE =
  "Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU=')";

interface FoundImage {
  message: number;
  part: number;
  role: string;
  url: string;
  detail: ImageDetail;
  turn: ReceivedTurn;
}

export interface ChatDialect {
  /** Azure words its refusal of a URL differently. */
  isAzure: boolean;
}

export async function judgeChat(
  body: JsonObject,
  model: ServedModel,
  { isAzure }: ChatDialect,
): Promise<Conversation> {
  const { turns, images } = readMessages(body['messages']);
  for (const image of images) refuseByModelOrRole(image, model);
  for (const image of images) refuseByAddress(image, isAzure);
  for (const image of images) image.turn.images.push(await receive(image, model.id));
  refuseTooManyBytes(turns);
  const limit = numberOf(body['max_completion_tokens']) ?? numberOf(body['max_tokens']);
  return {
    model: model.id,
    turns,
    wantsStream: body['stream'] === true,
    ...requestedSchema(body),
    ...(limit === undefined ? {} : { maxOutputTokens: limit }),
  };
}

function readMessages(messages: unknown): { turns: ReceivedTurn[]; images: FoundImage[] } {
  if (messages === undefined) throw missing('messages');
  if (!Array.isArray(messages)) throw wrongType('messages', 'an array of objects', messages);
  if (messages.length === 0) {
    throw badRequest(
      "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.",
      'messages',
      'empty_array',
    );
  }
  const images: FoundImage[] = [];
  const turns = messages.map((message: unknown, index) => readMessage(message, index, images));
  return { turns, images };
}

function readMessage(message: unknown, index: number, images: FoundImage[]): ReceivedTurn {
  const at = `messages[${index}]`;
  if (!isObject(message)) throw wrongType(at, 'an object', message);
  const role = requireOneOf(message['role'], roles, `${at}.role`);
  const turn: ReceivedTurn = { role: neutralRole(role), text: '', images: [] };
  const content = message['content'];
  if (typeof content === 'string') turn.text = content;
  else if (Array.isArray(content)) {
    const texts = content.map((part: unknown, position) =>
      readPart(part, `${at}.content[${position}]`, (url, detail) =>
        images.push({ message: index, part: position, role, url, detail, turn }),
      ),
    );
    turn.text = texts.filter((text) => text !== '').join('\n');
  } else if (content !== null || role !== 'assistant') {
    throw wrongType(`${at}.content`, 'one of a string or array of objects', content);
  }
  return turn;
}

function neutralRole(role: string): ReceivedTurn['role'] {
  if (role === 'developer' || role === 'system') return 'system';
  if (role === 'function' || role === 'tool') return 'tool';
  return role === 'assistant' ? 'assistant' : 'user';
}

/** Returns the text of a part; an image is passed to `found`. */
function readPart(
  part: unknown,
  at: string,
  found: (url: string, detail: ImageDetail) => void,
): string {
  if (!isObject(part)) throw wrongType(at, 'an object', part);
  const isOfResponses = textOf(part['type'])?.startsWith('input_') === true;
  // Two lists are on record: the short one for parts of other APIs, the long one for those of Responses.
  const listed = isOfResponses ? partTypes : (['text', 'image_url'] as const);
  const type = requireOneOf(part['type'], partTypes, `${at}.type`, listed);
  if (type === 'text') {
    const text = textOf(part['text']);
    if (text !== undefined) return text;
    throw part['text'] === undefined
      ? missing(`${at}.text`)
      : wrongType(`${at}.text`, 'a string', part['text']);
  }
  if (type === 'image_url') {
    const { url, detail } = readImageUrl(part['image_url'], `${at}.image_url`);
    found(url, detail);
  }
  return '';
}

function readImageUrl(value: unknown, at: string): { url: string; detail: ImageDetail } {
  if (value === undefined) throw missing(at);
  if (!isObject(value)) throw wrongType(at, 'an object', value);
  const { url, detail = 'auto' } = value as { url?: unknown; detail?: unknown };
  if (url === undefined) throw missing(`${at}.url`);
  if (typeof url !== 'string') throw wrongType(`${at}.url`, 'a string', url);
  if (!openaiDetails.includes(detail as ImageDetail)) {
    throw wrongValue(`${at}.detail`, detail, openaiDetails);
  }
  return { url, detail: detail as ImageDetail };
}

function refuseByModelOrRole({ message, part, role }: FoundImage, { vision }: ServedModel): void {
  if (!vision) {
    throw badRequest(
      'Invalid content type. image_url is only supported by certain models.',
      `messages.[${message}].content.[${part}].type`,
    );
  }
  if (role !== 'user') {
    throw badRequest(
      `Invalid 'messages[${message}]'. Image URLs are only allowed for messages with role 'user', but this message with ` +
        `role '${role}' contains an image URL.`,
      `messages[${message}]`,
      'invalid_value',
    );
  }
}

function refuseByAddress({ message, part, url }: FoundImage, isAzure: boolean): void {
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) {
    const parsed = new URL(url);
    refuseUnreachable(parsed, !isPrivateHost(parsed.hostname));
    return;
  }
  const at = `messages[${message}].content[${part}].image_url.url`;
  const data = parseDataUrl(url);
  if (data?.isBase64 && data.mediaType.startsWith('image/')) return;
  if (isAzure) {
    throw badRequest(
      'Invalid image URL. The URL must be a valid HTTP or HTTPS URL, or a data URL with base64 encoding.',
      at,
      'invalid_value',
    );
  }
  const got = data
    ? data.isBase64
      ? `unsupported MIME type '${data.mediaType}'`
      : "a value without the 'base64' marker"
    : "a value without the 'data:' prefix";
  throw badRequest(`Invalid image URL: '${at}'. ${EXAMPLE}, but got ${got}.`, at, 'invalid_value');
}

async function receive({ url, detail }: FoundImage, model: string): Promise<ReceivedImage> {
  const data = parseDataUrl(url);
  if (!data) return { via: 'link', detail, link: url };
  const bytes = decodeBase64(data.payload);
  const image = bytes && (await receiveImage(bytes, model, detail));
  if (!image) throw unsupportedImage();
  return image;
}
