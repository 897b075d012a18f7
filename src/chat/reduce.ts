/**
 * Conversation state as a pure function of what happened. A turn is one question with the answer to it; while it is
 * under way its answer is the last entry.
 */
import type { KitError } from '../errors.js';
import { unreachable } from '../internal/unreachable.js';
import type { ImagePart, MessagePart } from '../messages/types.js';
import type { ChatEvent, MessageEndReason } from '../wire/types.js';
import { answerImage } from './answer-image.js';
import type { AnswerStatus, ChatEntry, ChatState } from './types.js';

type Answer = NonNullable<ChatEntry['answer']>;

export type ChatAction =
  /** `entries` end with the question; the answer is put behind it. */
  | { type: 'turn-start'; entries: readonly ChatEntry[]; answerId: string; nowMs: number }
  /** The request went out, and so many tokens are expected to be counted. */
  | {
      type: 'turn-request';
      answerId: string;
      facts: Pick<Answer, 'estimatedInputTokens' | 'price'>;
    }
  | { type: 'turn-event'; answerId: string; event: ChatEvent }
  | { type: 'turn-end'; answerId: string; reason: MessageEndReason; nowMs: number }
  | { type: 'turn-fail'; answerId: string; error: KitError; nowMs: number }
  | { type: 'turn-stop'; answerId: string; nowMs: number }
  /** The server never took the question: the conversation is as it was before. */
  | { type: 'turn-withdraw'; entries: readonly ChatEntry[]; error?: KitError }
  | { type: 'message-remove'; messageIds: ReadonlySet<string> }
  | { type: 'entries-change'; change: (entries: readonly ChatEntry[]) => readonly ChatEntry[] }
  | { type: 'images-change'; change: (image: ImagePart) => ImagePart | undefined }
  | { type: 'error-dismiss' };

/** A conversation at rest. An answer that was under way when it was stored is marked as cut off. */
export function initialChatState(entries: readonly ChatEntry[] = []): ChatState {
  return { status: 'ready', entries: entries.map(settled), usage: usageOf(entries) };
}

function withEntries(state: ChatState, entries: readonly ChatEntry[]): ChatState {
  const isUnderWay = new Set(state.entries);
  return {
    ...state,
    entries: entries.map((entry) => (isUnderWay.has(entry) ? entry : settled(entry))),
    usage: usageOf(entries),
  };
}

function usageOf(entries: readonly ChatEntry[]): ChatState['usage'] {
  const usage = { inputTokens: 0, outputTokens: 0 };
  for (const { answer } of entries) {
    usage.inputTokens += answer?.inputTokens ?? 0;
    usage.outputTokens += answer?.outputTokens ?? 0;
  }
  return usage;
}

export function reduceChat(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case 'turn-start':
      return {
        status: 'submitted',
        entries: [
          ...action.entries,
          {
            message: { id: action.answerId, role: 'assistant', parts: [] },
            answer: { status: 'waiting', startedAtMs: action.nowMs },
          },
        ],
        usage: state.usage,
      };
    case 'turn-request':
      return updateAnswer(state, action.answerId, ({ message, answer }) => ({
        message,
        answer: { ...answer, ...action.facts },
      }));
    case 'turn-event':
      return reduceEvent(state, action.answerId, action.event);
    case 'turn-end':
      return endAnswer(state, action, ({ answer }) => ({
        status: endStatus(action.reason),
        endReason: answer.endReason ?? action.reason,
      }));
    case 'turn-fail':
      return endAnswer(state, action, (entry) => ({
        status: isCutOff(entry, action.error) ? 'incomplete' : 'failed',
        error: action.error,
      }));
    case 'turn-stop':
      return endAnswer(state, action, () => ({ status: 'stopped' }));
    case 'turn-withdraw':
      return {
        status: 'ready',
        entries: action.entries,
        usage: state.usage,
        ...(action.error && { error: action.error }),
      };
    case 'message-remove':
      return {
        ...state,
        entries: state.entries.filter(({ message }) => !action.messageIds.has(message.id)),
      };
    case 'entries-change':
      return withEntries(state, action.change(state.entries));
    case 'images-change':
      return { ...state, entries: withImages(state.entries, action.change) };
    case 'error-dismiss': {
      const { error: _dismissed, ...rest } = state;
      return rest;
    }
    default:
      return unreachable(action);
  }
}

/** Ends are actions of their own, since they carry a time. */
function reduceEvent(state: ChatState, answerId: string, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'message-start':
    case 'message-end':
    case 'message-fail':
      return state;
    case 'text-delta':
      return addContent(state, answerId, (parts) => appendText(parts, event.text));
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

function endStatus(reason: MessageEndReason): AnswerStatus {
  return reason === 'length' || reason === 'filtered' ? 'incomplete' : 'complete';
}

function isCutOff(entry: ChatEntry, error: KitError): boolean {
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
  change: (parts: readonly MessagePart[]) => readonly MessagePart[],
  facts: Partial<Answer> = {},
): ChatState {
  return {
    ...updateAnswer(state, answerId, ({ message, answer }) => ({
      message: { ...message, parts: change(message.parts) },
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
  const next = updateAnswer(state, answerId, ({ message, answer }) => {
    const inputTokens = reported.inputTokens ?? answer.inputTokens ?? 0;
    const outputTokens = reported.outputTokens ?? answer.outputTokens ?? 0;
    usage.inputTokens += inputTokens - (answer.inputTokens ?? 0);
    usage.outputTokens += outputTokens - (answer.outputTokens ?? 0);
    return { message, answer: { ...answer, inputTokens, outputTokens } };
  });
  return { ...next, usage };
}

function endAnswer(
  state: ChatState,
  { answerId, nowMs }: { answerId: string; nowMs: number },
  end: (entry: ChatEntry & { answer: Answer }) => Partial<Answer>,
): ChatState {
  let error: KitError | undefined;
  const next = updateAnswer(state, answerId, (entry) => {
    const facts = end(entry);
    error = facts.error;
    return {
      message: entry.message,
      answer: { ...entry.answer, ...facts, endedAtMs: nowMs },
    };
  });
  return { ...next, status: 'ready', ...(error && { error }) };
}

function updateAnswer(
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

/** Messages that keep all their pictures stay the same objects. */
export function withImages(
  entries: readonly ChatEntry[],
  change: (image: ImagePart) => ImagePart | undefined,
): readonly ChatEntry[] {
  return entries.map((entry) => {
    const parts = entry.message.parts.flatMap((part) =>
      part.type === 'image' ? (change(part) ?? []) : part,
    );
    const isSame =
      parts.length === entry.message.parts.length &&
      parts.every((part, index) => part === entry.message.parts[index]);
    return isSame ? entry : { ...entry, message: { ...entry.message, parts } };
  });
}

function settled(entry: ChatEntry): ChatEntry {
  const { answer } = entry;
  if (answer?.status !== 'waiting' && answer?.status !== 'streaming') return entry;
  return { ...entry, answer: { ...answer, status: 'incomplete' } };
}
