import { moveMark } from './change.js';
import type { View } from './geometry.js';
import { boundsOf, type MeasureText } from './hit-test.js';
import type { Mark } from './types.js';

/**
 * Returns a mark moved into the view, where it can be seen and reached: what is outside would be lost in the file. A mark
 * that is larger than the view covers it.
 */
export function keepInside<Kind extends Mark>(mark: Kind, view: View, measure: MeasureText): Kind {
  const { x, y, width, height } = boundsOf(mark, view, measure);
  const by = { x: shift(x, width, view.width), y: shift(y, height, view.height) };
  return by.x === 0 && by.y === 0 ? mark : (moveMark(mark, by, view) as Kind);
}

function shift(start: number, length: number, room: number): number {
  const [least, most] = [Math.min(0, room - length), Math.max(0, room - length)];
  return Math.min(most, Math.max(least, start)) - start;
}
