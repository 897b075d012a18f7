/**
 * An answer that ended too early is gone on with: the request carries what came of it and a short ask behind. A message of
 * the model cannot be left open in most wire formats, so this is the one way that works with all of them.
 */
import type { ChatMessage, MessagePart } from '../messages/types.js';
import type { ChatEntry } from './types.js';

export const CONTINUE_ASK =
  'Your last message was cut off. Continue it exactly where it stopped. Repeat nothing and add no introduction.';

/** Whether there is a beginning to go on from. Pictures cannot be gone on with. */
export function canContinue({ message, answer }: ChatEntry): boolean {
  const isCutOff = answer?.status === 'incomplete' || answer?.status === 'stopped';
  const last = message.parts.at(-1);
  return isCutOff && answer.endReason !== 'filtered' && last?.type === 'text' && last.text !== '';
}

/** The messages of the request, the unfinished answer and the ask for more at their end. */
export function messagesToContinue(
  messages: readonly ChatMessage[],
  answerId: string,
  ask = CONTINUE_ASK,
): readonly ChatMessage[] {
  const sent = messages.map((message) =>
    message.id === answerId ? { ...message, parts: withoutTornEnd(message.parts) } : message,
  );
  return [
    ...sent,
    { id: `${answerId}-continue`, role: 'user', parts: [{ type: 'text', text: ask }] },
  ];
}

/** The first text that came is put behind what was sent of the answer. */
export function joinContinuation(
  parts: readonly MessagePart[],
  text: string,
): readonly MessagePart[] {
  const last = parts.at(-1);
  if (last?.type !== 'text') return [...parts, { type: 'text', text }];
  const kept = keptBeginning(last.text);
  const more = /\s$/.test(kept) ? text.replace(/^ +/, '') : text;
  return [...parts.slice(0, -1), { type: 'text', text: kept + more }];
}

function withoutTornEnd(parts: readonly MessagePart[]): readonly MessagePart[] {
  return parts.map((part, index) =>
    index === parts.length - 1 && part.type === 'text'
      ? { type: 'text', text: keptBeginning(part.text).trimEnd() }
      : part,
  );
}

/**
 * Up to the last space: the word behind it may be torn, and no model says whether it goes on inside of it. Languages
 * without spaces keep all, as does a text that would be left empty.
 */
function keptBeginning(text: string): string {
  const [torn = ''] = /[^\s]{1,40}$/.exec(text) ?? [];
  const kept = text.slice(0, text.length - torn.length);
  const isWord =
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}\p{P}\p{S}\p{M}]+$/u;
  return /\s$/.test(kept) && kept.trim() !== '' && isWord.test(torn) ? kept : text;
}
