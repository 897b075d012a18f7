/**
 * Chooses the colour that is put under a drawing on nothing, by its pixels: white, unless what is drawn vanishes on it.
 *
 * A drawing is seen by its edges, so they are counted on each ground. Parts that touch are judged together: a white card with
 * black words loses its border on white and says all the same, a white letter is gone.
 */
import type { Size } from '../formats/types.js';

interface Ground {
  colour: string;
  /** Of red, green and blue alike. */
  level: number;
}

const WHITE: Ground = { colour: '#ffffff', level: 255 };
const DARK: Ground = { colour: '#202020', level: 0x20 };
const MIDDLE: Ground = { colour: '#808080', level: 0x80 };
const GROUNDS = [WHITE, DARK, MIDDLE] as const;

/** The whole of a larger image would take longer to look at than to draw. */
const MOST_SAMPLES = 400_000;
/** Below it a pixel counts as not drawn, of 255. */
const DRAWN_ALPHA = 32;
/** What differs less is no edge on any ground, of 255. */
const LEAST_EDGE = 32;
/** An edge is lost on a ground that leaves less of it than on the best. */
const LOST_SHARE = 0.35;
/** So much of a drawing may be lost on white. */
const WHITE_LOSS = 0.03;
/** How much closer to the ground a drawing without edges may be than on the best one. */
const FAINT = 24;

/** Every so many pixels of an image, four bytes each. */
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

/** How different two pixels look on a ground, of 255: by brightness, and half as much by colour. */
function contrast(pixels: Uint8ClampedArray, one: number, other: number, level: number): number {
  const alpha = (pixels[one + 3] ?? 0) / 255;
  const otherAlpha = (pixels[other + 3] ?? 0) / 255;
  const base = level * (otherAlpha - alpha);
  const part = (channel: number): number =>
    (pixels[one + channel] ?? 0) * alpha - (pixels[other + channel] ?? 0) * otherAlpha + base;
  const [red, green, blue] = [part(0), part(1), part(2)];
  const brightness = Math.abs(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  return Math.max(brightness, Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) / 2);
}

/** Parts of a drawing that touch, each known by one of its samples. */
function createParts(count: number) {
  const parents = new Int32Array(count).map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    // The next search is shorter.
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

/** Calls back for each sample and its neighbour to the right, and to below. */
function eachPair({ width, height }: Size, call: (one: number, other: number) => void): void {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (x + 1 < width) call(at, at + 1);
      if (y + 1 < height) call(at, at + width);
    }
  }
}

/** Which share of the edges belongs to parts that are mostly lost, on each ground. Undefined where there are no edges. */
function losses({ pixels, ...size }: Samples): number[] | undefined {
  const count = size.width * size.height;
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, count);
  const isDrawn = (index: number): boolean => (pixels[index * 4 + 3] ?? 0) >= DRAWN_ALPHA;
  const parts = createParts(count);
  eachPair(size, (one, other) => {
    if (isDrawn(one) && isDrawn(other)) parts.join(one, other);
  });
  const edges = new Uint32Array(count);
  const lost = GROUNDS.map(() => new Uint32Array(count));
  let total = 0;
  eachPair(size, (one, other) => {
    if (words[one] === words[other]) return;
    const seen = GROUNDS.map(({ level }) => contrast(pixels, one * 4, other * 4, level));
    const best = Math.max(...seen);
    if (best < LEAST_EDGE) return;
    const part = parts.find(isDrawn(one) ? one : other);
    total += 1;
    edges[part] = (edges[part] ?? 0) + 1;
    for (const [ground, value] of seen.entries()) {
      const counts = lost[ground];
      if (counts && value < best * LOST_SHARE) counts[part] = (counts[part] ?? 0) + 1;
    }
  });
  if (total === 0) return undefined;
  return lost.map((counts) => {
    let sum = 0;
    for (const [part, value] of counts.entries()) if (value * 2 > (edges[part] ?? 0)) sum += value;
    return sum / total;
  });
}

/** For a drawing that is soft all over: the ground that its pixels stand out from. */
function farthest({ pixels }: Samples): Ground {
  let drawn = 0;
  let [whiteSum, darkSum] = [0, 0];
  const nothing = new Uint8ClampedArray(8);
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < DRAWN_ALPHA) continue;
    nothing.set(pixels.subarray(at, at + 4));
    drawn += 1;
    whiteSum += contrast(nothing, 0, 4, WHITE.level);
    darkSum += contrast(nothing, 0, 4, DARK.level);
  }
  return whiteSum < FAINT * drawn && darkSum > whiteSum ? DARK : WHITE;
}

/**
 * Returns the ground for an image with transparent pixels, as a CSS colour.
 *
 * @param pixels RGBA, not premultiplied
 */
export function chooseGround(pixels: Uint8ClampedArray, size: Size): string {
  const samples = sample(pixels, size);
  const [white = 0, dark = 0, middle = 0] = losses(samples) ?? [];
  if (white <= WHITE_LOSS) {
    // Without edges there is nothing to lose.
    return white === 0 && dark === 0 && middle === 0 ? farthest(samples).colour : WHITE.colour;
  }
  const [best, loss] = dark <= middle + WHITE_LOSS ? [DARK, dark] : [MIDDLE, middle];
  return (loss < white / 2 ? best : WHITE).colour;
}
