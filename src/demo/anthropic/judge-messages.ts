/** Checks Messages requests like Anthropic. Error messages are those of the API where they are on record. */
import type { DemoContext } from '../core/context.js';
import { requestedSchema } from '../core/requested-object.js';
import type { Conversation, ReceivedTurn } from '../core/conversation.js';
import { isObject, numberOf, textOf, type JsonObject } from '../core/json.js';
import { findServedModel, reportUnknownModel, type ServedModel } from '../core/models.js';
import { Refusal } from '../core/refusal.js';
import { invalid, notFound } from './anthropic-errors.js';
import { readImageBlock, refuseLongSides, type PlacedImage } from './judge-image.js';

/** Measured: one more byte is refused. */
const MAX_BODY_BYTES = 33_554_432;
const MAX_IMAGES = 600;
/** Blocks that may be sent back from an answer, and that are irrelevant to images. */
const passingBlocks: ReadonlySet<string> = new Set([
  'document',
  'tool_use',
  'thinking',
  'redacted_thinking',
  'server_tool_use',
  'search_result',
  'web_search_tool_result',
]);

interface Reader {
  model: ServedModel;
  context: DemoContext;
  images: PlacedImage[];
}

export interface JudgeOptions {
  /** Counting tokens does not validate sizes and does not require `max_tokens`. */
  isCountOnly: boolean;
}

/**
 * Reads the body of a request.
 *
 * @throws Refusal if the version header is missing, there are too many bytes, or it is not JSON
 */
export async function readMessagesBody({ request }: DemoContext): Promise<JsonObject> {
  if (!request.headers.has('anthropic-version')) {
    throw invalid('', 'anthropic-version: header is required');
  }
  const fromPage = request.headers.has('origin');
  if (fromPage && request.headers.get('anthropic-dangerous-direct-browser-access') !== 'true') {
    throw new Refusal({
      status: 401,
      message: "CORS requests must set 'anthropic-dangerous-direct-browser-access' header",
    });
  }
  const declared = Number(request.headers.get('content-length') ?? 0);
  const bytes = declared > MAX_BODY_BYTES ? undefined : await request.arrayBuffer();
  if (!bytes || bytes.byteLength > MAX_BODY_BYTES) {
    throw new Refusal({ status: 413, message: 'Request exceeds the maximum size' });
  }
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isObject(body)) return body;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw invalid('', 'The request body is not valid JSON');
}

export async function judgeMessages(
  body: JsonObject,
  context: DemoContext,
  { isCountOnly }: JudgeOptions,
): Promise<Conversation> {
  const model = requireModel(body['model'], context);
  const maxTokens = numberOf(body['max_tokens']);
  if (maxTokens === undefined && !isCountOnly) throw invalid('max_tokens', 'Field required');
  const reader: Reader = { model, context, images: [] };
  const turns = [...readSystem(body['system']), ...(await readMessages(body['messages'], reader))];
  if (reader.images.length > MAX_IMAGES) {
    throw invalid('messages', `too many images: ${reader.images.length} > ${MAX_IMAGES}`);
  }
  if (!isCountOnly) refuseLongSides(reader.images);
  return {
    model: model.id,
    turns,
    wantsStream: body['stream'] === true,
    ...requestedSchema(body),
    ...(maxTokens === undefined ? {} : { maxOutputTokens: maxTokens }),
  };
}

function requireModel(model: unknown, { options }: DemoContext): ServedModel {
  const id = textOf(model);
  if (id === undefined || id === '') throw invalid('model', 'Field required');
  const served = findServedModel(id, options.models);
  if (!served) {
    reportUnknownModel(id);
    throw notFound(`model: ${id}`);
  }
  return served;
}

function readSystem(system: unknown): ReceivedTurn[] {
  if (system === undefined) return [];
  if (typeof system === 'string') return [{ role: 'system', text: system, images: [] }];
  if (!Array.isArray(system)) throw invalid('system', 'Input should be a valid string');
  const texts = system.map((block: unknown, index) => {
    if (!isObject(block) || block['type'] !== 'text') {
      throw invalid(`system.${index}.type`, "Input should be 'text'");
    }
    return textOf(block['text']) ?? '';
  });
  return [{ role: 'system', text: texts.join('\n'), images: [] }];
}

async function readMessages(messages: unknown, reader: Reader): Promise<ReceivedTurn[]> {
  if (messages === undefined) throw invalid('messages', 'Field required');
  if (!Array.isArray(messages)) throw invalid('messages', 'Input should be a valid list');
  if (messages.length === 0) throw invalid('messages', 'at least one message is required');
  const turns: ReceivedTurn[] = [];
  for (const [index, message] of (messages as unknown[]).entries()) {
    turns.push(await readMessage(message, index, reader));
  }
  return turns;
}

async function readMessage(message: unknown, index: number, reader: Reader): Promise<ReceivedTurn> {
  const at = `messages.${index}`;
  if (!isObject(message)) throw invalid(at, 'Input should be a valid dictionary');
  const role = message['role'];
  if (role === 'system') {
    throw invalid(
      'messages',
      'Unexpected role "system". The Messages API accepts a top-level `system` parameter, not "system" as an input message role.',
    );
  }
  if (role !== 'user' && role !== 'assistant') {
    throw invalid(`${at}.role`, "Input should be 'user' or 'assistant'");
  }
  const turn: ReceivedTurn = { role, text: '', images: [] };
  await readContent(message['content'], `${at}.content`, turn, reader);
  return turn;
}

async function readContent(
  content: unknown,
  at: string,
  turn: ReceivedTurn,
  reader: Reader,
): Promise<void> {
  if (typeof content === 'string') {
    turn.text = joined(turn.text, content);
    return;
  }
  if (!Array.isArray(content)) throw invalid(at, 'Input should be a valid list');
  for (const [index, block] of (content as unknown[]).entries()) {
    await readBlock(block, `${at}.${index}`, turn, reader);
  }
}

async function readBlock(
  block: unknown,
  at: string,
  turn: ReceivedTurn,
  reader: Reader,
): Promise<void> {
  if (!isObject(block)) throw invalid(at, 'Input should be a valid dictionary');
  const type = textOf(block['type']) ?? '';
  if (type === 'text') {
    const text = textOf(block['text']);
    if (text === undefined) throw invalid(`${at}.text.text`, 'Field required');
    if (text === '') throw invalid('messages', 'text content blocks must be non-empty');
    turn.text = joined(turn.text, text);
  } else if (type === 'image') {
    if (turn.role !== 'user') throw invalid(at, 'Image blocks are only permitted in user messages');
    const { model, context } = reader;
    const image = await readImageBlock(block, at, model.id, context.store);
    turn.images.push(image);
    reader.images.push({ at, image });
  } else if (type === 'tool_result') {
    if (block['content'] !== undefined) {
      await readContent(block['content'], `${at}.content`, turn, reader);
    }
  } else if (!passingBlocks.has(type)) {
    throw invalid(
      at,
      `Input tag '${type}' found using 'type' does not match any of the expected tags: 'document', 'image', ` +
        "'redacted_thinking', 'search_result', 'server_tool_use', 'text', 'thinking', 'tool_result', 'tool_use', 'web_search_tool_result'",
    );
  }
}

function joined(before: string, text: string): string {
  return before === '' ? text : `${before}\n${text}`;
}
