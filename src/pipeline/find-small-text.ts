/**
 * Detects images of text that become so small that the text is lost. Rows of pixels are examined as they
 * pass, for many thin strokes on a uniform background, as letters have. Photos have no such background.
 */

/** Images that stay larger than this stay readable. */
const MUCH_SMALLER = 0.36;
/** Number of rows that are examined, evenly spread over the height. */
const SAMPLED_ROWS = 128;
/** Minimum share of a row that has the colour of its background. */
const GROUND_SHARE = 0.35;
/** Brightness levels that count as the same. */
const LEVELS = 8;
/** Contrast of a stroke with its background, of 255: along its edges, and in its middle. */
const LEAST_INK = 24;
const FULL_INK = 60;
/** Strokes thinner than this in the image that is sent are lost. */
const LOST_STROKE_PX = 0.85;
/** A row through a line of text crosses at least this many strokes. */
const STROKES_OF_A_LINE = 8;
/** Minimum share of rows that cross a line of text. */
const TEXT_SHARE = 0.06;
const FEWEST_ROWS = 3;

export interface TextProbe {
  /** Examines consecutive rows, four bytes per pixel. */
  addRows(pixels: Uint8Array | Uint8ClampedArray, startRow: number, endRow: number): void;
  /** Whether there was text that is lost at the target's size. */
  hasSmallText(): boolean;
}

/** Returns the lengths of the strokes in a row; empty if the row has no background. */
function strokesOf(row: Uint8Array): number[] {
  const counts = new Uint32Array(256 / LEVELS + 2);
  for (const level of row) {
    const at = (level / LEVELS + 1) | 0;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  let ground = 1;
  for (let at = 1; at < counts.length - 1; at += 1) {
    if ((counts[at] ?? 0) > (counts[ground] ?? 0)) ground = at;
  }
  const share = (counts[ground - 1] ?? 0) + (counts[ground] ?? 0) + (counts[ground + 1] ?? 0);
  if (share < row.length * GROUND_SHARE) return [];
  const groundLevel = (ground - 1) * LEVELS + LEVELS / 2;
  const strokes: number[] = [];
  let length = 0;
  let ink = 0;
  for (const level of row) {
    const distance = Math.abs(level - groundLevel);
    if (distance > LEAST_INK) {
      length += 1;
      ink = Math.max(ink, distance);
    } else if (length > 0) {
      if (ink >= FULL_INK) strokes.push(length);
      length = 0;
      ink = 0;
    }
  }
  return strokes;
}

/**
 * Returns a probe for pixels that are reduced, or `undefined` if they are not reduced by much.
 *
 * @param sourceScale width that is sent divided by the width of the source
 * @param pixelScale width that is sent divided by the width of the examined pixels
 */
export function createTextProbe(
  width: number,
  height: number,
  { sourceScale, pixelScale }: { sourceScale: number; pixelScale: number },
): TextProbe | undefined {
  if (sourceScale >= MUCH_SMALLER) return undefined;
  const step = Math.max(1, Math.floor(height / SAMPLED_ROWS));
  const levels = new Uint8Array(width);
  let rows = 0;
  let textRows = 0;
  return {
    addRows(pixels, startRow, endRow) {
      for (let y = Math.ceil(startRow / step) * step; y < endRow; y += step) {
        let from = (y - startRow) * width * 4;
        for (let x = 0; x < width; x += 1, from += 4) {
          // Red and blue are weighted alike, so that their order does not matter.
          const both = (pixels[from] ?? 0) + (pixels[from + 2] ?? 0);
          levels[x] = (both + 2 * (pixels[from + 1] ?? 0)) >> 2;
        }
        const strokes = strokesOf(levels);
        const lost = strokes.filter((length) => length * pixelScale < LOST_STROKE_PX).length;
        rows += 1;
        if (lost >= STROKES_OF_A_LINE && lost * 2 >= strokes.length) textRows += 1;
      }
    },
    hasSmallText: () => textRows >= Math.max(FEWEST_ROWS, rows * TEXT_SHARE),
  };
}
