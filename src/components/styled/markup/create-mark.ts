import { rectBetween, rectToImage, toImage, type View } from '../../../markup/geometry.js';
import type { Mark, Point } from '../../../markup/types.js';
import type { Tool } from './editor-types.js';

export interface MarkStyle {
  colour: string;
  strokePx: number;
  sizePx: number;
}

/** Returns a mark from one point of the view to another. */
export function drawnMark(
  tool: Tool,
  id: string,
  [from, to]: readonly [Point, Point],
  view: View,
  { colour, strokePx }: MarkStyle,
): Mark | undefined {
  const rect = rectToImage(view, rectBetween(from, to));
  switch (tool) {
    case 'arrow':
      return {
        type: 'arrow',
        id,
        colour,
        strokePx,
        from: toImage(view, from),
        to: toImage(view, to),
      };
    case 'box':
      return { type: 'box', id, colour, strokePx, rect, text: '' };
    case 'redaction':
      return { type: 'redaction', id, rect };
    default:
      return undefined;
  }
}

export function textAt(
  at: Point,
  id: string,
  view: View,
  { colour, sizePx }: MarkStyle,
  text: string,
): Mark {
  return { type: 'text', id, colour, sizePx, at: toImage(view, at), text };
}

/** Returns a mark in the middle of the view; `undefined` for tools that draw freehand. */
export function createMark(
  tool: Tool,
  id: string,
  view: View,
  style: MarkStyle,
  text: string,
): Mark | undefined {
  const middle = { x: view.width / 2, y: view.height / 2 };
  if (tool === 'text') return textAt(middle, id, view, style, text);
  const from = { x: view.width * 0.35, y: view.height * 0.4 };
  const to = { x: view.width * 0.65, y: view.height * 0.6 };
  return drawnMark(tool, id, [from, to], view, style);
}
