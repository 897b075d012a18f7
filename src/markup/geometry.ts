/**
 * Two spaces: the image's own pixels, in which marks are kept, and the view, which is what is left of the image
 * once it is cropped, flipped and turned. Marks never change when the view does.
 */
import type { Markup, Point, Rect, Size } from './types.js';

/** `x' = a·x + c·y + e`, `y' = b·x + d·y + f`, as a canvas has it. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface View extends Size {
  /** From pixels of the image to pixels of the view. */
  matrix: Matrix;
}

export type Framing = Pick<Markup, 'crop' | 'isFlipped' | 'turns'>;

/** Quarter turns clockwise of a box of width by height. */
const turned = (turns: Markup['turns'], { width, height }: Size): Matrix => {
  switch (turns) {
    case 1:
      return [0, 1, -1, 0, height, 0];
    case 2:
      return [-1, 0, 0, -1, width, height];
    case 3:
      return [0, -1, 1, 0, 0, width];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
};

/** First the right one, then the left one. */
function multiply(left: Matrix, right: Matrix): Matrix {
  const [a, b, c, d, e, f] = left;
  const [g, h, i, j, k, l] = right;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** What is seen of an image of that size. */
export function viewOf(size: Size, { crop, isFlipped, turns }: Framing): View {
  const part = crop ?? { x: 0, y: 0, ...size };
  const moved: Matrix = [1, 0, 0, 1, -part.x, -part.y];
  const flipped: Matrix = isFlipped ? [-1, 0, 0, 1, part.width, 0] : [1, 0, 0, 1, 0, 0];
  const matrix = multiply(turned(turns, part), multiply(flipped, moved));
  return turns % 2 === 0
    ? { width: part.width, height: part.height, matrix }
    : { width: part.height, height: part.width, matrix };
}

export function toView({ matrix: [a, b, c, d, e, f] }: View, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

export function toImage({ matrix: [a, b, c, d, e, f] }: View, { x, y }: Point): Point {
  const determinant = a * d - b * c;
  const fromX = x - e;
  const fromY = y - f;
  return { x: (d * fromX - c * fromY) / determinant, y: (a * fromY - b * fromX) / determinant };
}

/** The rectangle with these two corners. */
export function rectBetween(a: Point, b: Point): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

function farCorner({ x, y, width, height }: Rect): Point {
  return { x: x + width, y: y + height };
}

export function rectToView(view: View, rect: Rect): Rect {
  return rectBetween(toView(view, rect), toView(view, farCorner(rect)));
}

export function rectToImage(view: View, rect: Rect): Rect {
  return rectBetween(toImage(view, rect), toImage(view, farCorner(rect)));
}

export function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Whole pixels, all of those that the rectangle touches. */
export function coveringPixels(rect: Rect): Rect {
  const x = Math.floor(rect.x);
  const y = Math.floor(rect.y);
  const corner = farCorner(rect);
  return { x, y, width: Math.ceil(corner.x) - x, height: Math.ceil(corner.y) - y };
}
