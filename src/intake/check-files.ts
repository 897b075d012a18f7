/**
 * Turns collected items into images and rejections, preserving order. Several headers are read at a time, so
 * that a folder of a thousand files is neither read one by one nor opened all at once.
 */
import { throwIfAborted } from '../internal/abort.js';
import { nextTurn } from '../internal/next-turn.js';
import { attachFile } from './attach-file.js';
import { checkFile, checkImage, type Expandable, loadExpansion } from './check-file.js';
import { type CheckedLink, checkLink } from './check-link.js';
import { checkTwins } from './check-twins.js';
import { findTwins, type FoundFile } from './find-twins.js';
import type { Found } from './found.js';
import { nameImage } from './name-image.js';
import { tooManyFiles } from './rejections.js';
import { linkName } from './unreadable.js';
import type { AttachedFile, ImageSource, IntakeOptions, IntakeResult } from './types.js';
import type { IntakeRejection } from './rejection.js';

const FILES_AT_ONCE = 4;

/** @throws KitError `aborted` */
export async function checkFiles(
  found: readonly Found[],
  options: IntakeOptions,
): Promise<IntakeResult> {
  const { maxFiles = Number.POSITIVE_INFINITY, signal } = options;
  const images: ImageSource[] = [];
  const links: string[] = [];
  const files: AttachedFile[] = [];
  const rejections: IntakeRejection[] = [];
  const toExpand: Expandable[] = [];
  const check = createCheck(found, options);
  const leaveOut = (file: File | string): number =>
    rejections.push(tooManyFiles(file, Math.max(maxFiles, 0), found.length));

  for (let at = 0; at < found.length; at += FILES_AT_ONCE) {
    throwIfAborted(signal);
    const batch = found.slice(at, at + FILES_AT_ONCE);
    if (images.length + links.length >= maxFiles) {
      // No more images are accepted, so no more files are opened.
      for (const entry of batch) {
        if (entry.kind === 'rejected') rejections.push(entry.rejection);
        else leaveOut(entry.kind === 'file' ? entry.file : linkName(entry.url));
      }
      continue;
    }
    const taken: ImageSource[] = [];
    for (const checked of await Promise.all(batch.map(check))) {
      // A copy of another file.
      if (!checked) continue;
      if ('rejection' in checked) rejections.push(checked.rejection);
      else if ('expands' in checked) toExpand.push(checked);
      else if ('attached' in checked) files.push(checked.attached);
      else if (images.length + taken.length + links.length >= maxFiles) {
        leaveOut('link' in checked ? linkName(checked.link) : checked.image.file);
      } else if ('link' in checked) links.push(checked.link);
      else taken.push(named(checked.image, options));
    }
    throwIfAborted(signal);
    images.push(...taken);
    if (taken.length === 0) continue;
    options.onImages?.(taken);
    // The interface shows these before the next files are read.
    await nextTurn();
  }
  for (const { expands, source } of toExpand) {
    const maxImages = maxFiles - images.length - links.length;
    if (maxImages <= 0) {
      leaveOut(expands);
      continue;
    }
    const { expandFile } = await loadExpansion();
    const attachment = await attachFile(expands, options);
    const expanded = await expandFile(expands, source, {
      ...options,
      maxImages,
      attached: attachment && 'attached' in attachment ? attachment.attached : undefined,
      checkImage: (file) => checkImage(file, options),
    });
    rejections.push(...expanded.rejections);
    files.push(...(expanded.files ?? []));
    const taken = expanded.images.slice(0, maxImages).map((image) => named(image, options));
    for (const { file } of expanded.images.slice(maxImages)) leaveOut(file);
    images.push(...taken);
    if (taken.length > 0) options.onImages?.(taken);
  }
  return {
    images,
    rejections,
    ...(links.length > 0 && { links }),
    ...(files.length > 0 && { files }),
  };
}

/** Decides together on files that may be one image, when the first of them is checked. */
function createCheck(
  found: readonly Found[],
  options: IntakeOptions,
): (one: Found) => Promise<CheckedLink | undefined> {
  const isOneGesture = options.from === 'drop' || options.from === 'paste';
  const twins = isOneGesture ? findTwins(found) : undefined;
  const decisions = new Map<readonly FoundFile[], ReturnType<typeof checkTwins>>();
  return async (one) => {
    if (one.kind === 'rejected') return { rejection: one.rejection };
    if (one.kind === 'link') return checkLink(one, options);
    const group = twins?.get(one);
    if (!group) return checkFile(one.file, options);
    const decision = decisions.get(group) ?? checkTwins(group, options);
    decisions.set(group, decision);
    return (await decision).get(one);
  };
}

/** Only accepted images are numbered. */
function named(image: ImageSource, options: IntakeOptions): ImageSource {
  return { ...image, name: nameImage(image.file.name, image.info.mediaType, options) };
}
