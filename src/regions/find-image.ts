/** Decides which image a stated place belongs to. */
import type { RegionImage, StatedRegion } from './types.js';

/** Returns the index of the image of each place. It may lie outside of `images`. */
export function findImages(
  regions: readonly StatedRegion[],
  images: ReadonlyArray<RegionImage | undefined>,
  text: string,
): number[] {
  const numbers = regions.map(({ image }) => numberOf(image?.value));
  const indexed = numbers.filter((_, at) => regions[at]?.image?.isIndex);
  const numbered = numbers.filter((_, at) => regions[at]?.image?.isIndex === false);
  // An index that counts from 0 reaches no further than the last image, and a number is never 0.
  const indexBase =
    indexed.some((number) => number === images.length) && !indexed.includes(0) ? 1 : 0;
  const numberBase = numbered.includes(0) ? 0 : 1;
  const mentions = images.length > 1 ? findMentions(text) : [];
  return regions.map(({ image, range }, at) => {
    const number = numbers[at];
    if (image && number !== undefined) return number - (image.isIndex ? indexBase : numberBase);
    const named = image ? images.findIndex((one) => isNamed(one, image.value)) : -1;
    if (named >= 0) return named;
    return mentions.findLast(({ end }) => end <= range.start)?.index ?? 0;
  });
}

/** Returns 2 for 2, "2" and "Image 2". */
function numberOf(value: string | number | undefined): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : undefined;
  const [, digits] = /^(?:\p{L}+[\s_#]*)?(\d{1,4})$/u.exec(value?.trim() ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function isNamed(image: RegionImage | undefined, value: string | number): boolean {
  return image !== undefined && (image.id === value || image.name === value);
}

/** "Image 2" before a list of places, in the languages of the interface. */
const MENTION = /(?:image|picture|photo|bild|الصورة|صورة)\s*#?([1-9]\d?)(?!\d)/giu;

function findMentions(text: string): Array<{ index: number; end: number }> {
  return [...text.matchAll(MENTION)].map(({ 0: whole, 1: digits, index }) => ({
    index: Number(digits) - 1,
    end: index + whole.length,
  }));
}
