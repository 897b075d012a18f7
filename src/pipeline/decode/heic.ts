/**
 * HEIC for browsers that cannot open it: importing this module is enough. The decoder, libheif in the package
 * `heic-to`, loads with the first HEIC file and runs in its own worker.
 */
import { KitError } from '../../errors.js';
import { loadModule } from '../../internal/lazy-module.js';
import { isMissingPackage } from '../../internal/optional-package.js';
import { warnOnce } from '../../internal/warn-once.js';
import type { DecodeHeic } from '../types.js';
import { addHeicDecoder } from './added-decoder.js';
import { convertDisplayP3, isDisplayP3 } from './display-p3.js';

/** Its worker is started once, and never responds if that failed. */
let isBlocked = false;

/**
 * Damaged files are reported with a message; a worker that did not start causes an event without one, or
 * throws immediately.
 */
function isRefusedWorker(cause: unknown): boolean {
  return cause === undefined || (cause instanceof DOMException && cause.name === 'SecurityError');
}

function blockedError(cause?: unknown): KitError {
  return new KitError('worker-blocked', {
    message:
      "The HEIC decoder could not start its worker, most likely because the page's content security policy forbids it. Allow " +
      '"worker-src blob:". Under "require-trusted-types-for" it cannot run.',
    cause,
  });
}

/** The build for strict pages: it needs no `unsafe-eval`, and is also faster. */
async function loadDecoder(): Promise<typeof import('heic-to/csp')> {
  try {
    return await loadModule(() => import('heic-to/csp'));
  } catch (error) {
    const cause = (error as KitError).cause;
    if (isMissingPackage(cause)) throw missingError(cause);
    // A development server may answer for a missing package as if the network had failed.
    warnOnce(
      new KitError('unreachable', {
        message: 'The HEIC decoder could not be loaded. If that lasts, install it: npm i heic-to.',
        cause,
      }),
    );
    throw error;
  }
}

function missingError(cause: unknown): KitError {
  return new KitError('invalid-option', {
    message:
      'A HEIC image was refused, since heic-to is not installed and this browser cannot open HEIC. Install it: npm i heic-to.',
    cause,
  });
}

/**
 * Reads a HEIC file with `heic-to`, for `createPipeline({ decodeHeic })`. Pipelines without a decoder use it
 * as soon as this module is imported.
 *
 * @throws KitError `invalid-option` if `heic-to` is not installed, `unreachable` if it cannot be loaded,
 * `worker-blocked` if it cannot start
 */
export const decodeHeic: DecodeHeic = async (file) => {
  if (isBlocked) throw blockedError();
  const { heicTo } = await loadDecoder();
  try {
    const image = await heicTo({ blob: file, type: 'bitmap' });
    return (await isDisplayP3(file)) ? await convertDisplayP3(image) : image;
  } catch (cause) {
    if (!isRefusedWorker(cause)) throw cause;
    isBlocked = true;
    throw blockedError(cause);
  }
};

addHeicDecoder(decodeHeic);
