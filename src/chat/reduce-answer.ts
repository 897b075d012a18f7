/** What becomes of one answer while it comes, ends and is gone on with. */
import type { KitError } from '../errors.js';
import { unreachable } from '../internal/unreachable.js';
import type { MessagePart } from '../messages/types.js';
import type { ChatEvent, MessageEndReason } from '../wire/types.js';
import { answerImage } from './answer-image.js';
import { joinContinuation } from './continue-answer.js';
import { tokenCost } from './token-cost.js';
import type { AnswerStatus, ChatEntry, ChatState } from './types.js';

export type Answer = NonNullable<ChatEntry['answer']>;

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

/** Time goes on where it stood, and tokens add up. */
export function continuedEntry(entry: ChatEntry & { answer: Answer }, nowMs: number): ChatEntry {
  const { endReason: _reason, error: _error, endedAtMs = nowMs, ...answer } = entry.answer;
  const { inputTokens = 0, outputTokens = 0 } = answer;
  return {
    ...entry,
    answer: {
      ...answer,
      status: 'waiting',
      startedAtMs: nowMs - (endedAtMs - answer.startedAtMs),
      earlierTokens: { inputTokens, outputTokens },
    },
  };
}

export function endStatus(reason: MessageEndReason): AnswerStatus {
  return reason === 'length' || reason === 'filtered' ? 'incomplete' : 'complete';
}

export function isCutOff(entry: ChatEntry, error: KitError): boolean {
  return entry.message.parts.length > 0 || error.code === 'incomplete';
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
    ...updateAnswer(state, answerId, ({ message, answer, ...entry }) => ({
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

export function endAnswer(
  state: ChatState,
  { answerId, nowMs }: { answerId: string; nowMs: number },
  end: (entry: ChatEntry & { answer: Answer }) => Partial<Answer>,
): ChatState {
  let error: KitError | undefined;
  const next = updateAnswer(state, answerId, (entry) => {
    const facts = end(entry);
    error = facts.error;
    return { ...entry, answer: { ...entry.answer, ...facts, endedAtMs: nowMs } };
  });
  return { ...next, status: 'ready', ...(error && { error }) };
}

export function updateAnswer(
  state: ChatState,
  answerId: string,
  update: (entry: ChatEntry & { answer: Answer }) => ChatEntry,
): ChatState {
  const index = state.entries.findLastIndex(({ message }) => message.id === answerId);
  const entry = state.entries[index];
  if (!entry?.answer) return state;
  return {
    ...state,
    entries: state.entries.with(index, update({ ...entry, answer: entry.answer })),
  };
}

export function settled(entry: ChatEntry): ChatEntry {
  if (!isUnderWay(entry)) return entry;
  return { ...entry, answer: { ...entry.answer, status: 'incomplete' } };
}

export function isUnderWay(entry: ChatEntry): entry is ChatEntry & { answer: Answer } {
  return entry.answer?.status === 'waiting' || entry.answer?.status === 'streaming';
}
