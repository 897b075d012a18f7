import { KitError } from '../errors.js';

/**
 * A part of the kit that loads when it is first needed. A part that cannot be loaded is asked for again the next time.
 *
 * @throws KitError `unreachable`
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    throw new KitError('unreachable', {
      message:
        'A part of this page could not be loaded. Check the connection and try again; if that does not help, reload the page.',
      facts: { retryable: true },
      cause,
    });
  }
}
