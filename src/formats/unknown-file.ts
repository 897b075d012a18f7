import { KitError } from '../errors.js';
import { damagedFile } from './format-errors.js';
import { hasLetters } from './numbers.js';
import { recogniseOther } from './recognise-other.js';

/** Returns the error for a file whose first bytes match no known format. */
export function unknownFile(head: Uint8Array): KitError {
  // The first bytes of a PNG reveal whether a program treated it as text and changed its line ends.
  if (hasLetters(head, 'PNG', 1)) {
    return damagedFile('PNG', 'its first bytes were changed, as happens when it is sent as text');
  }
  const other = recogniseOther(head);
  if (!other) {
    return new KitError('not-an-image', {
      message:
        'This file is not an image, whatever its name says: its contents match no image format. Add a JPEG, PNG, WebP or GIF instead.',
    });
  }
  const { name, format, isImage, advice } = other;
  return isImage
    ? new KitError('unsupported-format', {
        message: `This file is ${name}, which this browser cannot open. ${advice ?? 'Open it in an image editor, save it as JPEG or PNG, and add that.'}`,
        facts: { format },
      })
    : new KitError('not-an-image', {
        message: `This file is ${name}, not an image. ${advice ?? 'Add a JPEG, PNG, WebP or GIF instead.'}`,
        facts: { format },
      });
}
