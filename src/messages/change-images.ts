import type { ChatMessage, ImagePart } from './types.js';

/** Returns messages with changed images. Messages whose images are unchanged stay the same objects. */
export function mapImages(
  messages: readonly ChatMessage[],
  change: (image: ImagePart) => ImagePart,
): readonly ChatMessage[] {
  return messages.map((message) => {
    const parts = message.parts.map((part) => (part.type === 'image' ? change(part) : part));
    const isSame = parts.every((part, index) => part === message.parts[index]);
    return isSame ? message : { ...message, parts };
  });
}

/** `mapImages` for an asynchronous change. The images are changed in parallel. */
export async function changeImages(
  messages: readonly ChatMessage[],
  change: (image: ImagePart) => Promise<ImagePart>,
): Promise<readonly ChatMessage[]> {
  return Promise.all(
    messages.map(async (message) => ({
      ...message,
      parts: await Promise.all(
        message.parts.map(async (part) => (part.type === 'image' ? change(part) : part)),
      ),
    })),
  );
}

export function imagesOf(messages: readonly ChatMessage[]): ImagePart[] {
  return messages.flatMap(({ parts }) => parts.filter((part) => part.type === 'image'));
}
