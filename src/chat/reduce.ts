/**
 * Conversation state as a pure function of events. A turn is one question and its answer; while a turn is in flight,
 * its answer is the last entry.
 */
import type { KitError } from '../errors.js';
import { unreachable } from '../internal/unreachable.js';
import type { ImagePart } from '../messages/types.js';
import type { AnswerObject } from '../objects/types.js';
import type { MessageEndReason } from '../wire/types.js';
import {
  type Answer,
  continuedEntry,
  endAnswer,
  endStatus,
  failureFacts,
  isCutOff,
  isUnderWay,
  settled,
  updateAnswer,
} from './reduce-answer.js';
import type { AnswerRating, AnswerWait, ChatEntry, ChatState, MessageVersions } from './types.js';
import { allEntries, mapEntries, withoutMessages, withVersion } from './versions.js';

export type ChatAction =
  /** `entries` ends with the question; the answer is appended. */
  | {
      type: 'turn-start';
      entries: readonly ChatEntry[];
      answerId: string;
      versions?: MessageVersions;
      nowMs: number;
    }
  /** New content is appended to the answer. */
  | { type: 'turn-continue'; answerId: string; nowMs: number }
  /** The request was sent, and this many tokens are expected. */
  | {
      type: 'turn-request';
      answerId: string;
      facts: Pick<Answer, 'estimatedInputTokens' | 'model' | 'price'>;
      nowMs: number;
    }
  | { type: 'turn-wait'; wait: AnswerWait }
  | { type: 'turn-end'; answerId: string; reason: MessageEndReason; nowMs: number }
  | { type: 'turn-fail'; answerId: string; error: KitError; nowMs: number }
  | { type: 'turn-stop'; answerId: string; nowMs: number }
  /** Nobody reads the answer any longer. */
  | { type: 'turn-leave'; answerId: string; isGone: boolean; nowMs: number }
  /** An answer is read again. */
  | { type: 'turn-resume'; answerId: string }
  | { type: 'answer-resumable'; answerId: string; resume: NonNullable<Answer['resume']> }
  /** The server never accepted the question: the conversation is restored. */
  | { type: 'turn-withdraw'; entries: readonly ChatEntry[]; error?: KitError; nowMs: number }
  | { type: 'message-remove'; messageIds: ReadonlySet<string> }
  | { type: 'removal-undo' }
  | { type: 'version-show'; messageId: string; versionIndex: number }
  | { type: 'entries-change'; change: (entries: readonly ChatEntry[]) => readonly ChatEntry[] }
  | { type: 'images-change'; change: (image: ImagePart) => ImagePart | undefined }
  | { type: 'answer-rate'; answerId: string; rating: AnswerRating | undefined }
  | { type: 'answer-object'; answerId: string; object: AnswerObject | undefined }
  | { type: 'error-dismiss' };

/** Returns an idle conversation. An answer that was in flight when it was stored is marked as incomplete. */
export function initialChatState(entries: readonly ChatEntry[] = []): ChatState {
  return { status: 'ready', entries: entries.map(settled), usage: usageOf(entries) };
}

function withEntries(state: ChatState, entries: readonly ChatEntry[]): ChatState {
  const shown = new Set(state.entries);
  return {
    ...withoutUndo(state),
    entries: entries.map((entry) => (shown.has(entry) ? entry : settled(entry))),
    usage: usageOf(entries),
  };
}

