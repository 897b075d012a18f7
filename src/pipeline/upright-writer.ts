/**
 * Turns stored pixels upright. Stored pixel (x, y) goes to a place in the upright image that grows by one step along x
 * and by another along y:
 *
 *     turn   first pixel to   a step in x goes   a step in y goes
 *     1      top left         right              down
 *     2      top right        left               down
 *     3      bottom right     left               up
 *     4      bottom left      right              up
 *     5      top left         down               right
 *     6      top right        down               left
 *     7      bottom right     up                 left
 *     8      bottom left      up                 right
 */
import type { ImageInfo, Size } from '../formats/types.js';

interface Path {
  start: number;
  stepX: number;
  stepY: number;
}

function pathOf(turn: ImageInfo['orientation'], stored: Size): Path {
  const isSideways = turn >= 5;
  const width = isSideways ? stored.height : stored.width;
  const height = isSideways ? stored.width : stored.height;
  const right = width - 1;
  const bottom = (height - 1) * width;
  switch (turn) {
    case 2:
      return { start: right, stepX: -1, stepY: width };
    case 3:
      return { start: bottom + right, stepX: -1, stepY: -width };
    case 4:
      return { start: bottom, stepX: 1, stepY: -width };
    case 5:
      return { start: 0, stepX: width, stepY: 1 };
    case 6:
      return { start: right, stepX: width, stepY: -1 };
    case 7:
      return { start: bottom + right, stepX: -width, stepY: -1 };
    case 8:
      return { start: bottom, stepX: -width, stepY: 1 };
    default:
      return { start: 0, stepX: 1, stepY: width };
  }
}

/** Receives stored rows from top to bottom, four bytes per pixel, at addresses that are multiples of 4. */
export type RowWriter = (row: Uint8Array | Uint8ClampedArray, y: number) => void;

/** Number of stored rows that share a cache line in the upright image. */
const ROWS_AT_ONCE = 16;

/** Rows become columns, several at a time: a single one would touch as many cache lines as it has pixels. */
function columnWriter(pixels: Uint32Array, stored: Size, path: Path): RowWriter {
  const { width, height } = stored;
  const rows = new Uint32Array(width * ROWS_AT_ONCE);
  return (row, y) => {
    const place = y % ROWS_AT_ONCE;
    rows.set(new Uint32Array(row.buffer, row.byteOffset, width), place * width);
    const isLast = place === ROWS_AT_ONCE - 1 || y === height - 1;
    if (!isLast) return;
    const start = path.start + (y - place) * path.stepY;
    const end = (place + 1) * width;
    for (let x = 0; x < width; x += 1) {
      let to = start + x * path.stepX;
      for (let from = x; from < end; from += width) {
        pixels[to] = rows[from] ?? 0;
        to += path.stepY;
      }
    }
  };
}

/**
 * Writes stored rows to their positions in the upright image.
 *
 * @param upright four bytes per pixel, as many pixels as are stored
 * @param stored size before rotation
 * @param turn EXIF orientation
 */
export function uprightWriter(
  upright: Uint8ClampedArray<ArrayBuffer>,
  stored: Size,
  turn: ImageInfo['orientation'],
): RowWriter {
  if (turn === 1) return (row, y) => upright.set(row, y * stored.width * 4);
  const path = pathOf(turn, stored);
  const pixels = new Uint32Array(upright.buffer, upright.byteOffset, stored.width * stored.height);
  if (turn >= 5) return columnWriter(pixels, stored, path);
  return (row, y) => {
    const from = new Uint32Array(row.buffer, row.byteOffset, stored.width);
    let to = path.start + y * path.stepY;
    for (let x = 0; x < stored.width; x += 1) {
      pixels[to] = from[x] ?? 0;
      to += path.stepX;
    }
  };
}
