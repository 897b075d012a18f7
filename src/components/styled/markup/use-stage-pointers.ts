import { type PointerEvent, type RefObject, useRef } from 'react';
import { createId } from '../../../internal/create-id.js';
import { cropTo, moveMark, withMark } from '../../../markup/change.js';
import { clampToView, rectToImage, toImage } from '../../../markup/geometry.js';
import { keepInside } from '../../../markup/keep-inside.js';
import { markAt } from '../../../markup/hit-test.js';
import { moveRect } from '../../../markup/resize-rect.js';
import type { Mark, Markup, Point } from '../../../markup/types.js';
import { drawnMark, type MarkStyle, textAt } from './create-mark.js';
import { measure } from './measure.js';
import { pointInView, viewPxPerCssPx } from './point-in-view.js';
import type { StageProps } from './types.js';
import { cropInView } from './use-editor.js';

type Handlers = Record<
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
  (event: PointerEvent<HTMLElement>) => void
>;

/** What one pointer is doing. */
interface Gesture {
  pointerId: number;
  /** Position in the view. */
  from: Point;
  before: Markup;
  /** A new mark, or the one being moved. */
  mark?: Mark | undefined;
  kind: 'draw' | 'move' | 'crop' | 'pan';
}

/** A shorter press was not meant to draw. */
const SLACK_CSS_PX = 5;

function penMark(id: string, from: Point, { colour, strokePx }: MarkStyle): Mark {
  return { type: 'pen', id, colour, strokePx, points: [from] };
}

/** One pointer draws, moves or crops; two zoom. */
export function useStagePointers(
  { editor, zoom, words, onWrite }: StageProps,
  canvas: RefObject<HTMLCanvasElement | null>,
): Handlers {
  const gesture = useRef<Gesture>(undefined);
  const fingers = useRef(new Map<number, Point>());
  const { view, markup, tool, style } = editor;

  const start = (event: PointerEvent<HTMLElement>): Gesture => {
    const from = pointInView(canvas.current, event, view);
    const base = { pointerId: event.pointerId, from, before: markup };
    if (tool === 'crop') return { ...base, kind: 'crop' };
    if (tool === 'select') {
      const slackPx = SLACK_CSS_PX * viewPxPerCssPx(canvas.current, view);
      const mark = markAt(markup.marks, from, view, slackPx, measure);
      editor.select(mark?.id);
      return { ...base, mark, kind: mark ? 'move' : 'pan' };
    }
    const id = createId();
    const inside = clampToView(from, view);
    const mark: Mark | undefined =
      tool === 'text'
        ? keepInside(textAt(from, id, view, style, words.newText), view, measure)
        : tool === 'pen'
          ? penMark(id, toImage(view, inside), style)
          : drawnMark(tool, id, [inside, inside], view, style);
    return { ...base, mark, kind: 'draw' };
  };

  const moved = (now: Gesture, event: PointerEvent<HTMLElement>): Markup | undefined => {
    const { from, before, mark, kind } = now;
    const to = pointInView(canvas.current, event, view);
    const by = { x: to.x - from.x, y: to.y - from.y };
    if (kind === 'crop') {
      const rect = moveRect(cropInView(before, view), by, view);
      return cropTo(before, rectToImage(view, rect), editor.size);
    }
    if (!mark) return undefined;
    if (kind === 'move' || mark.type === 'text') {
      return withMark(before, keepInside(moveMark(mark, by, view), view, measure));
    }
    if (mark.type === 'pen') {
      // The positions between two frames make a quick curve smooth.
      const events = event.nativeEvent.getCoalescedEvents?.() ?? [];
      const points = (events.length > 0 ? events : [event]).map((each) =>
        toImage(view, clampToView(pointInView(canvas.current, each, view), view)),
      );
      now.mark = { ...mark, points: [...mark.points, ...points] };
      return withMark(before, now.mark);
    }
    const drawn = drawnMark(
      tool,
      mark.id,
      [clampToView(from, view), clampToView(to, view)],
      view,
      style,
    );
    return drawn && withMark(before, drawn);
  };

  const finish = (now: Gesture, event: PointerEvent<HTMLElement>): void => {
    const to = pointInView(canvas.current, event, view);
    const distance = Math.hypot(to.x - now.from.x, to.y - now.from.y);
    const isPress = distance < SLACK_CSS_PX * viewPxPerCssPx(canvas.current, view);
    const takesPress = now.mark?.type === 'text' || now.mark?.type === 'pen';
    const next = moved(now, event);
    if (
      !next ||
      now.kind === 'pan' ||
      (isPress && !takesPress) ||
      (isPress && now.kind === 'move')
    ) {
      editor.setDraft(undefined);
      return;
    }
    editor.commit(next);
    if (now.kind !== 'draw' || !now.mark || now.mark.type === 'pen') return;
    editor.select(now.mark.id);
    if (now.mark.type === 'box' || now.mark.type === 'text') onWrite();
  };

  const pinch = (event: PointerEvent<HTMLElement>): void => {
    const before = fingers.current.get(event.pointerId);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (!before || !other) return;
    const now = { x: event.clientX, y: event.clientY };
    const box = event.currentTarget.getBoundingClientRect();
    const middle = { x: (now.x + other.x) / 2 - box.left, y: (now.y + other.y) / 2 - box.top };
    const apart = (point: Point): number => Math.hypot(point.x - other.x, point.y - other.y);
    zoom.pan({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 });
    zoom.zoomBy(apart(now) / Math.max(1, apart(before)), middle);
    fingers.current.set(event.pointerId, now);
  };

  const letGo = (event: PointerEvent<HTMLElement>): void => {
    fingers.current.delete(event.pointerId);
    const now = gesture.current;
    if (now?.pointerId !== event.pointerId) return;
    gesture.current = undefined;
    if (event.type === 'pointercancel') editor.setDraft(undefined);
    else finish(now, event);
  };

  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (fingers.current.size > 1) {
        // The second finger: it was never meant to draw.
        gesture.current = undefined;
        editor.setDraft(undefined);
        return;
      }
      const now = start(event);
      gesture.current = now;
      if (now.kind === 'draw' && now.mark) {
        editor.select(undefined);
        editor.setDraft(withMark(markup, now.mark));
      }
    },
    onPointerMove(event) {
      if (fingers.current.size > 1) {
        pinch(event);
        return;
      }
      const now = gesture.current;
      if (now?.pointerId !== event.pointerId) return;
      if (now.kind === 'pan') {
        const last = fingers.current.get(event.pointerId);
        if (last) zoom.pan({ x: event.clientX - last.x, y: event.clientY - last.y });
        fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        return;
      }
      const next = moved(now, event);
      if (next) editor.setDraft(next);
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  };
}
