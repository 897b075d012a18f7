/**
 * Builds the request that goes upstream from known fields. Anything else a client adds - another target, a stored
 * conversation, a paid tool - is dropped, and of a duplicate field only the value that was checked is kept.
 */
import { isRecord } from '../internal/read-value.js';
import { droppedFields } from './dropped-fields.js';
import { badBody, isPlain, pick, type JsonObject } from './json-fields.js';
import { ProxyRefusal } from './proxy-refusal.js';
import type { ProxySettings } from './proxy-settings.js';
import { ownSystemOnly, rebuildItem, rebuildParts } from './rebuild-content.js';
import { countText, pickPlain, type NamedFile, type Tally } from './tally.js';
import { tooManyParts } from './read-body.js';
import { limited, rebuildContents } from './rebuild-contents.js';
import { rebuildImages } from './rebuild-images.js';
import type { ContentsTarget } from './upstream-shape.js';

const plainFields = [
  'stream',
  'temperature',
  'top_p',
  'top_k',
  'presence_penalty',
  'frequency_penalty',
  'stop',
  'stop_sequences',
  'seed',
  'reasoning_effort',
  'verbosity',
  'instructions',
  'think',
] as const;
const nestedFields = {
  stream_options: ['include_usage', 'include_obfuscation'],
  reasoning: ['effort', 'summary', 'enabled', 'exclude'],
  thinking: ['type', 'budget_tokens', 'display'],
  output_config: ['effort'],
} as const;
const optionFields = [
  'num_predict',
  'temperature',
  'top_p',
  'top_k',
  'min_p',
  'seed',
  'stop',
  'repeat_penalty',
  'presence_penalty',
  'frequency_penalty',
] as const;
const limitFields = ['max_tokens', 'max_completion_tokens', 'max_output_tokens'] as const;

export interface RebuiltBody {
  model: string;
  images: number;
  /** Files other than images. */
  attached: number;
  body: JsonObject;
  /** Ids of uploaded images within `body`. */
  files: readonly NamedFile[];
  /** Names of the request's fields that `body` lacks. */
  dropped: readonly string[];
}

/**
 * @param target what the path asks for, if the model is not in the body
 * @throws ProxyRefusal
 */
export function rebuildBody(
  source: JsonObject,
  settings: ProxySettings,
  target?: ContentsTarget,
): RebuiltBody {
  const tally: Tally = { images: 0, attached: 0, parts: 0, textCharacters: 0, files: [] };
  checkShape(source, settings);
  const model = checkModel(target?.model ?? source['model'], settings);
  const body = rebuild(source, model, settings, tally);
  const { images, attached, files } = tally;
  return { model, images, attached, files, body, dropped: droppedFields(source, body) };
}

function rebuild(
  source: JsonObject,
  model: string,
  settings: ProxySettings,
  tally: Tally,
): JsonObject {
  switch (settings.shape) {
    case 'contents':
      return rebuildContents(source, settings, tally);
    case 'prompt':
      return rebuildImages(source, model, settings, tally);
    default:
      return rebuildMessages(source, model, settings, tally);
  }
}

/**
 * Refuses a body in the shape of another API with an explanation: passing parts of it would make a different request.
 */
function checkShape(source: JsonObject, { shape }: ProxySettings): void {
  if ((source['contents'] !== undefined) !== (shape === 'contents')) {
    throw badBody(
      shape === 'contents'
        ? 'has no contents, which is where this server looks for the conversation. Choose the wire format that belongs to its upstream'
        : 'has its conversation in contents, and this server takes messages or input. Choose the wire format that belongs to its upstream',
    );
  }
  if (shape === 'prompt' && source['prompt'] === undefined) {
    throw badBody(
      'has no prompt, from which this server makes images. Choose the wire format that belongs to its upstream',
    );
  }
  if (isRecord(source['options']) && shape !== undefined && shape !== 'options') {
    throw badBody(
      'has its settings in options, which the upstream of this server does not know. Choose the wire format that belongs to it',
    );
  }
}

function rebuildMessages(
  source: JsonObject,
  model: string,
  settings: ProxySettings,
  tally: Tally,
): JsonObject {
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
    if (!isPlain(value)) throw badBody(`has an unexpected value in ${name}`);
    countText(value, settings, tally);
    body[name] = value;
  }
  for (const [name, fields] of Object.entries(nestedFields)) {
    const value = source[name];
    if (isRecord(value)) body[name] = pickPlain(value, fields, settings, tally);
  }
  // A client can only ask for less to be stored than the provider would, unless the app allows answers in the background.
  if (source['store'] === false) body['store'] = false;
  else if (runsOn(source, settings)) Object.assign(body, { background: true, store: true });
  const options = source['options'];
  const hasOptions = settings.shape === 'options' || isRecord(options);
  if (!hasOptions) limitOutput(source, body, settings);
  Object.assign(body, pick(source, settings.extraFields));
  if (hasOptions) body['options'] = rebuildOptions(options, body, settings, tally);
  if (settings.system !== undefined) placeSystem(settings.system, body, settings);
  return body;
}

/** Without a stream, the answer would only say that the work has begun, and no id would be signed. */
function runsOn(source: JsonObject, { routes }: ProxySettings): boolean {
  return (
    routes.background !== undefined && source['background'] === true && source['stream'] === true
  );
}

/** Rebuilds the model settings that are in a nested object, including the output limit. */
function rebuildOptions(
  options: unknown,
  body: JsonObject,
  settings: ProxySettings,
  tally: Tally,
): JsonObject {
  const known = isRecord(options) ? pickPlain(options, optionFields, settings, tally) : {};
  const passed = body['options'];
  return {
    ...known,
    ...(isRecord(passed) && passed),
    num_predict: limited(known['num_predict'], 'num_predict', settings),
  };
}

/**
 * Puts the instructions where each shape of request has them. Those of the client are refused. With `input`, they are its
 * first message: `instructions` would be repeated in the answer's events, which the page can read.
 */
function placeSystem(system: string, body: JsonObject, { shape }: ProxySettings): void {
  if (body['system'] !== undefined || body['instructions'] !== undefined) throw ownSystemOnly();
  const { messages, input } = body;
  const first = { role: 'system', content: system };
  if (input !== undefined) {
    const rest = Array.isArray(input) ? (input as unknown[]) : [{ role: 'user', content: input }];
    body['input'] = [first, ...rest];
  }
  if (!Array.isArray(messages)) return;
  if (shape === 'system') body['system'] = system;
  else body['messages'] = [first, ...(messages as unknown[])];
}

function checkModel(model: unknown, { models }: ProxySettings): string {
  if (typeof model === 'string' && models.has(model)) return model;
  throw new ProxyRefusal(
    400,
    'model-not-allowed',
    'This server does not offer the model that was asked for. Choose another one.',
    { maySetupBeWrong: typeof model === 'string' },
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
