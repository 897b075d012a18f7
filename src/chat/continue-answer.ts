/**
 * An answer that ended too early is gone on with: the request carries what came of it and a short ask behind. A message of
 * the model cannot be left open in most wire formats, so this is the one way that works with all of them.
 */
import type { ChatMessage, MessagePart } from '../messages/types.js';
import { tornTextIndex } from './torn-text.js';
import { keptBeginning } from './kept-beginning.js';
import type { ChatEntry } from './types.js';

export const CONTINUE_ASK =
  'Your last message was cut off. Continue it exactly where it stopped. Repeat nothing and add no introduction.';

/** Whether there is a beginning to go on from. Pictures cannot be gone on with. */
export function canContinue({ message, answer }: ChatEntry): boolean {
  const isCutOff = answer?.status === 'incomplete' || answer?.status === 'stopped';
  const last = message.parts[tornTextIndex(message.parts)];
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
    { id: continueId(answerId), role: 'user', parts: [{ type: 'text', text: ask }] },
  ];
}

/** Whether messages end with the ask to go on with their last answer. */
export function isContinueAsk(messages: readonly ChatMessage[]): boolean {
  const [answer, ask] = messages.slice(-2);
  return answer !== undefined && ask?.id === continueId(answer.id);
}

function continueId(answerId: string): string {
  return `${answerId}-continue`;
}

function withoutTornEnd(parts: readonly MessagePart[]): readonly MessagePart[] {
  const torn = tornTextIndex(parts);
  return parts.map((part, index) =>
    index === torn && part.type === 'text'
      ? { type: 'text', text: keptBeginning(part.text).trimEnd() }
      : part,
  );
}
