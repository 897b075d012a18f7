/** A request repeats the whole conversation, so its warnings repeat those of earlier questions. */
import type { WireWarning } from '../wire/types.js';
import type { ChatEntry } from './types.js';

/** Returns the conversation with the warnings of a request at its question, without those that are listed before it. */
export function withWarnings(
  entries: readonly ChatEntry[],
  questionId: string | undefined,
  warnings: readonly WireWarning[],
): readonly ChatEntry[] {
  const index = entries.findIndex(({ message }) => message.id === questionId);
  const entry = entries[index];
  if (!entry) return entries;
  const { warnings: before = [], ...question } = entry;
  const seen = new Set(entries.slice(0, index).flatMap((one) => (one.warnings ?? []).map(markOf)));
  const news = warnings.filter((warning) => {
    const mark = markOf(warning);
    return !seen.has(mark) && seen.add(mark);
  });
  if (news.length === 0 && before.length === 0) return entries;
  return entries.with(index, news.length === 0 ? question : { ...question, warnings: news });
}

function markOf({ code, message, imageId, fileId }: WireWarning): string {
  return JSON.stringify([code, message, imageId, fileId]);
}
