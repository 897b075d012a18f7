import { answer } from '../core/answer.js';
import type { DemoContext } from '../core/context.js';
import { json } from '../core/http.js';
import { isObject, textOf, type JsonObject } from '../core/json.js';
import {
  findServedModel,
  reportUnknownModel,
  listServedModels,
  type ServedModel,
} from '../core/models.js';
import { readJsonObject } from '../core/read-body.js';
import type { Finish, Reply, ReplyShape } from '../core/stream-writer.js';
import { judgeOllamaChat } from './judge-chat.js';
import { ollamaErrors, refused } from './ollama-errors.js';

const MODIFIED_AT = '2026-01-01T00:00:00Z';
/** Durations are in nanoseconds; the demo takes no time to think. */
const durations = {
  total_duration: 1_000_000,
  load_duration: 1000,
  prompt_eval_duration: 1000,
  eval_duration: 1000,
};
const doneReasons: Readonly<Record<Finish, string>> = {
  stop: 'stop',
  length: 'length',
  filter: 'stop',
  refusal: 'stop',
};

/** `POST /api/chat`: lines of JSON unless `stream` is false. */
export async function ollamaChat(context: DemoContext): Promise<Response> {
  const body = await readBody(context);
  const model = requireModel(body['model'], context);
  const conversation = await judgeOllamaChat(body, model);
  return answer(context, ollamaErrors, conversation, ollamaShape(model.id));
}

function ollamaShape(model: string): ReplyShape {
  const message = (content: string): JsonObject => ({
    model,
    created_at: new Date().toISOString(),
    message: { role: 'assistant', content },
  });
  const last = (reply: Reply, content: string): JsonObject => ({
    ...message(content),
    done: true,
    done_reason: doneReasons[reply.finish],
    ...durations,
    prompt_eval_count: reply.usage.inputTokens,
    eval_count: reply.usage.outputTokens,
  });
  return {
    whole: (reply) => last(reply, reply.text),
    createWriter: (reply) => ({
      contentType: 'application/x-ndjson',
      start: () => '',
      delta: (text) => line({ ...message(text), done: false }),
      end: () => [line(last(reply, ''))],
      failure: (error) => line({ error }),
    }),
  };
}

function line(data: unknown): string {
  return `${JSON.stringify(data)}\n`;
}

/** `GET /api/tags`. */
export async function ollamaTags({ options }: DemoContext): Promise<Response> {
  const models = listServedModels(options.models, 'ollama').map(({ id }) => ({
    name: id,
    model: id,
    modified_at: MODIFIED_AT,
    size: 0,
    digest: '',
    details: modelDetails(id),
  }));
  return json({ models });
}

/** `POST /api/show`: the capabilities state whether a model can see. */
export async function ollamaShow(context: DemoContext): Promise<Response> {
  const body = await readBody(context);
  const { id, vision } = requireModel(body['model'] ?? body['name'], context);
  return json({
    modelfile: '',
    parameters: '',
    template: '',
    details: modelDetails(id),
    model_info: {},
    capabilities: vision ? ['completion', 'vision'] : ['completion'],
    modified_at: MODIFIED_AT,
  });
}

function modelDetails(id: string): unknown {
  const family = id.split(/[:-]/)[0] ?? id;
  return {
    parent_model: '',
    format: 'gguf',
    family,
    families: [family],
    parameter_size: '',
    quantization_level: '',
  };
}

async function readBody({ request }: DemoContext): Promise<JsonObject> {
  const body = await readJsonObject(request);
  if (!isObject(body)) throw refused('missing request body');
  return body;
}

function requireModel(model: unknown, { options }: DemoContext): ServedModel {
  const id = textOf(model);
  if (!id) throw refused('model is required');
  const served =
    findServedModel(id, options.models) ?? findServedModel(`${id}:latest`, options.models);
  if (!served) {
    reportUnknownModel(id);
    throw refused(`model '${id}' not found`, 404);
  }
  return served;
}
