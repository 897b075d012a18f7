import { KitError } from '../errors.js';

/** The file ends before any of the image can be shown. */
export function truncatedFile(format: string): KitError {
  return new KitError('truncated', {
    message: `This ${format} file is cut short: it ends before the image begins. Save or download it once more, and add it again.`,
    facts: { format },
  });
}

/** The bytes contradict the format. `what` completes "This PNG file is damaged: …". */
export function damagedFile(format: string, what: string): KitError {
  return new KitError('damaged', {
    message: `This ${format} file is damaged: ${what}. Open it in an image editor, save it as a new file, and add that.`,
    facts: { format },
  });
}

/** An intact file of a kind that no browser opens, as its header shows. `what` completes "This JPEG …". */
export function unsupportedFile(format: string, what: string): KitError {
  return new KitError('unsupported-format', {
    message: `This ${format} ${what}, which this browser cannot open. Open it in an image editor, save it as an ordinary JPEG or PNG, and add that.`,
    facts: { format },
  });
}
