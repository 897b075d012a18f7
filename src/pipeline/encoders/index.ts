import type { OutputMediaType } from '../types.js';
import { jpeg } from './jpeg.js';
import { png } from './png.js';
import type { Encoder } from './types.js';
import { webp } from './webp.js';

const encoders: readonly Encoder[] = [jpeg, png, webp];

export function findEncoder(mediaType: OutputMediaType): Encoder {
  return encoders.find((encoder) => encoder.mediaType === mediaType) ?? jpeg;
}

export type { CanvasWriter, Encoder } from './types.js';
