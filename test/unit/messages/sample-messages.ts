import type { ChatMessage, ChatRole, ImagePart, MessagePart } from '../../../src/messages/types.js';

let count = 0;

/** An image of a few bytes, 640 px wide. */
export function anImage(facts: Partial<ImagePart> = {}): ImagePart {
  count += 1;
  return {
    type: 'image',
    id: `image-${count}`,
    data: { kind: 'bytes', bytes: new Blob([new Uint8Array(30)], { type: 'image/jpeg' }) },
    mediaType: 'image/jpeg',
    detail: 'high',
    width: 640,
    height: 480,
    ...facts,
  };
}

/** An image of so many bytes. */
export function heavyImage(bytes: number, facts: Partial<ImagePart> = {}): ImagePart {
  return anImage({ data: { kind: 'bytes', bytes: new Blob([new Uint8Array(bytes)]) }, ...facts });
}

export function linked(url: string, facts: Partial<ImagePart> = {}): ImagePart {
  return anImage({ data: { kind: 'url', url }, ...facts });
}

export function say(role: ChatRole, ...parts: (string | MessagePart)[]): ChatMessage {
  count += 1;
  return {
    id: `message-${count}`,
    role,
    parts: parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
  };
}

export function ask(...parts: (string | MessagePart)[]): ChatMessage {
  return say('user', ...parts);
}

export function answer(...parts: (string | MessagePart)[]): ChatMessage {
  return say('assistant', ...parts);
}
