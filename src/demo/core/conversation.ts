import type { ImageInfo } from '../../formats/types.js';
import type { ImageDetail, ImageTokenCount } from '../../models/types.js';

/** An image as it arrived. Links are never fetched, so nothing but the address is known of them. */
export interface ReceivedImage {
  via: 'bytes' | 'file' | 'link';
  /** As asked for. */
  detail: ImageDetail;
  bytes?: Uint8Array<ArrayBuffer>;
  info?: ImageInfo;
  link?: string;
  count?: ImageTokenCount;
}

export interface ReceivedTurn {
  role: 'system' | 'user' | 'assistant' | 'tool';
  text: string;
  images: ReceivedImage[];
}

/** A judged request, the same for every API. */
export interface Conversation {
  model: string;
  turns: ReceivedTurn[];
  wantsStream: boolean;
  maxOutputTokens?: number;
}

/** The turn that is being answered: the last one of the person. */
export function currentTurn({ turns }: Conversation): ReceivedTurn {
  return turns.findLast((turn) => turn.role === 'user') ?? { role: 'user', text: '', images: [] };
}

export function earlierImages(conversation: Conversation): ReceivedImage[] {
  const current = currentTurn(conversation);
  return conversation.turns.flatMap((turn) => (turn === current ? [] : turn.images));
}

/** Text at four characters a token, images by the model's own rule. */
export function countInputTokens({ turns }: Conversation): number {
  const characters = turns.reduce((sum, turn) => sum + turn.text.length, 0);
  const images = turns.flatMap((turn) => turn.images);
  return (
    estimateTokens(characters) + images.reduce((sum, image) => sum + (image.count?.tokens ?? 0), 0)
  );
}

export function estimateTokens(characters: number): number {
  return Math.ceil(characters / 4);
}
