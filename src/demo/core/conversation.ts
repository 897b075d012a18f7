import type { ImageInfo } from '../../formats/types.js';
import type { JsonObject } from './json.js';
import type { ImageDetail, ImageTokenCount } from '../../models/types.js';

/** An image as it was received. Links are never fetched, so only their URL is known. */
export interface ReceivedImage {
  via: 'bytes' | 'file' | 'link';
  /** The requested detail. */
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

/** A checked request, in the same form for every API. */
export interface Conversation {
  model: string;
  turns: ReceivedTurn[];
  wantsStream: boolean;
  maxOutputTokens?: number;
  /** JSON Schema that the answer must match. */
  answerSchema?: JsonObject;
}

/** Returns the turn to answer: the user's last one. */
export function currentTurn({ turns }: Conversation): ReceivedTurn {
  return turns.findLast((turn) => turn.role === 'user') ?? { role: 'user', text: '', images: [] };
}

export function earlierImages(conversation: Conversation): ReceivedImage[] {
  const current = currentTurn(conversation);
  return conversation.turns.flatMap((turn) => (turn === current ? [] : turn.images));
}

/** Counts text at four characters per token, images by the model's own rule. */
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
