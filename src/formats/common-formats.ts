import { gif } from './gif.js';
import { jpeg } from './jpeg.js';
import { png } from './png.js';
import type { ImageFormat } from './types.js';
import { webp } from './webp.js';

/** What nearly every image is. The other formats are loaded when a file asks for them. */
export const commonFormats: readonly ImageFormat[] = [jpeg, png, webp, gif];
