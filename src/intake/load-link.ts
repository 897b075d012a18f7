/**
 * An image that was dragged or copied from another page and arrived without its bytes. Another site is only
 * asked if the app wants it, without cookies and without a referrer, and may refuse.
 */
import { KitError } from '../errors.js';
import { checkBytes } from '../formats/limits.js';
import { throwIfAborted } from '../internal/abort.js';
import { decodeDataUrl } from './decode-data-url.js';
import { blockedLink, rejectedFile } from './rejections.js';
import { linkName } from './unreadable.js';
import type { IntakeOptions } from './types.js';
import type { IntakeRejection } from './rejection.js';
import { parseUrl } from '../internal/parse-url.js';

const TIMEOUT_MS = 30_000;
const PROBE_TIMEOUT_MS = 5000;
const SAVE_FIRST = 'Save the image on your device, and add the file.';

/** Returns the file at a URL, or why there is none. */
export async function loadLink(
  url: string,
  options: Pick<IntakeOptions, 'limits' | 'fetchLinks' | 'signal'>,
): Promise<File | IntakeRejection> {
  const { limits, fetchLinks = false, signal } = options;
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  try {
    if (scheme === 'data')
      return await decodeDataUrl(url.trim(), { ...(limits && { limits }), signal });
    if (scheme !== 'http' && scheme !== 'https') {
      // A `blob:` URL of this page, as long as the page keeps it; no request leaves the device.
      const own = scheme === 'blob' ? await fetchFile(url, options) : undefined;
      if (own instanceof File) return own;
      return blockedLink(
        url,
        'not-allowed',
        `This image lies where the page cannot reach it. ${SAVE_FIRST}`,
      );
    }
    if (!fetchLinks) {
      return blockedLink(
        url,
        'not-loaded',
        `This is a link to an image on ${hostOf(url)}, and not the image. ${SAVE_FIRST}`,
      );
    }
    return await fetchFile(url, options);
  } catch (error) {
    return rejectedFile(scheme === 'data' ? '' : linkName(url), error);
  }
}

async function fetchFile(
  url: string,
  { limits = {}, signal }: Pick<IntakeOptions, 'limits' | 'signal'>,
): Promise<File | IntakeRejection> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return blockedLink(
        url,
        'status',
        `${hostOf(url)} answered with error ${response.status} instead of the image. ${SAVE_FIRST}`,
      );
    }
    const parts = await readParts(response, (bytes) => checkBytes(bytes, limits));
    return new File(parts, linkName(url), { type: response.headers.get('content-type') ?? '' });
  } catch (error) {
    throwIfAborted(signal);
    if (KitError.is(error)) throw error;
    if (timeout.aborted) {
      return blockedLink(
        url,
        'timeout',
        `${hostOf(url)} took too long to send the image. ${SAVE_FIRST}`,
      );
    }
    const isThere = await answers(url, signal);
    return blockedLink(
      url,
      isThere ? 'not-allowed' : 'unreachable',
      isThere
        ? `${hostOf(url)} does not let its images be copied. ${SAVE_FIRST}`
        : `The image could not be loaded from ${hostOf(url)}. Check the address and your connection, or add the image as a file.`,
    );
  }
}

/** Whether a site answers at all: a browser gives the same error for one that does not, and for one that allows nothing. */
async function answers(url: string, signal: AbortSignal | undefined): Promise<boolean> {
  const timeout = AbortSignal.timeout(PROBE_TIMEOUT_MS);
  try {
    await fetch(url, {
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return true;
  } catch {
    throwIfAborted(signal);
    return false;
  }
}

/** Returns the host of a URL, for messages. */
function hostOf(url: string): string {
  return parseUrl(url)?.host ?? 'the other site';
}

/** Leaving the loop by an error cancels the download. */
async function readParts(
  { body }: Response,
  check: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  let bytes = 0;
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      parts.push(part.value);
      bytes += part.value.length;
      check(bytes);
    }
  } catch (error) {
    await reader?.cancel().catch(() => undefined);
    throw error;
  }
  return parts;
}
