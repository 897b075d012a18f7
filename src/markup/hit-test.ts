import { rectToView, toView, type View } from './geometry.js';
import { labelRadiusPx } from './sizes.js';
import type { Mark, Point, Rect } from './types.js';

/** Measures the width of a line of text, in px. */
export type MeasureText = (text: string, sizePx: number) => number;

/** Returns the area that a mark covers in the view. */
export function boundsOf(mark: Mark, view: View, measure: MeasureText): Rect {
  switch (mark.type) {
    case 'pen':
      return around(mark.points.map((point) => toView(view, point)));
    case 'arrow':
      return around([toView(view, mark.from), toView(view, mark.to)]);
    case 'text': {
      const { x, y } = toView(view, mark.at);
      const width = measure(mark.text, mark.sizePx);
      return { x: x - width / 2, y: y - mark.sizePx / 2, width, height: mark.sizePx };
    }
    default:
      return rectToView(view, mark.rect);
  }
}

function around(points: readonly Point[]): Rect {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = xs.reduce((a, b) => Math.min(a, b), Infinity);
  const y = ys.reduce((a, b) => Math.min(a, b), Infinity);
  return {
    x,
    y,
    width: xs.reduce((a, b) => Math.max(a, b), x) - x,
    height: ys.reduce((a, b) => Math.max(a, b), y) - y,
  };
}

function isInside({ x, y, width, height }: Rect, point: Point, slackPx: number): boolean {
  return (
    point.x >= x - slackPx &&
    point.x <= x + width + slackPx &&
    point.y >= y - slackPx &&
    point.y <= y + height + slackPx
  );
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const at = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - at * dx, point.y - from.y - at * dy);
}

function isOn(
  mark: Mark,
  point: Point,
  view: View,
  slackPx: number,
  measure: MeasureText,
): boolean {
  switch (mark.type) {
    case 'pen': {
      const points = mark.points.map((own) => toView(view, own));
      const reach = slackPx + mark.strokePx / 2;
      return points.some(
        (own, index) => distanceToLine(point, points[index - 1] ?? own, own) <= reach,
      );
    }
    case 'arrow': {
      const reach = slackPx + mark.strokePx / 2;
      return distanceToLine(point, toView(view, mark.from), toView(view, mark.to)) <= reach;
    }
    case 'box': {
      const rect = rectToView(view, mark.rect);
      const edge = slackPx + mark.strokePx / 2;
      const isOnLabel =
        Math.hypot(point.x - rect.x, point.y - rect.y) <= labelRadiusPx(mark.strokePx);
      return isOnLabel || (isInside(rect, point, edge) && !isInside(rect, point, -edge));
    }
    default:
      return isInside(boundsOf(mark, view, measure), point, slackPx);
  }
}

/**
 * Returns the topmost mark at a point of the view. The inside of a box counts only if no other mark is there,
 * so that marks inside it stay selectable.
 */
export function markAt(
  marks: readonly Mark[],
  point: Point,
  view: View,
  slackPx: number,
  measure: MeasureText,
): Mark | undefined {
  return (
    marks.findLast((mark) => isOn(mark, point, view, slackPx, measure)) ??
    marks.findLast(
      (mark) => mark.type === 'box' && isInside(rectToView(view, mark.rect), point, slackPx),
    )
  );
}
