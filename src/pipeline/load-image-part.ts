import { KitError } from '../errors.js';

/** A part of the pipeline that loads when an image needs it. @throws KitError `canvas-failed` */
export async function loadImagePart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    throw new KitError('canvas-failed', {
      message:
        'The part of this page that makes such images fit could not be loaded. Check the connection, reload the page, and add the image again.',
      cause,
    });
  }
}
