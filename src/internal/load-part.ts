import { KitError } from '../errors.js';

/**
 * Loads a part of the kit on first use. A part that fails to load is requested again on the next call.
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
