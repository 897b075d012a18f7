/**
 * The request that goes upstream, rebuilt from fields that are known. What a client adds beside them - another target, a
 * stored conversation, a paid tool - is not in it, and of a field given twice only the value that was checked.
 */
import { badBody, isObject, isPlain, pick, type JsonObject } from './json-fields.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';
import { isMessagesApi } from './route-settings.js';
import {
  countText,
  ownSystemOnly,
  rebuildItem,
  rebuildParts,
  type Tally,
} from './rebuild-content.js';
import { tooManyParts } from './read-body.js';

const plainFields = [
  'stream',
  'temperature',
  'top_p',
  'stop',
  'stop_sequences',
  'seed',
  'reasoning_effort',
  'instructions',
] as const;
const limitFields = ['max_tokens', 'max_completion_tokens', 'max_output_tokens'] as const;

export interface RebuiltBody {
  model: string;
  images: number;
  body: JsonObject;
  /** Objects within `body` whose `file_id` is one that the client gave. */
  files: readonly { file_id: string }[];
}

/** @throws ProxyRefusal */
export function rebuildBody(source: JsonObject, settings: ProxySettings): RebuiltBody {
  const model = checkModel(source['model'], settings);
  const tally: Tally = { images: 0, parts: 0, textCharacters: 0, files: [] };
  const body: JsonObject = { model };
  for (const name of ['messages', 'input'] as const) {
    const value = source[name];
    if (value !== undefined) body[name] = rebuildConversation(name, value, settings, tally);
  }
  if (body['messages'] === undefined && body['input'] === undefined) {
    throw badBody('has no messages');
  }
  if (source['system'] !== undefined) {
    body['system'] = rebuildParts(source['system'], settings, tally);
  }
  for (const [name, value] of Object.entries(pick(source, plainFields))) {
    if (!isPlain(value)) throw badBody(`has something unexpected in ${name}`);
    countText(value, settings, tally);
    body[name] = value;
  }
  const streamOptions = source['stream_options'];
  if (isObject(streamOptions)) {
    body['stream_options'] = pick(streamOptions, ['include_usage', 'include_obfuscation']);
  }
  limitOutput(source, body, settings);
  Object.assign(body, pick(source, settings.extraFields));
  if (settings.system !== undefined) placeSystem(settings.system, body, settings);
  return { model, images: tally.images, body, files: tally.files };
}

/** Where each shape of request has its instructions. Those of the client are refused. */
function placeSystem(system: string, body: JsonObject, { upstream }: ProxySettings): void {
  if (body['system'] !== undefined || body['instructions'] !== undefined) throw ownSystemOnly();
  const { messages, input } = body;
  if (input !== undefined) body['instructions'] = system;
  if (!Array.isArray(messages)) return;
  if (isMessagesApi(upstream)) body['system'] = system;
  else body['messages'] = [{ role: 'system', content: system }, ...(messages as unknown[])];
}

function checkModel(model: unknown, { models }: ProxySettings): string {
  if (typeof model === 'string' && models.has(model)) return model;
  throw new ProxyRefusal(
    400,
    'model-not-allowed',
    'This server does not offer the model that was asked for. Choose another one.',
  );
}

function rebuildConversation(
  name: 'messages' | 'input',
  value: unknown,
  settings: ProxySettings,
  tally: Tally,
): unknown {
  if (typeof value === 'string' && name === 'input') {
    countText(value, settings, tally);
    return value;
  }
  if (!Array.isArray(value)) throw badBody(`has no list in ${name}`);
  if (value.length > settings.maxMessages) throw tooManyParts(settings);
  return value.map((item: unknown) => rebuildItem(item, settings, tally));
}

function limitOutput(source: JsonObject, body: JsonObject, settings: ProxySettings): void {
  const { maxOutputTokens, maxOutputTokensField } = settings;
  const wishes = Object.entries(pick(source, limitFields)).filter(([, wish]) => wish !== null);
  for (const [name, wish] of wishes) {
    if (typeof wish !== 'number' || !Number.isInteger(wish) || wish < 1) {
      throw badBody(`has no whole number in ${name}`);
    }
    body[name] = Math.min(wish, maxOutputTokens);
  }
  if (wishes.length > 0) return;
  const usual = body['input'] === undefined ? 'max_completion_tokens' : 'max_output_tokens';
  body[maxOutputTokensField ?? usual] = maxOutputTokens;
}
