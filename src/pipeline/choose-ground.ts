/**
 * Chooses the background for a transparent drawing from its pixels: white, unless the drawing would vanish on
 * it.
 *
 * A drawing is visible by its edges, so they are counted on each background. Connected parts are judged
 * together: a white card with black text loses its border on white but stays readable, whereas a white letter
 * disappears.
 */
import type { Size } from '../formats/types.js';

interface Ground {
  colour: string;
  /** Value of red, green and blue alike. */
  level: number;
}

const WHITE: Ground = { colour: '#ffffff', level: 255 };
const DARK: Ground = { colour: '#202020', level: 0x20 };
const MIDDLE: Ground = { colour: '#808080', level: 0x80 };

/** Examining all of a larger image would take longer than drawing it. */
const MOST_SAMPLES = 200_000;
/** A pixel with less alpha counts as not drawn, of 255. */
const DRAWN_ALPHA = 32;
/** A smaller difference is not an edge on any background, of 255. */
const LEAST_EDGE = 32;
/** An edge is lost on a background that leaves less than this share of its best contrast. */
const LOST_SHARE = 0.35;
/** White is chosen if at most this share of a drawing is lost on it. */
const WHITE_LOSS = 0.03;
/** A lower average contrast with the background is considered faint. */
const FAINT = 56;

/** Evenly spaced pixels of an image, four bytes each. */
interface Samples extends Size {
  pixels: Uint8ClampedArray;
}

function sample(pixels: Uint8ClampedArray, { width, height }: Size): Samples {
  const step = Math.ceil(Math.sqrt((width * height) / MOST_SAMPLES));
  if (step <= 1) return { pixels, width, height };
  const size = { width: Math.ceil(width / step), height: Math.ceil(height / step) };
  const sampled = new Uint8ClampedArray(size.width * size.height * 4);
  const words = new Uint32Array(sampled.buffer);
  const from = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  let to = 0;
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) words[to++] = from[y * width + x] ?? 0;
  }
  return { pixels: sampled, ...size };
}

/** Returns how visible a difference in colour is, of 255: by brightness, and half as much by hue. */
function visible(red: number, green: number, blue: number): number {
  const brightness = Math.abs(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  return Math.max(brightness, Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) / 2);
}

/** Returns how different two pixels look on a background. */
function contrast(pixels: Uint8ClampedArray, one: number, other: number, level: number): number {
  const alpha = (pixels[one + 3] ?? 0) / 255;
  const otherAlpha = (pixels[other + 3] ?? 0) / 255;
  const base = level * (otherAlpha - alpha);
  const part = (channel: number): number =>
    (pixels[one + channel] ?? 0) * alpha - (pixels[other + channel] ?? 0) * otherAlpha + base;
  return visible(part(0), part(1), part(2));
}

/** Returns how different a pixel looks from the background around it. */
function fromGround(pixels: Uint8ClampedArray, at: number, level: number): number {
  const alpha = (pixels[at + 3] ?? 0) / 255;
  const part = (channel: number): number => ((pixels[at + channel] ?? 0) - level) * alpha;
  return visible(part(0), part(1), part(2));
}

/** Groups connected samples, each group identified by one of them. */
function createJoined(count: number) {
  const parents = new Int32Array(count).map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    // Shortens the path for the next search.
    for (let at = index; at !== root;) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  return {
    find,
    join: (one: number, other: number): void => {
      parents[find(one)] = find(other);
    },
  };
}

/** Calls back for each sample with its neighbours to the right and below. */
function eachPair({ width, height }: Size, call: (one: number, other: number) => void): void {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (x + 1 < width) call(at, at + 1);
      if (y + 1 < height) call(at, at + width);
    }
  }
}

/** Visibility of a connected part on each background. */
interface Part {
  pixels: number;
  edges: number;
  /** Number of edges that are not visible. */
  lost: [white: number, dark: number, middle: number];
  /** Sums of the contrast between its pixels and the background. */
  contrasts: [white: number, dark: number, middle: number];
}

