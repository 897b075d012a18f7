/** Lifecycle of a single answer: start, end, continuation. */
import type { KitError } from '../errors.js';
import type { MessagePart, ReasoningPart } from '../messages/types.js';
import type { MessageEndReason } from '../wire/types.js';
import { unfinishedImage } from './answer-image.js';
import type { AnswerStatus, ChatEntry, ChatState } from './types.js';

export type Answer = NonNullable<ChatEntry['answer']>;

/** Time continues from where it stopped, and tokens add up. */
export function continuedEntry(entry: ChatEntry & { answer: Answer }, nowMs: number): ChatEntry {
  const {
    endReason: _reason,
    error: _error,
    resume: _resume,
    endedAtMs = nowMs,
    ...answer
  } = entry.answer;
  const { inputTokens = 0, outputTokens = 0 } = answer;
  return {
    ...entry,
    answer: {
      ...answer,
      status: 'waiting',
      startedAtMs: nowMs - (endedAtMs - answer.startedAtMs),
      continuation: {},
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

export function endAnswer(
  state: ChatState,
  { answerId, nowMs }: { answerId: string; nowMs: number },
  end: (entry: ChatEntry & { answer: Answer }) => Partial<Answer>,
): ChatState {
  let error: KitError | undefined;
  const next = updateAnswer(state, answerId, (entry) => {
    const facts = end(entry);
    error = facts.error;
    const { continuation: _over, resume: _resume, ...answer } = entry.answer;
    const parts = endImages(endThoughts(entry.message.parts, nowMs));
    return {
      ...entry,
      message: parts === entry.message.parts ? entry.message : { ...entry.message, parts },
      answer: { ...answer, ...facts, endedAtMs: nowMs },
    };
  });
  return { ...withoutWait(next), status: 'ready', ...(error && failureFacts(error, nowMs)) };
}

export function failureFacts(
  error: KitError,
  nowMs: number,
): Pick<ChatState, 'error' | 'retryAtMs'> {
  const { retryAfterMs } = error.facts;
  return { error, ...(retryAfterMs !== undefined && { retryAtMs: nowMs + retryAfterMs }) };
}

export function withoutWait({ wait: _over, ...state }: ChatState): ChatState {
  return state;
}

/** Ends the thinking, which lasts until something else arrives. */
export function endThoughts(parts: readonly MessagePart[], nowMs: number): readonly MessagePart[] {
  if (!parts.some(isOpenThought)) return parts;
  return parts.map((part) =>
    isOpenThought(part)
      ? { ...part, durationMs: Math.max(0, nowMs - (part.startedAtMs ?? nowMs)) }
      : part,
  );
}

function isOpenThought(part: MessagePart): part is ReasoningPart {
  return part.type === 'reasoning' && part.durationMs === undefined;
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
  const { message, answer } = entry;
  return {
    ...entry,
    message: { ...message, parts: endImages(message.parts) },
    answer: { ...answer, status: 'incomplete' },
  };
}

/** Ends the images that are still being made: nothing more of them will arrive. */
function endImages(parts: readonly MessagePart[]): readonly MessagePart[] {
  if (!parts.some(({ type }) => type === 'image-progress')) return parts;
  return parts.map((part) => (part.type === 'image-progress' ? unfinishedImage(part) : part));
}

export function isUnderWay(entry: ChatEntry): entry is ChatEntry & { answer: Answer } {
  return entry.answer?.status === 'waiting' || entry.answer?.status === 'streaming';
}
