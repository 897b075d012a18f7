import { KitError } from '../errors.js';
import { take, walkBytes } from './byte-walk.js';
import { findFormat, unknownFile } from './find-format.js';
import { checkBytes, checkPixels } from './limits.js';
import type { ByteWalk, ImageInfo, SourceLimits } from './types.js';
import { walkBlob } from './walk-blob.js';

export interface ReadInfoOptions {
  limits?: SourceLimits;
}

/** Text formats are known by what follows their prologue, which may be long. */
const HEAD_BYTES = 64 * 1024;

/**
 * What a picture is, told by its bytes; its name and type are never believed. Reads the header, and of the rest only what
 * the format keeps elsewhere, a window at a time. Nothing is decoded.
 *
 * @throws KitError `empty-file`, `too-many-bytes` (before anything is read), `too-many-pixels`, `not-an-image`,
 * `unsupported-format`, `truncated`, `damaged`, `unreadable-file` or `aborted`; `facts` has limit, value and format
 */
export async function readImageInfo(
  source: Blob,
  { limits = {}, signal }: ReadInfoOptions & { signal?: AbortSignal | undefined } = {},
): Promise<ImageInfo> {
  return walkBlob(source, walkFile(source.size, limits), signal);
}

/** The same for a file that is in memory. */
export function readImageInfoFromBytes(
  bytes: Uint8Array,
  { limits = {} }: ReadInfoOptions = {},
): ImageInfo {
  return walkBytes(bytes, walkFile(bytes.length, limits));
}

function* walkFile(fileBytes: number, limits: SourceLimits): ByteWalk<ImageInfo> {
  if (fileBytes === 0) {
    throw new KitError('empty-file', {
      message: 'This file is empty. Save or download it once more, and add it again.',
    });
  }
  checkBytes(fileBytes, limits);
  const head = yield* take(0, HEAD_BYTES);
  const format = findFormat(head);
  if (!format) throw unknownFile(head);
  return yield* format.walk({
    fileBytes,
    checkPixels: (size, passes) => checkPixels(size, limits, passes),
  });
}
