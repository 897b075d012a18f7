/**
 * How each event of a stream changes the answer that it belongs to. Loads with the turn, because events exist only
 * then.
 */
import { unreachable } from '../internal/unreachable.js';
import type { MessagePart } from '../messages/types.js';
import type { ChatEvent } from '../wire/types.js';
import { answerFile } from './answer-image.js';
import {
  continuedText,
  withImage,
  withImageProgress,
  withSource,
  withText,
  withTextAsReasoning,
  withThought,
  withToolUpdate,
} from './answer-parts.js';
import { type Answer, endThoughts, updateAnswer, withoutWait } from './reduce-answer.js';
import { tokenCost } from './token-cost.js';
import type { ChatState } from './types.js';

type Parts = readonly MessagePart[];

/** Returns the new parts of the answer, and what else changes in it. */
type Change = (parts: Parts, answer: Answer) => { parts: Parts } & Partial<Answer>;

/** Ends are separate actions. */
export function reduceEvent(
  state: ChatState,
  answerId: string,
  event: ChatEvent,
  nowMs: number,
): ChatState {
  if (event.type === 'usage-update') return addUsage(state, answerId, event);
  const change = changeOf(event, answerId, nowMs);
  return change ? addContent(state, answerId, change) : state;
}

/** Removes what has arrived of an answer, because it arrives again from its start. */
export function restartAnswer(state: ChatState, answerId: string): ChatState {
  const usage = { ...state.usage };
  const next = updateAnswer(state, answerId, ({ message, answer, ...entry }) => {
    const { inputTokens = 0, outputTokens = 0, cost: _cost, endReason: _reason, ...rest } = answer;
    usage.inputTokens -= inputTokens;
    usage.outputTokens -= outputTokens;
    return { ...entry, message: { ...message, parts: [] }, answer: rest };
  });
  return { ...next, usage };
}

function changeOf(
  event: Exclude<ChatEvent, { type: 'usage-update' }>,
  answerId: string,
  nowMs: number,
): Change | undefined {
  switch (event.type) {
    case 'message-start':
    case 'message-end':
    case 'message-fail':
      return undefined;
    case 'text-delta':
      return (parts, { continuation }) => {
        const before = endThoughts(parts, nowMs);
        return continuation && continuation.textStart === undefined
          ? continuedText(before, event.text)
          : { parts: withText(before, event.text) };
      };
    case 'refusal-delta':
      return (parts) => ({
        parts: withText(endThoughts(parts, nowMs), event.text),
        endReason: 'refusal',
      });
    case 'image-add':
      return (parts) => ({
        parts: withImage(endThoughts(parts, nowMs), event, answerId),
      });
    case 'image-progress':
      return (parts) => ({
        parts: withImageProgress(endThoughts(parts, nowMs), event, answerId),
      });
    case 'file-add':
      return (parts) => ({
        parts: [
          ...endThoughts(parts, nowMs),
          answerFile(`${answerId}-file-${parts.length + 1}`, event),
        ],
      });
    case 'reasoning-delta':
      return (parts, { continuation }) => ({
        parts: withThought(parts, event, { nowMs, continuation }),
      });
    case 'text-was-reasoning':
      return (parts, answer) => withTextAsReasoning(parts, answer, nowMs);
    case 'tool-update':
      return (parts, { continuation }) => ({
        parts: withToolUpdate(endThoughts(parts, nowMs), event, continuation),
      });
    case 'source-add':
      return (parts, { continuation }) => ({ parts: withSource(parts, event, continuation) });
    default:
      return unreachable(event);
  }
}

function addContent(state: ChatState, answerId: string, change: Change): ChatState {
  return {
    ...updateAnswer(withoutWait(state), answerId, ({ message, answer, ...entry }) => {
      const { parts, ...facts } = change(message.parts, answer);
      return {
        ...entry,
        message: { ...message, parts },
        answer: { ...answer, status: 'streaming', ...facts },
      };
    }),
    status: 'streaming',
  };
}

/** Takes over the usage. Servers report running totals of a request, some in several events: the latest one counts. */
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
