/** Finds where the image of a video changes: small versions of frames are compared, step by step. */
import { throwIfAborted } from '../internal/abort.js';
import type { Frame, FrameReader } from './types.js';
import { frameCanvas } from './frame-canvas.js';
import { VideoError } from './video-error.js';

export interface FindScenesOptions {
  /** Most scenes to find. */
  maxScenes: number;
  signal?: AbortSignal;
  /** Called with the share of the video that has been searched, from 0 to 1. */
  onProgress?: (share: number) => void;
  /** Ends the search with what was found by then. @defaultValue 30 seconds */
  maxMs?: number;
}

export interface FoundScenes {
  /** When the first frame of each scene begins, in order. The video itself begins the first one. */
  timesS: number[];
  /** Set if the time was over before the end of the video: what was searched, in seconds. */
  searchedS?: number;
}

const MAX_MS = 30_000;
const MAX_STEPS = 240;
const LEAST_STEP_S = 0.25;
const THUMBNAIL = { width: 32, height: 18 };
/** Mean difference of two frames of different scenes, of 255. Camera movement and noise stay below. */
const CLEARLY_DIFFERENT = 18;
/** A change also stands out from the usual movement of its video. */
const TIMES_THE_USUAL = 3;
/** Steps are narrowed down to this, about one frame. */
const PRECISION_S = 0.02;

interface Seen {
  timeS: number;
  pixels: Uint8ClampedArray;
}

interface Change {
  before: Seen;
  after: Seen;
  difference: number;
}

/**
 * Returns where scenes begin. Steps through the whole video first, then narrows the largest changes down to
 * one frame each, so that memory and time stay bounded for any length.
 *
 * @throws VideoError
 * @throws KitError `aborted`
 */
export async function findScenes(
  reader: FrameReader,
  options: FindScenesOptions,
): Promise<FoundScenes> {
  const { maxScenes, signal, onProgress, maxMs = MAX_MS } = options;
  const endsAt = performance.now() + maxMs;
  const { canvas, context } = frameCanvas(THUMBNAIL.width, THUMBNAIL.height, {
    willReadFrequently: true,
  });
  const look = ({ image, timeS }: Frame): Seen => {
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { timeS, pixels: context.getImageData(0, 0, canvas.width, canvas.height).data };
  };
  const seeAt = (timeS: number): Promise<Seen> => reader.withFrame(timeS, look, signal);

  const { durationS } = reader;
  const steps = Math.max(1, Math.min(MAX_STEPS, Math.floor(durationS / LEAST_STEP_S)));
  const changes: Change[] = [];
  const first = await seeAt(0);
  let before = first;
  let searchedS = durationS;
  for (let step = 1; step <= steps; step += 1) {
    throwIfAborted(signal);
    if (performance.now() > endsAt) {
      searchedS = before.timeS;
      break;
    }
    const after = await seeAt((durationS * step) / steps).catch(orUndefinedIfDamaged);
    if (!after) {
      searchedS = before.timeS;
      break;
    }
    changes.push({ before, after, difference: differenceOf(before, after) });
    before = after;
    onProgress?.((step / steps) * 0.9);
  }
  const cuts = largestChanges(changes, maxScenes - 1);
  const timesS = [first.timeS];
  for (const [index, cut] of cuts.entries()) {
    timesS.push(await firstFrameAfter(cut, seeAt));
    onProgress?.(0.9 + (0.1 * (index + 1)) / cuts.length);
  }
  return { timesS, ...(searchedS < durationS && { searchedS }) };
}

/** What comes before a damaged part is searched. */
function orUndefinedIfDamaged(error: unknown): undefined {
  if (error instanceof VideoError && error.code === 'damaged-video') return;
  throw error;
}

function differenceOf({ pixels: one }: Seen, { pixels: other }: Seen): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) {
    // The fourth of each pixel is opacity, which a video does not have.
    if ((at & 3) !== 3) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  }
  return sum / ((one.length * 3) / 4);
}

/** Returns the largest changes in the order of the video. */
function largestChanges(changes: readonly Change[], count: number): Change[] {
  const differences = changes.map(({ difference }) => difference).toSorted((a, b) => a - b);
  const usual = differences[Math.floor(differences.length / 2)] ?? 0;
  // Where most steps change the scene, the usual step is no measure.
  const least = Math.max(CLEARLY_DIFFERENT, Math.min(usual, CLEARLY_DIFFERENT) * TIMES_THE_USUAL);
  const isCut = ({ difference }: Change): boolean =>
    difference >= (usual < CLEARLY_DIFFERENT ? least : CLEARLY_DIFFERENT);
  return changes
    .filter(isCut)
    .toSorted((one, other) => other.difference - one.difference)
    .slice(0, Math.max(0, count))
    .toSorted((one, other) => one.before.timeS - other.before.timeS);
}

/** Halves the step that holds the change until one frame is left. */
async function firstFrameAfter(
  { before, after }: Change,
  seeAt: (timeS: number) => Promise<Seen>,
): Promise<number> {
  let [low, high] = [before, after];
  while (high.timeS - low.timeS > PRECISION_S) {
    const middle = await seeAt((low.timeS + high.timeS) / 2);
    // Nothing between the two: they are neighbours.
    if (middle.timeS <= low.timeS || middle.timeS >= high.timeS) break;
    if (differenceOf(before, middle) < differenceOf(middle, after)) low = middle;
    else high = middle;
  }
  return high.timeS;
}
