import type { ChatEntry } from '../chat/types.js';
import type { Draft } from './types.js';

export interface SentDraft {
  /** The conversation without the question that is restored as a draft. */
  entries: readonly ChatEntry[];
  /** Missing if its question is already in the conversation, with an answer. */
  draft?: Draft;
}

/**
 * A page that is closed while sending leaves both the draft and the question built from it. Only one of them
 * is restored: the draft, unless the server has begun to answer.
 */
export function settleDraft(entries: readonly ChatEntry[], draft: Draft): SentDraft {
  const index = entries.findLastIndex(
    ({ message }) =>
      message.role === 'user' &&
      (draft.question ? message.id === draft.question.id : isSameContent(message, draft)),
  );
  const question = entries[index];
  if (!question) return { entries, draft };
  const next = entries[index + 1];
  if (next === undefined || isUnanswered(next)) {
    return { entries: entries.toSpliced(index, next ? 2 : 1), draft };
  }
  return draft.question && isSameContent(question.message, draft)
    ? { entries }
    : { entries, draft };
}

function isUnanswered({ message, answer }: ChatEntry): boolean {
  return (
    message.role === 'assistant' &&
    message.parts.length === 0 &&
    (answer?.status === 'waiting' || answer?.status === 'incomplete')
  );
}

function isSameContent(
  { parts }: ChatEntry['message'],
  { text, images, files = [] }: Draft,
): boolean {
  const words = parts.flatMap((part) => (part.type === 'text' ? part.text : [])).join('');
  const imageIds = parts.flatMap((part) => (part.type === 'image' ? part.id : []));
  const fileIds = parts.flatMap((part) => (part.type === 'file' ? part.id : []));
  return (
    words === (text.trim() === '' ? '' : text) &&
    imageIds.length === images.length &&
    images.every(({ id }) => imageIds.includes(id)) &&
    fileIds.length === files.length &&
    files.every(({ id }) => fileIds.includes(id))
  );
}
