import { KitError } from '../errors.js';
import { take, walkBytes } from './byte-walk.js';
import { commonFormats } from './common-formats.js';
import { checkBytes, checkPixels } from './limits.js';
import { throwIfAborted } from '../internal/abort.js';
import { loadModule } from '../internal/lazy-module.js';
import { openBlob, readAll } from './open-blob.js';
import type { ByteWalk, ImageFormat, ImageInfo, ReadContext, SourceLimits } from './types.js';

export interface ReadInfoOptions {
  limits?: SourceLimits;
}

/** Text formats are recognised by what follows their prologue, which may be long. */
const HEAD_BYTES = 64 * 1024;

interface ReadFileOptions extends ReadInfoOptions {
  signal?: AbortSignal | undefined;
  /** A file of at most this size is read whole, and its bytes are returned with the facts. @defaultValue 0 */
  wholeUpToBytes?: number;
}

/**
 * Determines what an image is from its bytes; its name and type are never trusted. Reads the header and only
 * those other parts that the format requires, a window at a time. Nothing is decoded.
 *
 * @throws KitError `empty-file`, `too-many-bytes` (before anything is read), `too-many-pixels`,
 * `not-an-image`, `unsupported-format`, `truncated`, `damaged`, `unreadable-file` or `aborted`; `facts` has
 * limit, value and format
 */
export async function readImageInfo(
  source: Blob,
  options?: Omit<ReadFileOptions, 'wholeUpToBytes'>,
): Promise<ImageInfo> {
  return (await readImageFile(source, options)).info;
}

/**
 * Like `readImageInfo`, for a file whose bytes may be needed afterwards, so that they are read only once.
 *
 * @throws KitError as `readImageInfo`
 */
export async function readImageFile(
  source: Blob,
  { limits = {}, signal, wholeUpToBytes = 0 }: ReadFileOptions = {},
): Promise<{ info: ImageInfo; bytes: ArrayBuffer | undefined }> {
  throwIfAborted(signal);
  // Chromium reports a deleted file as empty; only reading shows the difference.
  if (source.size === 0) await readAll(source, signal);
  const context = openContext(source.size, limits);
  const bytes = source.size <= wholeUpToBytes ? await readAll(source, signal) : undefined;
  throwIfAborted(signal);
  const walk = bytes
    ? async <T>(steps: ByteWalk<T>) => walkBytes(bytes, steps)
    : openBlob(source, signal);
  const format = await loadFormat(await walk(take(0, HEAD_BYTES)));
  return { info: await walk(format.walk(context)), bytes: bytes?.buffer };
}

/** Reads the facts of a file in memory, once its format is known. */
export function readInfoAs(
  findFormat: (head: Uint8Array) => ImageFormat,
  bytes: Uint8Array,
  { limits = {} }: ReadInfoOptions = {},
): ImageInfo {
  const context = openContext(bytes.length, limits);
  return walkBytes(bytes, findFormat(bytes.subarray(0, HEAD_BYTES)).walk(context));
}

function openContext(fileBytes: number, limits: SourceLimits): ReadContext {
  if (fileBytes === 0) {
    throw new KitError('empty-file', {
      message: 'This file is empty. Save or download it once more, and add it again.',
    });
  }
  checkBytes(fileBytes, limits);
  return { fileBytes, checkPixels: (size, drawn) => checkPixels(size, limits, drawn) };
}

/** The readers of rare formats load with the first file that needs one. */
async function loadFormat(head: Uint8Array): Promise<ImageFormat> {
  const format = commonFormats.find(({ matches }) => matches(head));
  if (format) return format;
  const { findRareFormat } = await loadRareFormats();
  return findRareFormat(head);
}

async function loadRareFormats() {
  try {
    return await loadModule(() => import('./rare-formats.js'));
  } catch (cause) {
    throw new KitError('unreadable-file', {
      message:
        'The part of this page that knows files of this kind could not be loaded. Check the connection, reload the page, and add the file again.',
      cause,
    });
  }
}