function usageOf(entries: readonly ChatEntry[]): ChatState['usage'] {
  const usage = { inputTokens: 0, outputTokens: 0 };
  for (const { answer } of allEntries(entries)) {
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
        wait: { for: 'request', sinceMs: action.nowMs },
        entries: [
          ...action.entries,
          {
            message: { id: action.answerId, role: 'assistant', parts: [] },
            answer: { status: 'waiting', startedAtMs: action.nowMs },
            ...(action.versions && { versions: action.versions }),
          },
        ],
        usage: state.usage,
      };
    case 'turn-continue':
      return {
        ...updateAnswer(withoutUndo(withoutError(state)), action.answerId, (entry) =>
          continuedEntry(entry, action.nowMs),
        ),
        status: 'submitted',
        wait: { for: 'request', sinceMs: action.nowMs },
      };
    case 'turn-request':
      return withWait(
        updateAnswer(state, action.answerId, (entry) => ({
          ...entry,
          answer: { ...entry.answer, ...action.facts },
        })),
        { for: 'model', sinceMs: action.nowMs },
      );
    case 'turn-wait':
      return withWait(state, action.wait);
    case 'turn-end':
      return endAnswer(state, action, ({ answer }) => ({
        status: endStatus(action.reason),
        endReason: answer.endReason ?? action.reason,
      }));
    case 'turn-fail':
      return endAnswer(state, action, (entry) => ({
        status: isCutOff(entry, action.error) ? 'incomplete' : 'failed',
        error: action.error,
        ...resumeOf(entry),
      }));
    case 'turn-leave':
      return endAnswer(state, action, (entry) => ({
        status: 'incomplete',
        ...(!action.isGone && resumeOf(entry)),
      }));
    case 'turn-resume':
      return {
        ...updateAnswer(withoutUndo(withoutError(state)), action.answerId, (entry) => {
          const { error: _error, endedAtMs: _ended, ...answer } = entry.answer;
          return { ...entry, answer: { ...answer, status: 'streaming' } };
        }),
        status: 'streaming',
      };
    case 'answer-resumable':
      return updateAnswer(state, action.answerId, (entry) => ({
        ...entry,
        answer: { ...entry.answer, resume: action.resume },
      }));
    case 'turn-stop':
      return endAnswer(state, action, () => ({ status: 'stopped' }));
    case 'turn-withdraw':
      return {
        status: 'ready',
        entries: action.entries,
        usage: state.usage,
        ...(action.error && failureFacts(action.error, action.nowMs)),
      };
    case 'message-remove':
      return {
        ...state,
        entries: withoutMessages(state.entries, action.messageIds),
        beforeRemoval: state.entries,
      };
    case 'removal-undo':
      return state.beforeRemoval
        ? { ...withoutUndo(state), entries: broughtUpToDate(state.beforeRemoval, state.entries) }
        : state;
    case 'version-show': {
      const entries = withVersion(state.entries, action.messageId, action.versionIndex);
      return entries ? { ...withoutUndo(state), entries } : state;
    }
    case 'entries-change':
      return withEntries(state, action.change(state.entries));
    case 'images-change':
      return {
        ...state,
        entries: withImages(state.entries, action.change),
        ...(state.beforeRemoval && {
          beforeRemoval: withImages(state.beforeRemoval, action.change),
        }),
      };
    case 'answer-rate': {
      const { answerId, rating } = action;
      return {
        ...state,
        entries: withRating(state.entries, answerId, rating),
        ...(state.beforeRemoval && {
          beforeRemoval: withRating(state.beforeRemoval, answerId, rating),
        }),
      };
    }
    case 'answer-object':
      return updateAnswer(
        state,
        action.answerId,
        ({ answer: { object: _before, ...answer }, ...entry }) => ({
          ...entry,
          answer: { ...answer, ...(action.object && { object: action.object }) },
        }),
      );
    case 'error-dismiss':
      return withoutError(state);
    default:
      return unreachable(action);
  }
}

function resumeOf({ answer }: ChatEntry): Pick<Answer, 'resume'> {
  return answer?.resume ? { resume: answer.resume } : {};
}

function withoutError({ error: _dismissed, retryAtMs: _asked, ...state }: ChatState): ChatState {
  return state;
}

/** An answer that has begun is no longer waiting. */
function withWait(state: ChatState, wait: AnswerWait): ChatState {
  return state.status === 'submitted' ? { ...state, wait } : state;
}

function withoutUndo({ beforeRemoval: _kept, ...state }: ChatState): ChatState {
  return state;
}

/** Merges in what an answer that was in flight has received since something was removed. */
function broughtUpToDate(
  before: readonly ChatEntry[],
  now: readonly ChatEntry[],
): readonly ChatEntry[] {
  return before.map((entry) => {
    if (!isUnderWay(entry)) return entry;
    const current = now.findLast(({ message }) => message.id === entry.message.id);
    return current?.answer
      ? { ...entry, message: current.message, answer: current.answer }
      : settled(entry);
  });
}

/** Messages that keep all their images stay the same objects. */
export function withImages(
  entries: readonly ChatEntry[],
  change: (image: ImagePart) => ImagePart | undefined,
): readonly ChatEntry[] {
  return mapEntries(entries, (entry) => {
    const parts = entry.message.parts.flatMap((part) =>
      part.type === 'image' ? (change(part) ?? []) : part,
    );
    const isSame =
      parts.length === entry.message.parts.length &&
      parts.every((part, index) => part === entry.message.parts[index]);
    return isSame ? entry : { ...entry, message: { ...entry.message, parts } };
  });
}

export function withRating(
  entries: readonly ChatEntry[],
  answerId: string,
  rating: AnswerRating | undefined,
): readonly ChatEntry[] {
  return mapEntries(entries, (entry) => {
    if (entry.message.id !== answerId || !entry.answer) return entry;
    const { rating: _before, ...answer } = entry.answer;
    return { ...entry, answer: rating ? { ...answer, rating } : answer };
  });
}
