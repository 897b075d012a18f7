import type { ChatMessage, ImagePart } from '../../messages/types.js';

/** What a request makes of the images of a conversation. */
export interface ImageChanges {
  /** A line of text stands in their place, or nothing. */
  leftOut: number;
  /** Made smaller, or sent at a lower detail. */
  lowered: number;
  /** Named by a link or a file id in place of their bytes. */
  named: number;
  /** Of the images themselves, before base64. */
  savedBytes: number;
}

const imagesOf = (messages: readonly ChatMessage[]): ImagePart[] =>
  messages.flatMap(({ parts }) => parts.filter((part) => part.type === 'image'));

const bytesOf = ({ data }: ImagePart): number => (data.kind === 'bytes' ? data.bytes.size : 0);

const areaOf = ({ width = 0, height = 0 }: ImagePart): number => width * height;

/** The conversation as it is shown beside the messages as they are sent. */
export function imageChanges(
  shown: readonly ChatMessage[],
  sent: readonly ChatMessage[],
): ImageChanges {
  const sentById = new Map(imagesOf(sent).map((image) => [image.id, image]));
  const changes: ImageChanges = { leftOut: 0, lowered: 0, named: 0, savedBytes: 0 };
  for (const image of imagesOf(shown)) {
    const now = sentById.get(image.id);
    changes.savedBytes += bytesOf(image) - (now ? bytesOf(now) : 0);
    if (!now) changes.leftOut += 1;
    else if (image.data.kind === 'bytes' && now.data.kind !== 'bytes') changes.named += 1;
    else if (now.detail !== image.detail || areaOf(now) < areaOf(image)) changes.lowered += 1;
  }
  return changes;
}
