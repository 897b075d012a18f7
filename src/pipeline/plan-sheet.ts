/**
 * A contact sheet: frames of an animation side by side, so that a model that sees one image sees the course
 * of events.
 */
import type { ImageInfo, Size } from '../formats/types.js';

export interface ContactSheet {
  frames: number;
  columns: number;
  rows: number;
}

/** More frames would be too small to see anything in. */
const MOST_FRAMES = 25;

/** Arranges frames of this shape as closely to a square as possible, since models make the most of that shape. */
export function planSheet(
  { width, height, isAnimated, frameCount = 1 }: ImageInfo,
  wantedFrames: number,
): ContactSheet | undefined {
  const frames = Math.min(Math.floor(wantedFrames), frameCount, MOST_FRAMES);
  if (!isAnimated || !(frames > 1)) return undefined;
  let best: ContactSheet | undefined;
  let leastSidePx = Infinity;
  for (let columns = 1; columns <= frames; columns += 1) {
    const rows = Math.ceil(frames / columns);
    const sidePx = Math.max(columns * width, rows * height);
    if (sidePx >= leastSidePx) continue;
    leastSidePx = sidePx;
    best = { frames, columns, rows };
  }
  return best;
}

export function sheetSize({ width, height }: Size, { columns, rows }: ContactSheet): Size {
  return { width: width * columns, height: height * rows };
}

/** Returns the frames that are shown: the first, the last, and others evenly between. */
export function shownFrames(frames: number, total: number): number[] {
  return Array.from({ length: frames }, (_, at) => Math.round((at * (total - 1)) / (frames - 1)));
}
