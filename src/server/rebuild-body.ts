/**
 * The request that goes upstream, rebuilt from fields that are known. What a client adds beside them - another target, a
 * stored conversation, a paid tool - is not in it, and of a field given twice only the value that was checked.
 */
import { badBody, isObject, isPlain, pick, type JsonObject } from './json-fields.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';
import { rebuildItem, rebuildParts, type ImageCounter } from './rebuild-content.js';

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
}

/** @throws ProxyRefusal */
export function rebuildBody(source: JsonObject, settings: ProxySettings): RebuiltBody {
  const model = checkModel(source['model'], settings);
  const counter: ImageCounter = { images: 0 };
  const body: JsonObject = { model };
  for (const name of ['messages', 'input'] as const) {
    const value = source[name];
    if (value !== undefined) body[name] = rebuildConversation(name, value, settings, counter);
  }
  if (body['messages'] === undefined && body['input'] === undefined) {
    throw badBody('has no messages');
  }
  if (source['system'] !== undefined) {
    body['system'] = rebuildParts(source['system'], settings, counter);
  }
  if (counter.images > settings.maxImages) {
    throw new ProxyRefusal(
      400,
      'too-many-images',
      `The conversation has ${counter.images} pictures, and this server takes ${settings.maxImages}. Remove some, or send fewer of the earlier ones.`,
    );
  }
  for (const [name, value] of Object.entries(pick(source, plainFields))) {
    if (!isPlain(value)) throw badBody(`has something unexpected in ${name}`);
    body[name] = value;
  }
  const streamOptions = source['stream_options'];
  if (isObject(streamOptions)) {
    body['stream_options'] = pick(streamOptions, ['include_usage', 'include_obfuscation']);
  }
  limitOutput(source, body, settings);
  return {
    model,
    images: counter.images,
    body: { ...body, ...pick(source, settings.extraFields) },
  };
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
  counter: ImageCounter,
): unknown {
  if (typeof value === 'string' && name === 'input') return value;
  if (!Array.isArray(value)) throw badBody(`has no list in ${name}`);
  return value.map((item: unknown) => rebuildItem(item, settings, counter));
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
