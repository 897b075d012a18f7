/** Converts the rotation and mirroring of an AVIF or HEIC item to the equivalent EXIF orientation. */
import type { ItemProperty } from './heif-items.js';
import type { Orientation } from './types.js';

/** Maps a point: x' = a·x + b·y, y' = c·x + d·y, with y pointing down. */
type Turn = readonly [a: number, b: number, c: number, d: number];

const UPRIGHT: Turn = [1, 0, 0, 1];
const QUARTER_ANTICLOCKWISE: Turn = [0, 1, -1, 0];
const TOP_TO_BOTTOM: Turn = [1, 0, 0, -1];
const LEFT_TO_RIGHT: Turn = [-1, 0, 0, 1];

const ORIENTATIONS = new Map<string, Orientation>([
  ['1,0,0,1', 1],
  ['-1,0,0,1', 2],
  ['-1,0,0,-1', 3],
  ['1,0,0,-1', 4],
  ['0,1,1,0', 5],
  ['0,-1,1,0', 6],
  ['0,-1,-1,0', 7],
  ['0,1,-1,0', 8],
]);

/** Rotates first and mirrors second, as browsers do regardless of the order in the file. */
export function toOrientation(properties: readonly ItemProperty[]): Orientation {
  const rotation = properties.find(({ type }) => type === 'irot')?.body[0] ?? 0;
  const mirror = properties.find(({ type }) => type === 'imir')?.body[0];
  let turn = UPRIGHT;
  for (let quarter = 0; quarter < (rotation & 3); quarter++) {
    turn = then(turn, QUARTER_ANTICLOCKWISE);
  }
  if (mirror !== undefined) turn = then(turn, mirror & 1 ? LEFT_TO_RIGHT : TOP_TO_BOTTOM);
  return ORIENTATIONS.get(turn.map((part) => part || 0).join()) ?? 1;
}

function then([a, b, c, d]: Turn, [e, f, g, h]: Turn): Turn {
  return [e * a + f * c, e * b + f * d, g * a + h * c, g * b + h * d];
}
