/**
 * Two coordinate systems: the image's own pixels, in which marks are stored, and the view, which is the image
 * after cropping, flipping and rotating. Marks do not change with the view.
 */
import type { Markup, Point, Rect, Size } from './types.js';

/** `x' = a·x + c·y + e`, `y' = b·x + d·y + f`, as in canvas transforms. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface View extends Size {
  /** Maps image pixels to view pixels. */
  matrix: Matrix;
}

export type Framing = Pick<Markup, 'crop' | 'isFlipped' | 'turns'>;

/** Returns the clockwise quarter turns of a box of this size. */
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

/** Applies the right matrix first, then the left one. */
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

/** Returns the visible view of an image of this size. */
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

/** Returns the nearest point of the view. */
export function clampToView({ x, y }: Point, { width, height }: Size): Point {
  return { x: Math.min(width, Math.max(0, x)), y: Math.min(height, Math.max(0, y)) };
}

/** Returns the rectangle with these two corners. */
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

/** Returns the smallest rectangle of whole pixels that covers this one. */
export function coveringPixels(rect: Rect): Rect {
  const x = Math.floor(rect.x);
  const y = Math.floor(rect.y);
  const corner = farCorner(rect);
  return { x, y, width: Math.ceil(corner.x) - x, height: Math.ceil(corner.y) - y };
}
