import { answer } from '../core/answer.js';
import type { DemoContext } from '../core/context.js';
import { countInputTokens } from '../core/conversation.js';
import { json } from '../core/http.js';
import { anthropicErrors } from './anthropic-errors.js';
import { judgeMessages, readMessagesBody } from './judge-messages.js';
import { messagesShape } from './messages-shape.js';

/** `POST /v1/messages`. */
export async function messages(context: DemoContext): Promise<Response> {
  const body = await readMessagesBody(context);
  const conversation = await judgeMessages(body, context, { isCountOnly: false });
  return answer(context, anthropicErrors, conversation, messagesShape(conversation.model));
}

/** `POST /v1/messages/count_tokens`. */
export async function countMessageTokens(context: DemoContext): Promise<Response> {
  const body = await readMessagesBody(context);
  const conversation = await judgeMessages(body, context, { isCountOnly: true });
  return json({ input_tokens: countInputTokens(conversation) });
}
