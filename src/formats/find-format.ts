import { KitError } from '../errors.js';
import { avif, heic } from './avif-heif.js';
import { bmp } from './bmp.js';
import { damagedFile } from './format-errors.js';
import { gif } from './gif.js';
import { jpeg } from './jpeg.js';
import { hasLetters } from './numbers.js';
import { png } from './png.js';
import { recogniseOther } from './recognise-other.js';
import { svg } from './svg.js';
import type { ImageFormat } from './types.js';
import { webp } from './webp.js';

/** Every format the kit knows from the inside. SVG comes last: to find it, text has to be read. */
export const imageFormats: readonly ImageFormat[] = [jpeg, png, webp, gif, avif, heic, bmp, svg];

/** The format of a file, told by its first bytes alone. */
export function findFormat(head: Uint8Array): ImageFormat | undefined {
  return imageFormats.find(({ matches }) => matches(head));
}

/** Why a file whose first bytes belong to no known format is refused. */
export function unknownFile(head: Uint8Array): KitError {
  // A PNG begins with bytes that show when a program took it for text and changed its line ends.
  if (hasLetters(head, 'PNG', 1)) {
    return damagedFile('PNG', 'its first bytes were changed, as happens when it is sent as text');
  }
  const other = recogniseOther(head);
  if (!other) {
    return new KitError('not-an-image', {
      message:
        'This file is not a picture, whatever its name says: its contents begin like no picture format. Add a JPEG, PNG, WebP or GIF instead.',
    });
  }
  const { name, format, isPicture, advice } = other;
  return isPicture
    ? new KitError('unsupported-format', {
        message: `This file is ${name}, which browsers cannot open. ${advice ?? 'Open it in an image editor, save it as JPEG or PNG, and add that.'}`,
        facts: { format },
      })
    : new KitError('not-an-image', {
        message: `This file is ${name}, not a picture. ${advice ?? 'Add a JPEG, PNG, WebP or GIF instead.'}`,
        facts: { format },
      });
}
