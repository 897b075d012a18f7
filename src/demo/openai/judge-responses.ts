/** Checks Responses requests like OpenAI: items and typed parts, images as a string or the id of a file. */
import type { ImageDetail } from '../../models/types.js';
import { decodeBase64, parseDataUrl } from '../core/base64.js';
import { requestedSchema } from '../core/requested-object.js';
import type { DemoContext } from '../core/context.js';
import type { Conversation, ReceivedImage, ReceivedTurn } from '../core/conversation.js';
import { isObject, numberOf, textOf, type JsonObject } from '../core/json.js';
import type { ServedModel } from '../core/models.js';
import { isPrivateHost } from '../core/receive-image.js';
import {
  openaiDetails,
  receiveImage,
  refuseTooManyBytes,
  refuseUnreachable,
  unsupportedImage,
} from './judge-image.js';
import { badRequest, missing, requireOneOf, wrongType, wrongValue } from './openai-errors.js';

const roles = ['assistant', 'system', 'developer', 'user'] as const;
const partTypes = [
  'input_text',
  'input_image',
  'output_text',
  'refusal',
  'input_file',
  'computer_screenshot',
  'summary_text',
] as const;
const answerPartTypes = ['output_text', 'refusal'] as const;
const INVALID_URL = 'Expected a valid URL, but got a value with an invalid format.';
const EXAMPLE =
  "Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU=')";

export async function judgeResponses(
  body: JsonObject,
  model: ServedModel,
  { store }: DemoContext,
): Promise<Conversation> {
  if (body['input'] === undefined && body['messages'] !== undefined) {
    throw badRequest(
      "Unsupported parameter: 'messages'. In the Responses API, this parameter has moved to 'input'. Try again with the " +
        'new parameter. See the API documentation for more information: ' +
        'https://platform.openai.com/docs/api-reference/responses/create.',
      undefined,
      'unsupported_parameter',
    );
  }
  const reader: Reader = { model, store, turns: earlierTurns(body, store) };
  const instructions = textOf(body['instructions']);
  if (instructions) reader.turns.unshift({ role: 'system', text: instructions, images: [] });
  await readInput(body['input'], reader);
  refuseTooManyBytes(reader.turns);
  const limit = numberOf(body['max_output_tokens']);
  return {
    model: model.id,
    turns: reader.turns,
    wantsStream: body['stream'] === true,
    ...requestedSchema(body),
    ...(limit === undefined ? {} : { maxOutputTokens: limit }),
  };
}

interface Reader {
  model: ServedModel;
  store: DemoContext['store'];
  turns: ReceivedTurn[];
}

function earlierTurns(body: JsonObject, store: DemoContext['store']): ReceivedTurn[] {
  const id = textOf(body['previous_response_id']);
  if (id === undefined) return [];
  const turns = store.responses.get(id);
  if (turns) return [...turns];
  throw badRequest(
    `Previous response with id '${id}' not found.`,
    'previous_response_id',
    'previous_response_not_found',
  );
}

async function readInput(input: unknown, reader: Reader): Promise<void> {
  if (input === undefined) throw missing('input');
  if (typeof input === 'string') {
    reader.turns.push({ role: 'user', text: input, images: [] });
    return;
  }
  if (!Array.isArray(input)) {
    throw wrongType('input', 'one of a string or array of input items', input);
  }
  for (const [index, item] of (input as unknown[]).entries()) {
    if (!isObject(item)) throw wrongType(`input[${index}]`, 'an input item', item);
    await readItem(item, `input[${index}]`, reader);
  }
}

async function readItem(item: JsonObject, at: string, reader: Reader): Promise<void> {
  const type = item['type'] ?? 'message';
  if (type === 'function_call_output') {
    await readTurn('tool', item['output'], `${at}.output`, reader);
  } else if (type === 'message') {
    const role = requireOneOf(item['role'], roles, `${at}.role`);
    await readTurn(
      role === 'developer' ? 'system' : role,
      item['content'],
      `${at}.content`,
      reader,
    );
  }
}

