import { type ChatMessage, checkRequest } from 'image-chat-kit/core';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';

/** Finds what the endpoint would refuse, before it is asked. */
export function canSend(messages: readonly ChatMessage[]): boolean {
  const problems = checkRequest(messages, { wire: openaiChat, model: 'gpt-5.6-terra' });
  for (const { severity, message, fix } of problems) console.warn(severity, message, fix);
  return problems.every(({ severity }) => severity !== 'error');
}
