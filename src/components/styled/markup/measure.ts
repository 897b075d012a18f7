import { measureText } from '../../../markup/draw.js';
import type { MeasureText } from '../../../markup/hit-test.js';

let context: OffscreenCanvasRenderingContext2D | null | undefined;

/** Returns the width of a line as it will be drawn. */
export const measure: MeasureText = (text, sizePx) => {
  context ??= new OffscreenCanvas(1, 1).getContext('2d');
  return context ? measureText(context, text, sizePx) : text.length * sizePx * 0.6;
};
