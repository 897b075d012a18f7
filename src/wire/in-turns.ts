/**
 * Many servers accept only alternating user and assistant messages, the user first, and refuse anything else
 * permanently: a question whose answer never arrived would end the conversation. Consecutive messages of one role are
 * sent as one.
 */
import type { SentMessage, SentPart } from './neutral.js';
import type { WireWarning } from './types.js';

export function inTurns(
  messages: readonly SentMessage[],
  warnings: WireWarning[],
): readonly SentMessage[] {
  const turns: SentMessage[] = [];
  let waiting: readonly SentPart[] = [];
  let hasUser = false;
  for (const message of messages.filter(isSent)) {
    if (message.role === 'assistant' && !hasUser) {
      warnings.push(greetingWarning());
      waiting = [...waiting, ...message.parts.filter((part) => part.type !== 'text')];
      continue;
    }
    const parts =
      hasUser || message.role !== 'user' ? message.parts : [...waiting, ...message.parts];
    hasUser ||= message.role === 'user';
    const last = turns.at(-1);
    if (last?.role === message.role && message.role !== 'system') {
      turns[turns.length - 1] = { ...last, parts: [...last.parts, ...parts] };
    } else {
      turns.push(parts === message.parts ? message : { ...message, parts });
    }
  }
  return turns;
}

/** Empty answers are not sent, so their neighbours become consecutive. */
function isSent({ role, parts }: SentMessage): boolean {
  if (role !== 'assistant') return parts.length > 0;
  return parts.some((part) => part.type !== 'text' || part.text.trim() !== '');
}

function greetingWarning(): WireWarning {
  return {
    code: 'role-changed',
    message:
      'A message of the assistant before the first question was left out, because many servers require the user to begin.',
  };
}
