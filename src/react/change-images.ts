import type { ChatMessage, ImagePart } from '../messages/index.js';

/** Messages whose pictures stay the same are the same objects. */
export async function changeImages(
  messages: readonly ChatMessage[],
  change: (image: ImagePart) => ImagePart | Promise<ImagePart>,
): Promise<readonly ChatMessage[]> {
  return Promise.all(
    messages.map(async (message) => {
      const parts = await Promise.all(
        message.parts.map(async (part) => (part.type === 'image' ? change(part) : part)),
      );
      const isSame = parts.every((part, index) => part === message.parts[index]);
      return isSame ? message : { ...message, parts };
    }),
  );
}
