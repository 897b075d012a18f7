import { gif } from './gif.js';
import { jpeg } from './jpeg.js';
import { png } from './png.js';
import type { ImageFormat } from './types.js';
import { webp } from './webp.js';

/** The formats of nearly every image. The others are loaded when a file needs them. */
export const commonFormats: readonly ImageFormat[] = [jpeg, png, webp, gif];
