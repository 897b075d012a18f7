/** What each event of a stream makes of the answer that it belongs to. Loads with the turn, since only then there are events. */
import { unreachable } from '../internal/unreachable.js';
import type { MessagePart } from '../messages/types.js';
import type { ChatEvent } from '../wire/types.js';
import { answerImage } from './answer-image.js';
import { keptBeginning } from './kept-beginning.js';
import { type Answer, updateAnswer, withoutWait } from './reduce-answer.js';
import { tokenCost } from './token-cost.js';
import type { AnswerStatus, ChatState } from './types.js';

/** Ends are actions of their own, since they carry a time. */
export function reduceEvent(state: ChatState, answerId: string, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'message-start':
    case 'message-end':
    case 'message-fail':
      return state;
    case 'text-delta':
      return addContent(state, answerId, (parts, status) =>
        status === 'waiting' ? joinContinuation(parts, event.text) : appendText(parts, event.text),
      );
    case 'refusal-delta':
      return addContent(state, answerId, (parts) => appendText(parts, event.text), {
        endReason: 'refusal',
      });
    case 'image-add':
      return addContent(state, answerId, (parts) => [
        ...parts,
        answerImage(`${answerId}-image-${parts.length + 1}`, event.url, event.mediaType),
      ]);
    case 'usage-update':
      return addUsage(state, answerId, event);
    default:
      return unreachable(event);
  }
}

function appendText(parts: readonly MessagePart[], text: string): readonly MessagePart[] {
  const last = parts.at(-1);
  return last?.type === 'text'
    ? [...parts.slice(0, -1), { type: 'text', text: last.text + text }]
    : [...parts, { type: 'text', text }];
}

function addContent(
  state: ChatState,
  answerId: string,
  change: (parts: readonly MessagePart[], status: AnswerStatus) => readonly MessagePart[],
  facts: Partial<Answer> = {},
): ChatState {
  return {
    ...updateAnswer(withoutWait(state), answerId, ({ message, answer, ...entry }) => ({
      ...entry,
      message: { ...message, parts: change(message.parts, answer.status) },
      answer: { ...answer, status: 'streaming', ...facts },
    })),
    status: 'streaming',
  };
}

/** Servers report running totals of a request, some in several events: the latest one counts. */
function addUsage(
  state: ChatState,
  answerId: string,
  reported: { inputTokens?: number; outputTokens?: number },
): ChatState {
  const usage = { ...state.usage };
  const next = updateAnswer(state, answerId, ({ answer, ...entry }) => {
    const earlier = answer.earlierTokens ?? { inputTokens: 0, outputTokens: 0 };
    const total = (name: 'inputTokens' | 'outputTokens'): number => {
      const tokens = reported[name];
      return tokens === undefined ? (answer[name] ?? 0) : earlier[name] + tokens;
    };
    const inputTokens = total('inputTokens');
    const outputTokens = total('outputTokens');
    usage.inputTokens += inputTokens - (answer.inputTokens ?? 0);
    usage.outputTokens += outputTokens - (answer.outputTokens ?? 0);
    const tokens = { inputTokens, outputTokens };
    const cost = answer.price && tokenCost(tokens, answer.price);
    return { ...entry, answer: { ...answer, ...tokens, ...(cost && { cost }) } };
  });
  return { ...next, usage };
}

/** The first text that came is put behind what was sent of the answer. */
function joinContinuation(parts: readonly MessagePart[], text: string): readonly MessagePart[] {
  const last = parts.at(-1);
  if (last?.type !== 'text') return [...parts, { type: 'text', text }];
  const kept = keptBeginning(last.text);
  const more = /\s$/.test(kept) ? text.replace(/^ +/, '') : text;
  return [...parts.slice(0, -1), { type: 'text', text: kept + more }];
}