/** Whether a part is lost on a background: most of its edges are, and it does not contrast as a whole either. */
function isLost({ pixels, edges, lost, contrasts }: Part, ground: 0 | 1 | 2): boolean {
  return lost[ground] * 2 > edges && contrasts[ground] < FAINT * pixels;
}

/** Returns the parts of a drawing that have edges, by one of their samples. */
function findParts({ pixels, ...size }: Samples): Part[] {
  const count = size.width * size.height;
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, count);
  const isDrawn = (index: number): boolean => (pixels[index * 4 + 3] ?? 0) >= DRAWN_ALPHA;
  const joined = createJoined(count);
  eachPair(size, (one, other) => {
    if (isDrawn(one) && isDrawn(other)) joined.join(one, other);
  });
  const parts = new Map<number, Part>();
  eachPair(size, (one, other) => {
    if (words[one] === words[other]) return;
    const white = contrast(pixels, one * 4, other * 4, WHITE.level);
    const dark = contrast(pixels, one * 4, other * 4, DARK.level);
    const middle = contrast(pixels, one * 4, other * 4, MIDDLE.level);
    const best = Math.max(white, dark, middle);
    if (best < LEAST_EDGE) return;
    const root = joined.find(isDrawn(one) ? one : other);
    const part = parts.get(root) ?? { pixels: 0, edges: 0, lost: [0, 0, 0], contrasts: [0, 0, 0] };
    parts.set(root, part);
    const least = best * LOST_SHARE;
    part.edges += 1;
    if (white < least) part.lost[0] += 1;
    if (dark < least) part.lost[1] += 1;
    if (middle < least) part.lost[2] += 1;
  });
  for (let index = 0; index < count; index += 1) {
    const part = isDrawn(index) ? parts.get(joined.find(index)) : undefined;
    if (!part) continue;
    part.pixels += 1;
    part.contrasts[0] += fromGround(pixels, index * 4, WHITE.level);
    part.contrasts[1] += fromGround(pixels, index * 4, DARK.level);
    part.contrasts[2] += fromGround(pixels, index * 4, MIDDLE.level);
  }
  return [...parts.values()];
}

/** Returns the share of edges in lost parts on each background, or `undefined` if there are no edges. */
function losses(samples: Samples): [white: number, dark: number, middle: number] | undefined {
  const parts = findParts(samples);
  const total = parts.reduce((sum, { edges }) => sum + edges, 0);
  if (total === 0) return undefined;
  const lossOn = (ground: 0 | 1 | 2): number =>
    parts.reduce((sum, part) => sum + (isLost(part, ground) ? part.lost[ground] : 0), 0) / total;
  return [lossOn(0), lossOn(1), lossOn(2)];
}

/** Returns the background that contrasts most with the pixels, for a drawing without sharp edges. */
function farthest({ pixels }: Samples): Ground {
  let drawn = 0;
  let [onWhite, onDark] = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < DRAWN_ALPHA) continue;
    drawn += 1;
    onWhite += fromGround(pixels, at, WHITE.level);
    onDark += fromGround(pixels, at, DARK.level);
  }
  return onWhite < FAINT * drawn && onDark > onWhite ? DARK : WHITE;
}

/**
 * Returns the background for an image with transparent pixels, as a CSS colour.
 *
 * @param pixels RGBA, not premultiplied
 */
export function chooseGround(pixels: Uint8ClampedArray, size: Size): string {
  const samples = sample(pixels, size);
  const lost = losses(samples);
  if (!lost) return farthest(samples).colour;
  const [white, dark, middle] = lost;
  if (white <= WHITE_LOSS) return WHITE.colour;
  const [best, loss] = dark <= middle + WHITE_LOSS ? [DARK, dark] : [MIDDLE, middle];
  return (loss < white / 2 ? best : WHITE).colour;
}
