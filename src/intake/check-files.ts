/**
 * From what was found to pictures and rejections, in the order in which it was found. Headers are read some at a time, so
 * that a folder of a thousand files neither waits for each nor opens all of them at once.
 */
import { KitError } from '../errors.js';
import { readImageInfo } from '../formats/read-info.js';
import type { ImageInfo } from '../formats/types.js';
import { throwIfAborted } from '../internal/abort.js';
import { acceptedMediaTypes } from './accept.js';
import { loadPart } from '../internal/load-part.js';
import type { FileSource } from './file-source.js';
import type { Found } from './found.js';
import { loadLink } from './load-link.js';
import { nameImage } from './name-image.js';
import { linkName, rejectedFile, rejectedType, tooManyFiles } from './rejections.js';
import type { ImageSource, IntakeOptions, IntakeResult } from './types.js';
import type { IntakeRejection } from './rejection.js';

const FILES_AT_ONCE = 8;

type CheckedFile = { image: ImageSource } | { rejection: IntakeRejection };
type Checked = CheckedFile | { link: string } | { expands: File; source: FileSource };

const loadExpansion = () => loadPart(() => import('./expand-files.js'));

/** @throws KitError `aborted` */
export async function checkFiles(
  found: readonly Found[],
  options: IntakeOptions,
): Promise<IntakeResult> {
  const { maxFiles = Number.POSITIVE_INFINITY, signal } = options;
  const images: ImageSource[] = [];
  const links: string[] = [];
  const rejections: IntakeRejection[] = [];
  const toExpand: Array<{ expands: File; source: FileSource }> = [];
  const leaveOut = (file: File | string): number =>
    rejections.push(tooManyFiles(file, Math.max(maxFiles, 0), found.length));

  for (let at = 0; at < found.length; at += FILES_AT_ONCE) {
    throwIfAborted(signal);
    const batch = found.slice(at, at + FILES_AT_ONCE);
    if (images.length + links.length >= maxFiles) {
      // Nothing more can come in, so nothing more is opened.
      for (const entry of batch) {
        if (entry.kind === 'rejected') rejections.push(entry.rejection);
        else leaveOut(entry.kind === 'file' ? entry.file : linkName(entry.url));
      }
      continue;
    }
    const taken: ImageSource[] = [];
    for (const checked of await Promise.all(batch.map((entry) => checkOne(entry, options)))) {
      if ('rejection' in checked) rejections.push(checked.rejection);
      else if ('expands' in checked) toExpand.push(checked);
      else if (images.length + taken.length + links.length >= maxFiles) {
        leaveOut('link' in checked ? linkName(checked.link) : checked.image.file);
      } else if ('link' in checked) links.push(checked.link);
      else taken.push(named(checked.image, options));
    }
    throwIfAborted(signal);
    images.push(...taken);
    if (taken.length > 0) options.onImages?.(taken);
  }
  for (const { expands, source } of toExpand) {
    const maxImages = maxFiles - images.length - links.length;
    if (maxImages <= 0) {
      leaveOut(expands);
      continue;
    }
    const { expandFile } = await loadExpansion();
    const expanded = await expandFile(expands, source, {
      ...options,
      maxImages,
      checkImage: (file) => checkImage(file, options),
    });
    rejections.push(...expanded.rejections);
    const taken = expanded.images.slice(0, maxImages).map((image) => named(image, options));
    for (const { file } of expanded.images.slice(maxImages)) leaveOut(file);
    images.push(...taken);
    if (taken.length > 0) options.onImages?.(taken);
  }
  return { images, rejections, ...(links.length > 0 && { links }) };
}

async function checkOne(found: Found, options: IntakeOptions): Promise<Checked> {
  if (found.kind === 'rejected') return { rejection: found.rejection };
  if (found.kind === 'file') return checkFile(found.file, options);
  const { url } = found;
  if (/^https?:/i.test(url) && options.keepsLink?.(url)) return { link: url };
  const loaded = await loadLink(url, options);
  return loaded instanceof File ? checkFile(loaded, options) : { rejection: loaded };
}

async function checkFile(file: File, options: IntakeOptions): Promise<Checked> {
  const read = await readFacts(file, options);
  const { fileSources = [] } = options;
  if (fileSources.length > 0) {
    const { findFileSource } = await loadExpansion();
    const source = await findFileSource(file, fileSources, read.facts);
    if (source) return { expands: file, source };
  }
  return 'rejection' in read ? read : asImage(file, read.facts.info, options);
}

async function checkImage(file: File, options: IntakeOptions): Promise<CheckedFile> {
  const read = await readFacts(file, options);
  return 'rejection' in read ? read : asImage(file, read.facts.info, options);
}

type ReadFacts =
  | { facts: { info: ImageInfo } }
  | { facts: { format?: string }; rejection: IntakeRejection };

async function readFacts(file: File, { limits = {}, signal }: IntakeOptions): Promise<ReadFacts> {
  try {
    return { facts: { info: await readImageInfo(file, { limits, signal }) } };
  } catch (error) {
    const { format } = KitError.is(error) ? error.facts : {};
    return { facts: { ...(format && { format }) }, rejection: rejectedFile(file, error) };
  }
}

function asImage(
  file: File,
  info: ImageInfo,
  { accept, from = 'code' }: IntakeOptions,
): CheckedFile {
  const accepted = acceptedMediaTypes(accept);
  if (!accepted.includes(info.mediaType)) {
    return { rejection: rejectedType(file, info.mediaType, accepted) };
  }
  return { image: { file, info, name: file.name, from } };
}

/** Only what comes in is numbered. */
function named(image: ImageSource, options: IntakeOptions): ImageSource {
  return { ...image, name: nameImage(image.file.name, image.info.mediaType, options) };
}
