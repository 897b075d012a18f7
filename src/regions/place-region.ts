/**
 * Relates what a text states to an image: from the model's numbers to fractions of the image as it was sent, and
 * from there back through margin, resizing, turns and crop to the original.
 */
import type { Size } from '../formats/types.js';
import { toImage, viewOf } from '../markup/geometry.js';
import type { Point } from '../markup/types.js';
import type { ImageOrigin } from '../messages/types.js';
import { fitForModel } from '../models/count-image-tokens.js';
import type { ModelImageRules } from '../models/types.js';
import type { RegionImage, RegionShape, StatedRegion } from './types.js';

/** Positions this far outside are roundings of the edge. */
const ROUNDING = 0.002;

/** Returns the size of the image that the model counts pixels in: after the provider's own resizing. */
export function seenSize(
  { width, height, detail }: RegionImage,
  rules: ModelImageRules | undefined,
): Size | undefined {
  if (!width || !height) return undefined;
  if (!rules) return { width, height };
  const seen = fitForModel({ width, height }, rules, detail);
  const step = rules.regions?.sideStepPx ?? 1;
  const stretched = (side: number): number => Math.max(step, Math.round(side / step) * step);
  return { width: stretched(seen.width), height: stretched(seen.height) };
}

/** Returns the stated points in fractions of an image whose sides have this length in the model's numbers. */
export function toFractions(stated: StatedRegion, side: Size, order: 'xy' | 'yx'): Point[] {
  const isSwapped = order === 'yx' && !stated.hasNamedCoordinates;
  return stated.points.map(({ x, y }) => ({
    x: (isSwapped ? y : x) / side.width,
    y: (isSwapped ? x : y) / side.height,
  }));
}

export interface ClippedShape {
  shape: RegionShape;
  isOutside: boolean;
}

/** Clips a shape to the image. */
export function clip(kind: RegionShape['kind'], points: readonly Point[]): ClippedShape {
  const inside = points.map(({ x, y }) => ({ x: between01(x), y: between01(y) }));
  return { shape: toShape(kind, inside), isOutside: points.some(isBeyond) };
}

function between01(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function isBeyond({ x, y }: Point): boolean {
  return Math.min(x, y) < -ROUNDING || Math.max(x, y) > 1 + ROUNDING;
}

/** Returns the shape that these points form. For a box, they are any two opposite corners. */
function toShape(kind: RegionShape['kind'], points: readonly Point[]): RegionShape {
  const [first = { x: 0, y: 0 }, second = first] = points;
  switch (kind) {
    case 'point':
      return { kind, ...first };
    case 'polygon':
      return { kind, points };
    default:
      return {
        kind,
        x: Math.min(first.x, second.x),
        y: Math.min(first.y, second.y),
        width: Math.abs(second.x - first.x),
        height: Math.abs(second.y - first.y),
      };
  }
}

function pointsOf(shape: RegionShape): readonly Point[] {
  switch (shape.kind) {
    case 'point':
      return [{ x: shape.x, y: shape.y }];
    case 'polygon':
      return shape.points;
    default:
      return [
        { x: shape.x, y: shape.y },
        { x: shape.x + shape.width, y: shape.y + shape.height },
      ];
  }
}

/** Returns a shape with each of its points mapped. Mapping keeps boxes upright. */
export function mapShape(shape: RegionShape, map: (point: Point) => Point): RegionShape {
  return toShape(shape.kind, pointsOf(shape).map(map));
}

/** Returns a shape in px of an image of this size. */
export function inPixels(shape: RegionShape, { width, height }: Size): RegionShape {
  return mapShape(shape, ({ x, y }) => ({ x: x * width, y: y * height }));
}

/**
 * Maps a position in the image as it was sent, in px, to its original, in px.
 *
 * @param sent size of the image as it was sent, px
 */
export function toOriginal(point: Point, sent: Size, origin: ImageOrigin): Point {
  const { crop, isFlipped = false, turns = 0 } = origin;
  const content = origin.content ?? sent;
  const view = viewOf(origin, { ...(crop && { crop }), isFlipped, turns });
  // The margin is to the right and at the bottom: what a model sees there is at the edge of the image.
  return toImage(view, {
    x: between01(point.x / content.width) * view.width,
    y: between01(point.y / content.height) * view.height,
  });
}

/** Whether some of a shape, in fractions, is in the margin of the image as it was sent. */
export function isInMargin(shape: RegionShape, sent: Size, origin: ImageOrigin): boolean {
  const { content } = origin;
  if (!content) return false;
  return pointsOf(shape).some(
    ({ x, y }) =>
      x * sent.width > content.width * (1 + ROUNDING) ||
      y * sent.height > content.height * (1 + ROUNDING),
  );
}
