import type { Found } from './found.js';

/** A file of a drop or paste. */
export type FoundFile = Extract<Found, { kind: 'file' }>;

/** Names that browsers, systems and programs generate. Any other file may be the same image under its own name. */
const GENERIC_NAME =
  /^(?:image|img|blob|unknown|unnamed|untitled|clipboard|(?:pasted|clipboard)[ _-]?image|picture|photo|graphic|download|file|bild|imagen|imagem|immagine|afbeelding|obraz|изображение|图片|图像|画像|이미지)?$/i;

/**
 * At most this many files of a drop are compared with one that has a generic name, since a folder may have
 * hundreds.
 */
const MAX_COMPARED = 32;

/** Whether the file's name was generated. */
export const isGeneric = (name: string): boolean => GENERIC_NAME.test(stemOf(name));

/** Returns the name without its extension, normalised. */
export const stemOf = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/(?:\.(?:jpe?g|jfif|png|gif|webp|bmp|tiff?|avif|hei[cf]|svg|jxl))+$/i, '');

/**
 * Finds files of one drop or paste that may be one image: programs provide it in several formats, or once
 * under a generated name and once under its own. Based on names alone, so that unrelated files need not wait.
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
    if (!haveOneNameAndType(group)) for (const one of group) twins.set(one, group);
  }
  return twins;
}

/** Such files are separate images: see `mergeTwins`. */
function haveOneNameAndType(group: readonly FoundFile[]): boolean {
  const [first] = group;
  return group.every(({ file }) => file.name === first?.file.name && file.type === first.file.type);
}
