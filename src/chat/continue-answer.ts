/**
 * Continues a truncated answer by sending the partial text followed by a short instruction. Most wire formats do not
 * allow a model's message to be left open, so this is the one way that works with all of them.
 */
import type { ChatMessage, MessagePart } from '../messages/types.js';
import { tornTextIndex } from './torn-text.js';
import { keptBeginning } from './kept-beginning.js';

export const CONTINUE_ASK =
  'Your last message was cut off. Continue it exactly where it stopped. Repeat nothing and add no introduction.';

/** Returns the messages of the request, ending with the unfinished answer and the instruction to continue. */
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

/** Whether messages end with the instruction to continue their last answer. */
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
