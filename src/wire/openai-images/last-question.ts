import type { ChatMessage, ImagePart } from '../../messages/types.js';

/**
 * Returns what the endpoints read of a conversation: the instructions and the last question. If the question has no image
 * of its own, it is about the last image that was made, which is added in the answer that it belongs to.
 */
export function lastQuestion<Message extends ChatMessage>(
  messages: readonly Message[],
  { madeImages: { editsLast = true } = {} }: { madeImages?: { editsLast?: boolean } } = {},
): readonly Message[] {
  const index = messages.findLastIndex(({ role }) => role === 'user');
  const question = messages[index];
  if (!question) return messages;
  const before = messages.slice(0, index);
  const answer =
    editsLast && lastImage(question) === undefined
      ? before.findLast((message) => message.role === 'assistant' && lastImage(message))
      : undefined;
  const made = answer && lastImage(answer);
  return [
    ...before.filter(({ role }) => role === 'system'),
    ...(answer && made ? [{ ...answer, parts: [made] }] : []),
    question,
  ];
}

function lastImage({ parts }: ChatMessage): ImagePart | undefined {
  return parts.findLast((part) => part.type === 'image');
}
