/**
 * Accepts one image that arrived in several formats or under several names only once: the file that opens, is
 * accepted, and has its own name. Files that may not be the same stay separate, so that no image is lost.
 */
import { uprightSize } from '../formats/upright-size.js';
import type { ImageInfo, Size } from '../formats/types.js';
import { haveSameBytes } from '../internal/same-bytes.js';
import { extensionOf } from './accept.js';
import { pixelsOf, type Pixels, samePixels } from './compare-pixels.js';
import { readTiffSize } from './read-tiff-size.js';
import { isGeneric, stemOf } from './find-twins.js';

export interface Twin {
  file: File;
  /** Set if the kit knows the format. */
  info?: ImageInfo;
  /** Whether the file would be accepted on its own. A refused one can still be a copy of an accepted one. */
  isTaken: boolean;
}

interface Compared extends Twin {
  at: number;
  size: Size | undefined;
  pixels?: Promise<Pixels>;
}

/**
 * Returns the files to accept, each with the file to use. A file that is missing from the result is a copy of
 * another.
 */
export async function mergeTwins(twins: readonly Twin[]): Promise<ReadonlyMap<Twin, File>> {
  const groups: Compared[][] = [];
  for (const [at, twin] of twins.entries()) {
    const one: Compared = { ...twin, at, size: await sizeOf(twin) };
    const group = await findGroup(groups, one);
    if (group) group.push(one);
    else groups.push([one]);
  }
  const kept = new Map<Twin, File>();
  const keep = ({ at }: Compared, file: File): void => {
    const twin = twins[at];
    if (twin) kept.set(twin, file);
  };
  for (const group of groups) {
    const best = await bestOf(group);
    if (best.isTaken) keep(best, named(best, group));
    // None is accepted, and each is reported with a reason.
    else for (const one of group) keep(one, one.file);
  }
  return kept;
}

async function findGroup(
  groups: readonly Compared[][],
  one: Compared,
): Promise<Compared[] | undefined> {
  for (const group of groups) {
    if (!mayJoin(group, one)) continue;
    for (const other of group) {
      if (await isSameImage(other, one)) return group;
    }
  }
  return undefined;
}

/**
 * Two names that were given deliberately are two images, whatever they contain; so are two files of one name
 * and type.
 */
function mayJoin(group: readonly Compared[], { file }: Compared): boolean {
  return group.every(({ file: other }) => {
    const isTwice = other.name === file.name && other.type === file.type;
    return !isTwice && (isGeneric(other.name) || isGeneric(file.name) || haveOneStem(other, file));
  });
}

const haveOneStem = (one: File, other: File): boolean =>
  stemOf(one.name).toLowerCase() === stemOf(other.name).toLowerCase();

async function isSameImage(one: Compared, other: Compared): Promise<boolean> {
  if (!one.size || !other.size) return haveOneStem(one.file, other.file);
  const { width, height } = one.size;
  if (width !== other.size.width || height !== other.size.height) return false;
  if (await haveSameBytes(one.file, other.file)) return true;
  const [seen, others] = await Promise.all([lookAt(one), lookAt(other)]);
  // If one of them does not open here, names and sizes have to suffice.
  if (seen === 'unopened' || others === 'unopened') return seen !== others;
  return samePixels(seen, others);
}

const lookAt = (one: Compared): Promise<Pixels> => {
  one.pixels ??= pixelsOf(one.file, one.info);
  return one.pixels;
};

async function bestOf(group: readonly Compared[]): Promise<Compared> {
  const ranked = await Promise.all(
    group.map(async (one) => {
      const opens = (await one.pixels) !== 'unopened';
      const isNamed = !isGeneric(one.file.name);
      const marks = [one.isTaken && opens, one.isTaken, one.info?.isAnimated === true, isNamed];
      return { one, rank: marks.map(Number).join('') };
    }),
  );
  const [first] = ranked.toSorted((a, b) => b.rank.localeCompare(a.rank));
  return first?.one ?? (group[0] as Compared);
}

/** Gives a copy that opens the name of the one that does not. */
function named({ file, info }: Compared, group: readonly Compared[]): File {
  if (!isGeneric(file.name) || !info) return file;
  const own = group.map((one) => one.file.name).find((name) => !isGeneric(name));
  if (own === undefined) return file;
  const { type, lastModified } = file;
  return new File([file], `${stemOf(own)}.${extensionOf(info.mediaType)}`, { type, lastModified });
}

/** Returns `undefined` for a drawing without pixels. */
async function sizeOf({ file, info }: Twin): Promise<Size | undefined> {
  if (info) return info.mediaType === 'image/svg+xml' ? undefined : uprightSize(info);
  return readTiffSize(file);
}
