import { answer } from '../core/answer.js';
import type { DemoContext } from '../core/context.js';
import { countInputTokens, type Conversation } from '../core/conversation.js';
import { json } from '../core/http.js';
import { createId } from '../core/ids.js';
import type { JsonObject } from '../core/json.js';
import { readJsonObject } from '../core/read-body.js';
import { requireModel } from './chat-completions.js';
import { judgeResponses } from './judge-responses.js';
import { badJson, openaiErrors } from './openai-errors.js';
import { responsesShape } from './responses-shape.js';

/** `POST /v1/responses`. */
export async function responses(context: DemoContext): Promise<Response> {
  const { body, conversation } = await judged(context);
  const id = createId('resp_', 48);
  const shape = responsesShape({
    id,
    model: conversation.model,
    request: body,
    onReply: ({ text }) => {
      if (body['store'] === false) return;
      const said = { role: 'assistant' as const, text, images: [] };
      context.store.responses.set(id, [...conversation.turns, said]);
    },
  });
  return answer(context, openaiErrors, conversation, shape);
}

/** `POST /v1/responses/input_tokens`: returns what the same body would be charged for its input. */
export async function responsesInputTokens(context: DemoContext): Promise<Response> {
  const { conversation } = await judged(context);
  return json({ object: 'response.input_tokens', input_tokens: countInputTokens(conversation) });
}

async function judged(
  context: DemoContext,
): Promise<{ body: JsonObject; conversation: Conversation }> {
  const body = await readJsonObject(context.request);
  if (!body) throw badJson();
  const model = requireModel(body['model'], context);
  return { body, conversation: await judgeResponses(body, model, context) };
}
