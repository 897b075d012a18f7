import { type KeyboardEvent } from 'react';
import { cropTo, growMark, moveMark, withMark } from '../../../markup/change.js';
import { rectToImage } from '../../../markup/geometry.js';
import { keepInside } from '../../../markup/keep-inside.js';
import { boundsOf } from '../../../markup/hit-test.js';
import { moveRect, resizeRect } from '../../../markup/resize-rect.js';
import type { Point } from '../../../markup/types.js';
import { MIN_CROP_PX } from './CropOverlay.js';
import { measure } from './measure.js';
import type { StageProps } from './types.js';
import { cropInView, ratioOf } from './use-editor.js';

const directions: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** A hundredth of the image; with Alt one pixel. */
const STEP_SHARE = 0.01;

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 100);
}

/** Does by keys what a pointer does. */
export function useStageKeys({
  editor,
  zoom,
  words,
  say,
  onApply,
}: StageProps): (event: KeyboardEvent<HTMLElement>) => void {
  const { view, markup, selected, size } = editor;

  const arrow = (direction: Point, isResizing: boolean, isFine: boolean): void => {
    const step = isFine ? 1 : Math.max(1, Math.max(view.width, view.height) * STEP_SHARE);
    const by = { x: direction.x * step, y: direction.y * step };
    if (editor.tool === 'crop') crop(by, isResizing);
    else if (selected) change(by, isResizing);
  };

  const crop = (by: Point, isResizing: boolean): void => {
    const rect = cropInView(markup, view);
    const corner = { x: rect.x + rect.width + by.x, y: rect.y + rect.height + by.y };
    const limits = { bounds: view, minSidePx: MIN_CROP_PX, ratio: ratioOf(editor.ratio, view) };
    // Down alone would not move a corner whose width decides.
    const handle = by.x === 0 ? 's' : 'e';
    const next = isResizing ? resizeRect(rect, handle, corner, limits) : moveRect(rect, by, view);
    const cropped = cropTo(markup, rectToImage(view, next), size);
    editor.commit(cropped, 'crop by keys');
    if (isResizing) say(words.cropped(Math.round(next.width), Math.round(next.height)));
    else say(words.moved(percent(next.x, view.width), percent(next.y, view.height)));
  };

  const change = (by: Point, isResizing: boolean): void => {
    if (!selected) return;
    const changed = isResizing ? growMark(selected, by, view) : moveMark(selected, by, view);
    const next = keepInside(changed, view, measure);
    editor.commit(withMark(markup, next), `${isResizing ? 'size' : 'place'} of ${selected.id}`);
    const { x, y, width, height } = boundsOf(next, view, measure);
    if (isResizing) say(words.resized(Math.round(width), Math.round(height)));
    else say(words.moved(percent(x, view.width), percent(y, view.height)));
  };

  const walk = (step: 1 | -1): void => {
    const { marks } = markup;
    if (marks.length === 0 || editor.tool === 'crop') return;
    const at = marks.findIndex(({ id }) => id === selected?.id);
    const first = step === 1 ? 0 : marks.length - 1;
    const index = at < 0 ? first : (at + step + marks.length) % marks.length;
    const mark = marks[index];
    if (!mark) return;
    editor.select(mark.id);
    say(words.selected(editor.nameOf(mark), index + 1, marks.length));
  };

  return (event) => {
    const direction = directions[event.key];
    if (direction) arrow(direction, event.shiftKey, event.altKey);
    else if (event.key === 'PageDown') walk(1);
    else if (event.key === 'PageUp') walk(-1);
    else if (event.key === 'Delete' || event.key === 'Backspace') editor.remove();
    else if (event.key === 'Enter') onApply();
    else if (event.key === '+' || event.key === '=') zoom.zoomBy(1.25);
    else if (event.key === '-') zoom.zoomBy(0.8);
    else if (event.key === '0') zoom.toFit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
