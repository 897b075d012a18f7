import type { KitError } from '../errors.js';
import { entriesToRegenerate, questionEntry } from './conversation.js';
import { emptyError, notFoundError } from './refusals.js';
import type { ChatEntry, MessageVersions, SendInput } from './types.js';
import { versionsBehind } from './versions.js';

/** What is asked: the conversation up to its question, and the earlier answers to it. */
export interface Question {
  entries: readonly ChatEntry[];
  versions?: MessageVersions;
}

export function newQuestion(
  entries: readonly ChatEntry[],
  createId: () => string,
  input: SendInput,
): Question | KitError {
  return isEmpty(input)
    ? emptyError()
    : { entries: [...entries, questionEntry(input.id ?? createId(), input)] };
}

export function repeatedQuestion(
  entries: readonly ChatEntry[],
  answerId: string | undefined,
): Question | KitError {
  const asked = entriesToRegenerate(entries, answerId);
  return asked
    ? { entries: asked, ...versionsBehind(entries, asked.length) }
    : notFoundError('There is no question to regenerate an answer for.');
}

/** A changed question keeps its files, unless they are changed too. */
export function editedQuestion(
  entries: readonly ChatEntry[],
  messageId: string,
  input: SendInput,
): Question | KitError {
  const index = entries.findIndex(
    ({ message }) => message.id === messageId && message.role === 'user',
  );
  const before = entries[index]?.message.parts ?? [];
  const changed = { files: before.filter((part) => part.type === 'file'), ...input };
  if (isEmpty(changed)) return emptyError();
  if (index < 0) return notFoundError('The question to change is no longer there.');
  const question = { ...questionEntry(messageId, changed), ...versionsBehind(entries, index) };
  return { entries: [...entries.slice(0, index), question] };
}

function isEmpty({ text, images = [], files = [] }: SendInput): boolean {
  return text.trim() === '' && images.length === 0 && files.length === 0;
}
