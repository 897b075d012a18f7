import { answer } from '../core/answer.js';
import type { DemoContext } from '../core/context.js';
import { countInputTokens } from '../core/conversation.js';
import { json } from '../core/http.js';
import { isObject } from '../core/json.js';
import {
  findServedModel,
  listServedModels,
  reportUnknownModel,
  type ServedModel,
} from '../core/models.js';
import { readJsonObject } from '../core/read-body.js';
import { Refusal } from '../core/refusal.js';
import { geminiErrors, invalidArgument } from './gemini-errors.js';
import { generateShape } from './generate-shape.js';
import { judgeGenerate } from './judge-generate.js';

/** `POST /v1beta/models/{model}:{method}`. The route captures model and method as one segment. */
export async function geminiCall(context: DemoContext): Promise<Response> {
  const call = context.params['call'] ?? '';
  const colon = call.lastIndexOf(':');
  const method = call.slice(colon + 1);
  const model = requireModel(call.slice(0, Math.max(colon, 0)), context);
  const body = await readJsonObject(context.request);
  if (!body) throw invalidArgument('Invalid JSON payload received. Unexpected end of string.');
  if (method === 'countTokens') {
    const inner = body['generateContentRequest'];
    const counted = await judgeGenerate(isObject(inner) ? inner : body, model, context, false);
    return json({ totalTokens: countInputTokens(counted) });
  }
  if (method !== 'generateContent' && method !== 'streamGenerateContent') {
    throw new Refusal({ status: 404, message: `Method not found: ${method}` });
  }
  const wantsStream = method === 'streamGenerateContent';
  const conversation = await judgeGenerate(body, model, context, wantsStream);
  const isEventStream = context.url.searchParams.get('alt') === 'sse';
  return answer(context, geminiErrors, conversation, generateShape(model.id, isEventStream));
}

/** `GET /v1beta/models`. */
export async function listGeminiModels({ options }: DemoContext): Promise<Response> {
  return json({ models: listServedModels(options.models, 'gemini').map(modelInfo) });
}

export async function retrieveGeminiModel(context: DemoContext): Promise<Response> {
  return json(modelInfo(requireModel(context.params['call'] ?? '', context)));
}

function requireModel(id: string, { options }: DemoContext): ServedModel {
  const model = findServedModel(id, options.models);
  if (model) return model;
  reportUnknownModel(id);
  throw new Refusal({
    status: 404,
    message:
      `models/${id} is not found for API version v1beta, or is not supported for generateContent. Call ListModels to ` +
      'see the list of available models and their supported methods.',
  });
}

function modelInfo({ id }: ServedModel): unknown {
  return {
    name: `models/${id}`,
    version: '001',
    displayName: id,
    description: 'Answered by the demo backend.',
    inputTokenLimit: 1_048_576,
    outputTokenLimit: 65_536,
    supportedGenerationMethods: ['generateContent', 'countTokens'],
  };
}
