import { KitError } from '../errors.js';
import { checkBytes } from '../formats/limits.js';
import type { SourceLimits } from '../formats/types.js';
import { throwIfAborted } from '../internal/abort.js';
import { readDataUrl } from '../internal/data-url.js';

/** A multiple of four letters, which are three bytes. */
const SLICE_LETTERS = 4 * 64 * 1024;

/**
 * Decodes a data URL to a file, in slices and without `fetch`: many content security policies forbid fetching
 * data URLs, and 40 MB of base64 at once would block the page.
 *
 * @throws KitError `too-many-bytes` before anything is decoded, `damaged` or `aborted`
 */
export async function decodeDataUrl(
  url: string,
  { limits = {}, signal }: { limits?: SourceLimits; signal?: AbortSignal | undefined },
): Promise<File> {
  const { mediaType: type = '', isBase64 = false, body = '' } = readDataUrl(url) ?? {};
  if (!url.includes(',')) throw damaged();
  if (!isBase64) return new File([decodePercent(body)], '', { type });
  checkBytes(Math.floor((body.length * 3) / 4), limits);
  let letters = body;
  if (letters.includes('%')) letters = decodePercent(letters);
  // Some programs write URL-safe base64.
  letters = letters.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < letters.length; at += SLICE_LETTERS) {
    parts.push(decodeBase64(letters.slice(at, at + SLICE_LETTERS)));
    if (parts.length % 8 === 0) await breathe();
    throwIfAborted(signal);
  }
  return new File(parts, '', { type });
}

function decodeBase64(letters: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  } catch (cause) {
    throw damaged(cause);
  }
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause?: unknown): KitError {
  return new KitError('damaged', {
    message:
      'This image came as text, and the text is damaged. Save the image as a file, and add that.',
    cause,
  });
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
