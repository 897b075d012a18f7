/** Images and messages for the stories, without a file behind them. */
import type { ChatMessage, ImageDetail, ImagePart, MessagePart } from '../../src/index.js';

export interface ExampleImage extends Partial<Omit<ImagePart, 'type' | 'id' | 'detail'>> {
  name: string;
  detail?: ImageDetail;
  /** Size of the image's file. */
  fileBytes?: number;
}

export function anImage({
  name,
  detail = 'high',
  fileBytes = 120_000,
  ...facts
}: ExampleImage): ImagePart {
  return {
    type: 'image',
    id: name,
    name,
    data: { kind: 'bytes', bytes: new Blob([new Uint8Array(fileBytes)]) },
    mediaType: 'image/jpeg',
    width: 1024,
    height: 768,
    detail,
    ...facts,
  };
}

/** Several of one kind. */
export const images = (count: number, facts: Partial<ExampleImage> = {}): ImagePart[] =>
  Array.from({ length: count }, (_, index) => {
    const part = anImage({ name: `photo-${index + 1}.jpg`, ...facts });
    return { ...part, id: `photo-${index + 1}` };
  });

export const ask = (...parts: readonly (MessagePart | string)[]): ChatMessage => ({
  id: 'question',
  role: 'user',
  parts: parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
});
