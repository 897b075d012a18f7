/**
 * Most formats accept images and files in user messages only. One from elsewhere (a generated image in an answer, an
 * example in the system text) is moved to the start of the next user message, with a warning.
 */
import type { ChatRole, FilePart, ImagePart } from '../messages/types.js';
import type { SentMessage, SentPart } from './neutral.js';
import type { WireWarning } from './types.js';

export function imagesToUser(
  messages: readonly SentMessage[],
  warnings: WireWarning[],
  rolesWithImages: readonly ChatRole[] = ['user'],
): readonly SentMessage[] {
  let waiting: Array<ImagePart | FilePart> = [];
  const moved = messages.map((message): SentMessage => {
    if (message.role === 'user') {
      if (waiting.length === 0) return message;
      const parts: readonly SentPart[] = [...waiting, ...message.parts];
      waiting = [];
      return { ...message, parts };
    }
    if (rolesWithImages.includes(message.role)) return message;
    const others = message.parts.filter((part) => part.type !== 'text');
    if (others.length === 0) return message;
    for (const part of others) warnings.push(movedWarning(message.role, part));
    waiting.push(...others);
    return { ...message, parts: message.parts.filter((part) => part.type === 'text') };
  });
  for (const part of waiting) warnings.push(nowhereWarning(part));
  return moved;
}

function movedWarning(role: string, part: ImagePart | FilePart): WireWarning {
  const what = part.type === 'image' ? ['An image', 'images'] : ['A file', 'files'];
  return {
    code: 'role-changed',
    message: `${what[0]} in a message of the role “${role}” is sent with the next user message, because this endpoint accepts ${what[1]} only from users.`,
    ...idOf(part),
  };
}

function nowhereWarning(part: ImagePart | FilePart): WireWarning {
  const isImage = part.type === 'image';
  return {
    code: isImage ? 'image-dropped' : 'file-dropped',
    message: `${isImage ? 'An image' : 'A file'} outside of user messages was left out, because no user message follows that could carry it.`,
    ...idOf(part),
  };
}

function idOf({ type, id }: ImagePart | FilePart): Pick<WireWarning, 'imageId' | 'fileId'> {
  return type === 'image' ? { imageId: id } : { fileId: id };
}
