import type { Found } from './found.js';

/** A file of a drop or paste. */
export type FoundFile = Extract<Found, { kind: 'file' }>;

/** Names that browsers, systems and programs make up. Any other file may be the same image under its own name. */
const GENERIC_NAME =
  /^(?:image|img|blob|unknown|unnamed|untitled|clipboard|(?:pasted|clipboard)[ _-]?image|image|photo|graphic|download|file)?$/i;

/** So many files of one drop are compared with one that has a generic name. A folder has hundreds. */
const MAX_COMPARED = 32;

/** Whether nobody has given the file this name. */
export const isGeneric = (name: string): boolean => GENERIC_NAME.test(stemOf(name));

/** The name without the ending that tells the format, in one form. */
export const stemOf = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/(?:\.(?:jpe?g|jfif|png|gif|webp|bmp|tiff?|avif|hei[cf]|svg|jxl))+$/i, '');

/**
 * Which files of one drop or paste may be one image: programs hand it over in several formats, or once under a made-up name
 * and once under its own. Told by the names alone, so that nothing waits that cannot be meant.
 */
export function findTwins(found: readonly Found[]): ReadonlyMap<Found, readonly FoundFile[]> {
  const files = found.filter((one): one is FoundFile => one.kind === 'file' && !one.isInFolder);
  const isFew = files.length <= MAX_COMPARED && files.some(({ file }) => isGeneric(file.name));
  const groups = new Map<string, FoundFile[]>();
  for (const one of files) {
    const key = isFew ? '' : stemOf(one.file.name).toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const twins = new Map<Found, readonly FoundFile[]>();
  for (const group of groups.values()) {
    if (group.length > 1) for (const one of group) twins.set(one, group);
  }
  return twins;
}
