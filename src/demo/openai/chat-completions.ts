import { answer } from '../core/answer.js';
import type { DemoContext } from '../core/context.js';
import { isObject, textOf } from '../core/json.js';
import { findServedModel, reportUnknownModel, type ServedModel } from '../core/models.js';
import { readJsonObject } from '../core/read-body.js';
import { chatShape } from './chat-shape.js';
import { judgeChat } from './judge-chat.js';
import { badJson, badRequest, openaiErrors, unknownModel, wrongType } from './openai-errors.js';

/** `POST /v1/chat/completions`, and Azure's path below a deployment. */
export async function chatCompletions(context: DemoContext): Promise<Response> {
  const body = await readJsonObject(context.request);
  if (!body) throw badJson();
  const deployment = context.params['deployment'];
  const model = requireModel(deployment ?? body['model'], context);
  const conversation = await judgeChat(body, model, {
    isAzure: deployment !== undefined || context.request.headers.has('api-key'),
  });
  const streamOptions = body['stream_options'];
  const includeUsage = isObject(streamOptions) && streamOptions['include_usage'] === true;
  return answer(context, openaiErrors, conversation, chatShape(model.id, { includeUsage }));
}

/** @throws Refusal if the request names no model, or one that does not exist */
export function requireModel(model: unknown, { options }: DemoContext): ServedModel {
  if (model === undefined || model === '') throw badRequest('you must provide a model parameter');
  const id = textOf(model);
  if (id === undefined) throw wrongType('model', 'a string', model);
  const served = findServedModel(id, options.models);
  if (!served) {
    reportUnknownModel(id);
    throw unknownModel(id);
  }
  return served;
}
