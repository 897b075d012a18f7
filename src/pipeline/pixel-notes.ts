/** Notes that depend on the pixels. */
import type { PrepareNote } from './types.js';

/** `background` is the requested one. */
export function flattenedNote(ground: string, background: string | undefined): PrepareNote {
  const isForLight = background === 'auto' && ground !== '#ffffff';
  return {
    code: 'flattened',
    message: `Transparent parts were filled with ${ground}${isForLight ? ', on which a light drawing can be seen' : ''}.`,
  };
}

export const oneColourNote: PrepareNote = {
  code: 'one-colour',
  message:
    'Nothing is visible in this image: its drawing has the same colour as the background it was put on. Save it on a different background, and add that.',
};
