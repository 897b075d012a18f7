import type { StreamPlan } from '../chat-protocol.ts';
import { answerTokens } from './answer.ts';
import { pacedResponse, toEvent } from './paced-response.ts';

/** The `fetch` of a provider that writes an answer at this pace, as Chat Completions. */
export function openaiStream(plan: StreamPlan): typeof fetch {
  const events = [
    ...answerTokens(plan).map((content) =>
      toEvent({ id: 'a', choices: [{ index: 0, delta: { content }, finish_reason: null }] }),
    ),
    toEvent({ id: 'a', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }) +
      toEvent('[DONE]'),
  ];
  return (_input, init) =>
    Promise.resolve(pacedResponse(events, plan.tokensPerSecond, init?.signal));
}
