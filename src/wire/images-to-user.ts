/**
 * Most formats take pictures in user messages only. A picture that stands elsewhere (a generated one in an answer, an
 * example in the system text) goes to the start of the next user message, and that is told.
 */
import type { ChatMessage, ChatRole, ImagePart, MessagePart } from '../messages/types.js';
import type { WireWarning } from './types.js';

export function imagesToUser(
  messages: readonly ChatMessage[],
  warnings: WireWarning[],
  rolesWithImages: readonly ChatRole[] = ['user'],
): readonly ChatMessage[] {
  let waiting: ImagePart[] = [];
  const moved = messages.map((message): ChatMessage => {
    if (message.role === 'user') {
      if (waiting.length === 0) return message;
      const parts: readonly MessagePart[] = [...waiting, ...message.parts];
      waiting = [];
      return { ...message, parts };
    }
    if (rolesWithImages.includes(message.role)) return message;
    const images = message.parts.filter((part) => part.type === 'image');
    if (images.length === 0) return message;
    for (const { id } of images) warnings.push(movedWarning(message.role, id));
    waiting.push(...images);
    return { ...message, parts: message.parts.filter((part) => part.type === 'text') };
  });
  for (const { id } of waiting) warnings.push(nowhereWarning(id));
  return moved;
}

function movedWarning(role: string, imageId: string): WireWarning {
  return {
    code: 'role-changed',
    message: `A picture in a message of the role “${role}” is sent with the next user message, because this endpoint takes pictures from users only.`,
    imageId,
  };
}

function nowhereWarning(imageId: string): WireWarning {
  return {
    code: 'image-dropped',
    message:
      'A picture outside of user messages was left out, because no user message follows that could carry it.',
    imageId,
  };
}
