import { base64Length } from '../internal/base64.js';
import { readDataUrl } from '../internal/data-url.js';
import type { ChatMessage, ChatRole, ImagePart } from './types.js';

/** An image and its position in a request. */
export interface RequestImage {
  part: ImagePart;
  /** Counted from 0 over the whole request. */
  index: number;
  messageId: string;
  role: ChatRole;
  /** Whether it is in a message before the last question. */
  isHistory: boolean;
  /** In px; `undefined` if a link or file id does not say. */
  size: { width: number; height: number } | undefined;
  /** Bytes of the image itself; 0 for links and file ids. */
  bytes: number;
  /** Bytes it adds to a request body; 0 for links and file ids. */
  base64Bytes: number;
}

/** Returns every image of a request, in order. */
export function requestImages(messages: readonly ChatMessage[]): RequestImage[] {
  const lastQuestion = messages.findLastIndex(({ role }) => role === 'user');
  const images: RequestImage[] = [];
  for (const [messageIndex, { id, role, parts }] of messages.entries()) {
    for (const part of parts) {
      if (part.type !== 'image') continue;
      images.push({
        part,
        index: images.length,
        messageId: id,
        role,
        isHistory: messageIndex < lastQuestion,
        size: sizeOf(part),
        ...bytesOf(part),
      });
    }
  }
  return images;
}

function sizeOf({ width, height }: ImagePart): RequestImage['size'] {
  return width && height ? { width, height } : undefined;
}

function bytesOf({ data }: ImagePart): Pick<RequestImage, 'bytes' | 'base64Bytes'> {
  if (data.kind === 'bytes') {
    return { bytes: data.bytes.size, base64Bytes: base64Length(data.bytes.size) };
  }
  const base64Bytes = data.kind === 'url' ? (readDataUrl(data.url)?.body.length ?? 0) : 0;
  return { bytes: Math.floor((base64Bytes * 3) / 4), base64Bytes };
}
