/** Refusals of images that are too small or too thin, in servers' own words. */
import type { ImagePart } from '../messages/types.js';

/** The smallest image that a server takes, as far as it said so. */
interface Smallest {
  minSidePx?: number;
  maxAspectRatio?: number;
}

/** Where a server names no number, px: two patches of most models. */
const UNTOLD_SIDE_PX = 64;

const MIN_SIDE: readonly [words: RegExp, isExclusive: boolean][] = [
  [/(?:larger|greater|bigger|more|longer) than [^\d.;]{0,20}(\d+)/i, true],
  [/>(?!=)\s*(\d+)/, true],
  [/(?<!不)大于[^\d；。]{0,6}(\d+)/, true],
  [/(?:不小于|不低于|至少|不得小于|以上)[^\d；。]{0,6}(\d+)/, false],
  [
    /(?:at least|no(?:t)? (?:less|smaller|shorter) than|minimum\b|>=|≥|between|smaller than|less than|below|shorter than)[^\d;]{0,40}(\d+)/i,
    false,
  ],
];
const RATIO = /ratio\b|宽高比|长宽比/i;

/** Numbers that a server names and that are not the image's own. */
function numbersIn(words: string, images: readonly ImagePart[]): number[] {
  const own = images.flatMap(({ width = 1, height = 1 }) => [width / height, height / width]);
  return [...words.matchAll(/\d+(?:\.\d+)?/g)]
    .map(([digits]) => Number(digits))
    .filter((number) => own.every((ratio) => Math.abs(number / ratio - 1) > 0.01));
}

/** Reads `[height:8 or width:8 must be larger than 10]` and `aspect ratio must be smaller than 200, got 1000.0`. */
function smallestInWords(words: string, images: readonly ImagePart[]): Smallest {
  if (RATIO.test(words)) {
    const ratio = Math.max(...numbersIn(words.slice(words.search(RATIO)), images), 0);
    return ratio > 1 ? { maxAspectRatio: ratio } : {};
  }
  for (const [pattern, isExclusive] of MIN_SIDE) {
    const digits = pattern.exec(words)?.[1];
    if (digits !== undefined) return { minSidePx: Number(digits) + (isExclusive ? 1 : 0) };
  }
  return {};
}

export interface TooSmall {
  image: ImagePart;
  /** Length of its shorter side, px. */
  shortPx: number;
  /** What its shorter side has to be, px. */
  minSidePx: number;
}

/** Finds the images that a refusal is about: those below what it names, or else the smallest of the request. */
export function findTooSmall(images: readonly ImagePart[], words: string): readonly TooSmall[] {
  const { minSidePx = 0, maxAspectRatio = Infinity } = smallestInWords(words, images);
  const measured = images.flatMap((image) => {
    const { width = 0, height = 0 } = image;
    const shortPx = Math.min(width, height);
    const ratioPx = Math.floor(Math.max(width, height) / maxAspectRatio) + 1;
    return shortPx > 0 ? [{ image, shortPx, minSidePx: Math.max(minSidePx, ratioPx) }] : [];
  });
  const below = measured.filter((one) => one.shortPx < one.minSidePx);
  if (below.length > 0) return below;
  const [smallest] = measured.toSorted((one, other) => one.shortPx - other.shortPx);
  return smallest
    ? [{ ...smallest, minSidePx: Math.max(UNTOLD_SIDE_PX, smallest.shortPx * 2) }]
    : [];
}
