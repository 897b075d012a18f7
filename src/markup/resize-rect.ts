import type { Point, Rect, Size } from './types.js';

/** Handles of a rectangle in the view: top left, top, and so on clockwise. */
export type Handle = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w';

export const cornerHandles: readonly Handle[] = ['nw', 'ne', 'se', 'sw'];
export const allHandles: readonly Handle[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'];

export interface ResizeLimits {
  bounds: Size;
  minSidePx: number;
  /** Width divided by height. @defaultValue any */
  ratio?: number | undefined;
}

/**
 * Direction in which a handle moves along one axis: away from the start (1), from the end (-1), or not at all
 * (0).
 */
type Direction = -1 | 0 | 1;

function directionOf(handle: Handle, towardsStart: string, towardsEnd: string): Direction {
  if (handle.includes(towardsEnd)) return 1;
  return handle.includes(towardsStart) ? -1 : 0;
}

interface Axis {
  /** The fixed end, or the middle if the handle does not move along this axis. */
  anchor: number;
  length: number;
  room: number;
}

function axisOf(
  direction: Direction,
  start: number,
  length: number,
  to: number,
  bound: number,
): Axis {
  if (direction > 0) return { anchor: start, length: to - start, room: bound - start };
  const end = start + length;
  if (direction < 0) return { anchor: end, length: end - to, room: end };
  const middle = start + length / 2;
  return { anchor: middle, length, room: 2 * Math.min(middle, bound - middle) };
}

function startOf({ anchor }: Axis, direction: Direction, length: number): number {
  if (direction > 0) return anchor;
  return direction < 0 ? anchor - length : anchor - length / 2;
}

/**
 * Returns a rectangle after one of its handles was moved. The opposite side stays, and the result stays
 * within the bounds.
 */
export function resizeRect(
  rect: Rect,
  handle: Handle,
  to: Point,
  { bounds, minSidePx, ratio }: ResizeLimits,
): Rect {
  const directionX = directionOf(handle, 'w', 'e');
  const directionY = directionOf(handle, 'n', 's');
  const across = axisOf(directionX, rect.x, rect.width, to.x, bounds.width);
  const down = axisOf(directionY, rect.y, rect.height, to.y, bounds.height);
  let width = Math.max(minSidePx, across.length);
  let height = Math.max(minSidePx, down.length);
  if (ratio === undefined) {
    if (directionX !== 0) width = Math.min(width, across.room);
    if (directionY !== 0) height = Math.min(height, down.room);
  } else {
    const wanted = directionX === 0 ? height * ratio : width;
    const wantedBoth =
      directionX !== 0 && directionY !== 0 ? Math.max(wanted, height * ratio) : wanted;
    width = Math.min(wantedBoth, across.room, down.room * ratio);
    height = width / ratio;
  }
  return {
    x: startOf(across, directionX, width),
    y: startOf(down, directionY, height),
    width,
    height,
  };
}

/** Moves a rectangle, keeping it within the bounds. */
export function moveRect(rect: Rect, by: Point, bounds: Size): Rect {
  return {
    ...rect,
    x: Math.max(0, Math.min(bounds.width - rect.width, rect.x + by.x)),
    y: Math.max(0, Math.min(bounds.height - rect.height, rect.y + by.y)),
  };
}

/** Returns the largest rectangle of a ratio within the bounds, as close to a centre as possible. */
export function largestRect(bounds: Size, ratio: number, middle: Point): Rect {
  const width = Math.min(bounds.width, bounds.height * ratio);
  const height = width / ratio;
  const start = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
  return moveRect(start, { x: 0, y: 0 }, bounds);
}
