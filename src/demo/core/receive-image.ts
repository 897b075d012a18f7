import { KitError } from '../../errors.js';
import { readImageInfoFromBytes } from '../../formats/read-info-from-bytes.js';
import type { ImageInfo } from '../../formats/types.js';
import { countImageTokens } from '../../models/count-image-tokens.js';
import type { ImageDetail } from '../../models/types.js';
import type { ReceivedImage } from './conversation.js';

/** The checks apply their own limits, with the providers' messages. */
const limits = { maxBytes: Infinity, maxPixels: Infinity };

/** The facts read from an image's bytes, or why they cannot be read. */
export type ReadImage = { info: ImageInfo; trouble?: never } | { info?: never; trouble: string };

/** Reads the header like a provider: a truncated file is not an image. */
export async function readImageBytes(bytes: Uint8Array<ArrayBuffer>): Promise<ReadImage> {
  await breathe();
  try {
    const info = readImageInfoFromBytes(bytes, { limits });
    return info.isTruncated ? { trouble: 'cut short' } : { info };
  } catch (error) {
    if (KitError.is(error)) return { trouble: error.message };
    throw error;
  }
}

export function receivedBytes(
  bytes: Uint8Array<ArrayBuffer>,
  info: ImageInfo,
  model: string,
  detail: ImageDetail,
  via: 'bytes' | 'file' = 'bytes',
): ReceivedImage {
  return { via, detail, bytes, info, count: countImageTokens(info, model, detail) };
}

/** Yields to the page between images, since decoding a large request is work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Hosts that a provider's servers cannot reach. */
export function isPrivateHost(hostname: string): boolean {
  return (
    /^(localhost|.*\.local|.*\.localhost|.*\.internal)$/i.test(hostname) ||
    /^(127|10|0)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^\[(::1?|f[cd]|fe80)/i.test(
      hostname,
    )
  );
}
