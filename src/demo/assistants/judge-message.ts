/** Checks thread messages like the Assistants API: links and uploaded files, never base64. */
import type { ImageDetail } from '../../models/types.js';
import type { ReceivedImage, ReceivedTurn } from '../core/conversation.js';
import { isObject, textOf, type JsonObject } from '../core/json.js';
import { isPrivateHost } from '../core/receive-image.js';
import type { DemoStore } from '../core/store.js';
import { receiveImage, refuseUnreachable, unsupportedImage } from '../openai/judge-image.js';
import { badRequest, missing, requireOneOf, wrongType } from '../openai/openai-errors.js';

const partTypes = ['text', 'image_url', 'image_file'] as const;
const details: readonly ImageDetail[] = ['auto', 'low', 'high'];

export interface JudgedMessage {
  turn: ReceivedTurn;
  /** The parts as the API returns them. */
  content: unknown[];
}

/** `at` is the location of the message in the request, empty if it is the request itself. */
export async function judgeMessage(
  message: unknown,
  at: string,
  model: string,
  store: DemoStore,
): Promise<JudgedMessage> {
  if (!isObject(message)) throw wrongType(at || 'message', 'an object', message);
  const prefix = at === '' ? '' : `${at}.`;
  const role = requireOneOf(message['role'], ['user', 'assistant'], `${prefix}role`);
  const turn: ReceivedTurn = { role, text: '', images: [] };
  const content = message['content'];
  if (content === undefined) throw missing(`${prefix}content`);
  if (typeof content === 'string') {
    turn.text = content;
    return { turn, content: [textBlock(content)] };
  }
  if (!Array.isArray(content)) {
    throw wrongType(`${prefix}content`, 'one of a string or array of objects', content);
  }
  const blocks: unknown[] = [];
  for (const [index, part] of (content as unknown[]).entries()) {
    const partAt = `${prefix}content[${index}]`;
    if (!isObject(part)) throw wrongType(partAt, 'an object', part);
    blocks.push(await readPart(part, partAt, turn, { model, store }));
  }
  return { turn, content: blocks };
}

async function readPart(
  part: JsonObject,
  at: string,
  turn: ReceivedTurn,
  source: { model: string; store: DemoStore },
): Promise<unknown> {
  const type = requireOneOf(part['type'], partTypes, `${at}.type`);
  if (type === 'text') {
    const text = textOf(part['text']);
    if (text === undefined) throw missing(`${at}.text`);
    turn.text = turn.text === '' ? text : `${turn.text}\n${text}`;
    return textBlock(text);
  }
  const image = part[type];
  if (image === undefined) throw missing(`${at}.${type}`);
  if (!isObject(image)) throw wrongType(`${at}.${type}`, 'an object', image);
  const detail = requireOneOf(image['detail'] ?? 'auto', details, `${at}.${type}.detail`);
  turn.images.push(
    type === 'image_url'
      ? readUrl(image['url'], `${at}.image_url.url`, detail)
      : await readFile(image['file_id'], `${at}.image_file.file_id`, detail, source),
  );
  return part;
}

function readUrl(url: unknown, at: string, detail: ImageDetail): ReceivedImage {
  if (url === undefined) throw missing(at);
  if (typeof url !== 'string') throw wrongType(at, 'a string', url);
  if (!/^https:\/\//i.test(url) || !URL.canParse(url)) {
    throw badRequest(
      `Invalid '${at}'. Expected a valid URL, but got a value with an invalid format.`,
      at,
      'invalid_value',
    );
  }
  const parsed = new URL(url);
  refuseUnreachable(parsed, !isPrivateHost(parsed.hostname));
  return { via: 'link', detail, link: url };
}

async function readFile(
  fileId: unknown,
  at: string,
  detail: ImageDetail,
  { model, store }: { model: string; store: DemoStore },
): Promise<ReceivedImage> {
  const id = textOf(fileId);
  if (id === undefined) throw missing(at);
  const file = store.files.get(id);
  if (!file) throw badRequest(`The file '${id}' was not found.`, at, 'image_file_not_found');
  if (file.purpose !== 'vision') {
    throw badRequest(
      `The file '${id}' was uploaded with purpose '${file.purpose}'. Images need purpose 'vision'.`,
      at,
      'invalid_value',
    );
  }
  const image = await receiveImage(file.bytes, model, detail, 'file');
  if (!image) throw unsupportedImage(at);
  return image;
}

export function textBlock(text: string): unknown {
  return { type: 'text', text: { value: text, annotations: [] } };
}
