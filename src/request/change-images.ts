import type { ChatMessage, ImagePart } from '../messages/index.js';

/** Messages whose images stay the same are the same objects. */
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

/** `mapImages` for a change that takes time. The images are changed at the same time. */
export async function changeImages(
  messages: readonly ChatMessage[],
  change: (image: ImagePart) => Promise<ImagePart>,
): Promise<readonly ChatMessage[]> {
  const changed = new Map<ImagePart, ImagePart>();
  await Promise.all(
    imagesOf(messages).map(async (image) => changed.set(image, await change(image))),
  );
  return mapImages(messages, (image) => changed.get(image) ?? image);
}

export function imagesOf(messages: readonly ChatMessage[]): ImagePart[] {
  return messages.flatMap(({ parts }) => parts.filter((part) => part.type === 'image'));
}
