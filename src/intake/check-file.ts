import { KitError } from '../errors.js';
import { readImageFile } from '../formats/read-info.js';
import type { ImageInfo } from '../formats/types.js';
import { loadModule } from '../internal/lazy-module.js';
import { acceptedMediaTypes } from './accept.js';
import { adviseSource } from './advise-source.js';
import { attachFile } from './attach-file.js';
import type { FileSource } from './file-source.js';
import { reserveBytes } from './keep-bytes.js';
import { rejectedFile, rejectedType } from './rejections.js';
import type { IntakeRejection } from './rejection.js';
import type { AttachedFile, ImageSource, IntakeOptions } from './types.js';

export type CheckedFile =
  | { image: ImageSource }
  /** `info` is set for an image whose type is not accepted. */
  | { rejection: IntakeRejection; info?: ImageInfo };

export interface Attachable {
  attached: AttachedFile;
}

export interface Expandable {
  expands: File;
  source: FileSource;
}

export const loadExpansion = () => loadModule(() => import('./expand-files.js'));

/**
 * Determines what a file is: an image, a file that one of the app's sources opens, one that is sent as it is, or neither
 * and why.
 */
export async function checkFile(
  file: File,
  options: IntakeOptions,
): Promise<CheckedFile | Attachable | Expandable> {
  const read = await readFacts(file, options);
  const { fileSources = [] } = options;
  if (fileSources.length > 0) {
    const { findFileSource } = await loadExpansion();
    const source = await findFileSource(file, fileSources, read.facts);
    if (source) return { expands: file, source };
  }
  const checked = asChecked(read, options);
  const attachment = 'rejection' in checked ? await attachFile(file, options) : undefined;
  if (attachment) return attachment;
  if ('format' in read.facts) adviseSource(read.facts.format);
  return checked;
}

/** Like `checkFile`, for an image that was made from a file. */
export async function checkImage(file: File, options: IntakeOptions): Promise<CheckedFile> {
  return asChecked(await readFacts(file, options), options);
}

type ReadFacts =
  | { file: File; facts: { info: ImageInfo } }
  | { facts: { format?: string }; rejection: IntakeRejection };

async function readFacts(file: File, options: IntakeOptions): Promise<ReadFacts> {
  const { limits = {}, signal } = options;
  const reserved = reserveBytes(file, options);
  try {
    const { info, bytes } = await readImageFile(file, {
      limits,
      signal,
      wholeUpToBytes: reserved ? file.size : 0,
    });
    if (reserved && bytes) return { file: await reserved.keep(bytes), facts: { info } };
    reserved?.cancel();
    return { file, facts: { info } };
  } catch (error) {
    reserved?.cancel();
    const { format } = KitError.is(error) ? error.facts : {};
    return { facts: { ...(format && { format }) }, rejection: rejectedFile(file, error) };
  }
}

function asChecked(read: ReadFacts, { accept, from = 'code' }: IntakeOptions): CheckedFile {
  if ('rejection' in read) return { rejection: read.rejection };
  const { file, facts } = read;
  const { info } = facts;
  const accepted = acceptedMediaTypes(accept);
  if (!accepted.includes(info.mediaType)) {
    return { rejection: rejectedType(file, info.mediaType, accepted), info };
  }
  return { image: { file, info, name: file.name, from } };
}
