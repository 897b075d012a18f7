import type { ChatMessage, MessagePart } from '../messages/types.js';
import { withSystem } from '../messages/with-system.js';
import type { ChatEntry, FinishedTurn, SendInput } from './types.js';

/** A question as the conversation keeps it: images and files first, as the providers advise, then the words. */
export function questionEntry(id: string, { text, images = [], files = [] }: SendInput): ChatEntry {
  const parts: MessagePart[] = [...images, ...files];
  if (text.trim() !== '') parts.push({ type: 'text', text });
  return { message: { id, role: 'user', parts } };
}

/** Returns the messages of a request. Answers that never arrived are left out. */
export function requestMessages(
  entries: readonly ChatEntry[],
  system: string | undefined,
): readonly ChatMessage[] {
  const messages = entries.map(({ message }) => message).filter(({ parts }) => parts.length > 0);
  return withSystem(messages, system);
}

/** Returns the conversation up to the question that an answer belongs to; without an id, up to the last question. */
export function entriesToRegenerate(
  entries: readonly ChatEntry[],
  answerId: string | undefined,
): readonly ChatEntry[] | undefined {
  const answerIndex =
    answerId === undefined
      ? entries.length
      : entries.findIndex(({ message }) => message.id === answerId);
  if (answerIndex < 0) return undefined;
  const questionIndex = entries.findLastIndex(
    ({ message }, index) => message.role === 'user' && index <= answerIndex,
  );
  return questionIndex < 0 ? undefined : entries.slice(0, questionIndex + 1);
}

/** Removes a question together with its answer, or an answer alone. */
export function messageIdsToRemove(
  entries: readonly ChatEntry[],
  messageId: string,
): ReadonlySet<string> {
  const index = entries.findIndex(({ message }) => message.id === messageId);
  const entry = entries[index];
  const next = entries[index + 1];
  const ids = new Set([messageId]);
  if (entry?.message.role === 'user' && next?.message.role === 'assistant')
    ids.add(next.message.id);
  return ids;
}

/** Returns a turn by the id of its answer; `undefined` if the answer has been removed. */
export function finishedTurn(
  entries: readonly ChatEntry[],
  answerId: string,
): FinishedTurn | undefined {
  const index = entries.findLastIndex(({ message }) => message.id === answerId);
  const answer = entries[index];
  if (!answer) return undefined;
  const before = entries[index - 1];
  const question = before?.message.role === 'user' ? before : undefined;
  const previous = question ? entries[index - 2] : before;
  return {
    ...(question && { question }),
    answer,
    ...(previous && { previousId: previous.message.id }),
    entries,
  };
}