async function readTurn(
  role: ReceivedTurn['role'],
  content: unknown,
  at: string,
  reader: Reader,
): Promise<void> {
  const turn: ReceivedTurn = { role, text: '', images: [] };
  reader.turns.push(turn);
  if (typeof content === 'string') {
    turn.text = content;
    return;
  }
  if (!Array.isArray(content)) {
    throw wrongType(at, 'one of a string or array of content parts', content);
  }
  const texts: string[] = [];
  for (const [index, part] of (content as unknown[]).entries()) {
    const partAt = `${at}[${index}]`;
    if (!isObject(part)) throw wrongType(partAt, 'an object', part);
    checkType(part['type'], `${partAt}.type`, role, reader);
    if (part['type'] === 'input_image') turn.images.push(await readImage(part, partAt, reader));
    else texts.push(textOf(part['text']) ?? textOf(part['refusal']) ?? '');
  }
  turn.text = texts.filter((text) => text !== '').join('\n');
}

function checkType(type: unknown, at: string, role: ReceivedTurn['role'], { model }: Reader): void {
  requireOneOf(type, role === 'assistant' ? answerPartTypes : partTypes, at);
  if (type === 'input_image' && !model.vision) throw wrongValue(at, type, ['input_text']);
}

async function readImage(part: JsonObject, at: string, reader: Reader): Promise<ReceivedImage> {
  const detail = (part['detail'] ?? 'auto') as ImageDetail;
  if (!openaiDetails.includes(detail)) throw wrongValue(`${at}.detail`, detail, openaiDetails);
  const { image_url: imageUrl, file_id: fileId } = part as {
    image_url?: unknown;
    file_id?: unknown;
  };
  if (imageUrl != null && fileId != null) {
    throw badRequest(
      "Mutually exclusive parameters. Ensure you are only providing one of: 'file_id' or 'image_url'.",
      at,
      'mutually_exclusive_parameters',
    );
  }
  if (fileId != null) return readFile(fileId, detail, reader);
  if (imageUrl == null) {
    throw 'url' in part
      ? badRequest(`Unknown parameter: '${at}.url'.`, `${at}.url`, 'unknown_parameter')
      : missing(`${at}.image_url`);
  }
  return readUrl(imageUrl, `${at}.image_url`, detail, reader);
}

async function readUrl(
  url: unknown,
  at: string,
  detail: ImageDetail,
  { model }: Reader,
): Promise<ReceivedImage> {
  if (typeof url !== 'string') throw wrongType(at, 'an image URL', url);
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) {
    refuseUnreachable(new URL(url), !isPrivateHost(new URL(url).hostname));
    return { via: 'link', detail, link: url };
  }
  const data = parseDataUrl(url);
  if (!data?.isBase64) throw badRequest(`Invalid '${at}'. ${INVALID_URL}`, at, 'invalid_value');
  if (!data.mediaType.startsWith('image/')) {
    throw badRequest(
      `Invalid '${at}'. ${EXAMPLE}, but got unsupported MIME type '${data.mediaType}'.`,
      at,
      'invalid_value',
    );
  }
  if (data.payload === '') {
    throw badRequest(
      `Invalid '${at}'. ${EXAMPLE}, but got empty base64-encoded bytes.`,
      at,
      'invalid_value',
    );
  }
  const bytes = decodeBase64(data.payload);
  const image = bytes && (await receiveImage(bytes, model.id, detail));
  if (!image) throw notAnImage();
  return image;
}

function notAnImage(): Error {
  return badRequest(
    'The image data you provided does not represent a valid image. Please check your input and try again with one of the ' +
      "supported image formats: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'].",
    'input',
    'invalid_value',
  );
}

async function readFile(
  fileId: unknown,
  detail: ImageDetail,
  { model, store }: Reader,
): Promise<ReceivedImage> {
  if (typeof fileId !== 'string') throw wrongType('file_id', 'a string', fileId);
  const id = fileId;
  const file = store.files.get(id);
  if (!file) {
    throw badRequest(`The file '${id}' was not found.`, 'file_id', 'image_file_not_found');
  }
  const image = await receiveImage(file.bytes, model.id, detail, 'file');
  if (!image) throw unsupportedImage('file_id');
  return image;
}
