/** Operations on a markup. Each returns a new one. */
import { rectToImage, rectToView, toImage, toView, type View } from './geometry.js';
import { type Handle, moveRect, resizeRect } from './resize-rect.js';
import type { Mark, Markup, Point, Rect, Size } from './types.js';

/** The markup of an unedited image. */
export const emptyMarkup: Markup = { isFlipped: false, turns: 0, marks: [] };

/** Whether the markup leaves the image unchanged. */
export function isUntouched({ crop, isFlipped, turns, marks }: Markup): boolean {
  return !crop && !isFlipped && turns === 0 && marks.length === 0;
}

export function turnRight(markup: Markup): Markup {
  return { ...markup, turns: quarter(markup.turns + 1) };
}

export function turnLeft(markup: Markup): Markup {
  return { ...markup, turns: quarter(markup.turns + 3) };
}

/** Mirrors the visible image horizontally. An earlier rotation is reversed accordingly. */
export function flip(markup: Markup): Markup {
  return { ...markup, isFlipped: !markup.isFlipped, turns: quarter(4 - markup.turns) };
}

function quarter(turns: number): Markup['turns'] {
  return (turns % 4) as Markup['turns'];
}

/** Crops to a part, in whole pixels; a part that covers everything is no crop. */
export function cropTo(markup: Markup, rect: Rect, size: Size): Markup {
  const { crop: before, ...uncropped } = markup;
  const x = Math.max(0, Math.round(rect.x));
  const y = Math.max(0, Math.round(rect.y));
  const width = Math.max(1, Math.min(size.width, Math.round(rect.x + rect.width)) - x);
  const height = Math.max(1, Math.min(size.height, Math.round(rect.y + rect.height)) - y);
  const isAll = width >= size.width && height >= size.height;
  if (isAll) return before ? uncropped : markup;
  const isSame =
    before?.x === x && before.y === y && before.width === width && before.height === height;
  return isSame ? markup : { ...markup, crop: { x, y, width, height } };
}

/** Adds a mark on top, or replaces the one with the same id. */
export function withMark(markup: Markup, mark: Mark): Markup {
  const isThere = markup.marks.some(({ id }) => id === mark.id);
  const marks = isThere
    ? markup.marks.map((other) => (other.id === mark.id ? mark : other))
    : [...markup.marks, mark];
  return { ...markup, marks };
}

export function withoutMark(markup: Markup, id: string): Markup {
  return { ...markup, marks: markup.marks.filter((mark) => mark.id !== id) };
}

/** @param by in pixels of the view */
export function moveMark(mark: Mark, by: Point, view: View): Mark {
  const moved = (point: Point): Point => {
    const { x, y } = toView(view, point);
    return toImage(view, { x: x + by.x, y: y + by.y });
  };
  switch (mark.type) {
    case 'pen':
      return { ...mark, points: mark.points.map(moved) };
    case 'arrow':
      return { ...mark, from: moved(mark.from), to: moved(mark.to) };
    case 'text':
      return { ...mark, at: moved(mark.at) };
    default:
      return {
        ...mark,
        rect: rectToImage(view, moveRect(rectToView(view, mark.rect), by, view)),
      };
  }
}

const MIN_SIDE_PX = 4;
const MIN_TEXT_PX = 8;

/** Moves a box's handle to a point of the view. Other marks are returned unchanged. */
export function resizeMark(mark: Mark, handle: Handle, to: Point, view: View): Mark {
  if (mark.type !== 'box' && mark.type !== 'redaction') return mark;
  const limits = { bounds: view, minSidePx: MIN_SIDE_PX };
  const resized = resizeRect(rectToView(view, mark.rect), handle, to, limits);
  return { ...mark, rect: rectToImage(view, resized) };
}

/** Resizes a mark by keyboard: a box from its bottom right corner, an arrow from its head, a text as a whole. */
export function growMark(mark: Mark, by: Point, view: View): Mark {
  switch (mark.type) {
    case 'pen':
      return mark;
    case 'arrow': {
      const { x, y } = toView(view, mark.to);
      return { ...mark, to: toImage(view, { x: x + by.x, y: y + by.y }) };
    }
    case 'text':
      return { ...mark, sizePx: Math.max(MIN_TEXT_PX, mark.sizePx + by.x - by.y) };
    default: {
      const { x, y, width, height } = rectToView(view, mark.rect);
      return resizeMark(mark, 'se', { x: x + width + by.x, y: y + height + by.y }, view);
    }
  }
}
