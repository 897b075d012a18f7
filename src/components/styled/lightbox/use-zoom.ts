import {
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Size } from '../../../formats/types.js';
import { observeSize } from '../../shared/observe-size.js';
import { useLatest } from '../../../react/use-latest.js';
import { fitView, type Frame, isCut, panBy, type Point, type View, zoomTo } from './zoom.js';

export interface Zoom {
  /** `undefined` before the sizes are known. */
  view: View | undefined;
  /** Whether part of the image is out of view. */
  isCut: boolean;
  /** Whether the image has the place that it has at first, so that no pointer moves it. */
  isAtRest: boolean;
  zoomBy: (factor: number) => void;
  /** Zooms to one image pixel per page pixel. */
  toPixels: () => void;
  toFit: () => void;
  pan: (by: Point) => void;
  handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
  };
  /** Whether the last press moved the image, and so was not a click. */
  wasDragged: () => boolean;
}

const WHEEL_STEP = 0.002;
const MARGIN_PX = 28;
const SIDE_MARGIN_PX = 8;
const CLICK_SLACK_PX = 4;
/** A shorter way of a finger turns to no other image. */
const SWIPE_PX = 48;

export interface ZoomOptions {
  /** Size of the image in its own pixels; `undefined` until it is known. */
  image: (Size & { id: string }) | undefined;
  /** Size of everything that can be panned into view. @defaultValue the image */
  extent?: Size | undefined;
  /** How large a small image is shown at first. */
  maxFitScale: number;
  /** Called when a finger swiped over an image that is not zoomed; -1 is to the left. */
  onSwipe: (direction: 1 | -1) => void;
}

/** Zooming with wheel, pinch, pointer and keys, and turning with a finger. */
export function useZoom(
  stageRef: RefObject<HTMLElement | null>,
  { image, extent, maxFitScale, onSwipe }: ZoomOptions,
): Zoom {
  const stage = useSizeOf(stageRef);
  const frame: Frame | undefined = stage && image && { stage, image, extent };
  // Another image, or this one in another size, starts over.
  const subject = image && `${image.id} ${image.width} ${image.height}`;
  const [looked, setLooked] = useState<{ subject: string | undefined; view: View }>();
  const chosen = looked?.subject === subject ? looked?.view : undefined;
  const shown =
    frame &&
    (chosen
      ? panBy(chosen, { x: 0, y: 0 }, frame)
      : fitView(frame, Math.min(maxFitScale, roomyScale(frame))));
  const latest = useLatest({ frame, shown, subject });

  const change = useCallback(
    (next: (view: View, frame: Frame) => View) => {
      const { frame: now, shown: first, subject: id } = latest.current;
      if (!now || !first) return;
      // Several moves may arrive between two frames; each continues from the one before.
      setLooked((before) => ({
        subject: id,
        view: next(before && before.subject === id ? before.view : first, now),
      }));
    },
    [latest],
  );
  const zoomBy = useCallback(
    (factor: number, around?: Point) =>
      change((view, now) => {
        const middle = { x: now.stage.width / 2, y: now.stage.height / 2 };
        return zoomTo(view, view.scale * factor, around ?? middle, now);
      }),
    [change],
  );

  useEffect(() => {
    const element = stageRef.current;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      // A pinch on a touchpad arrives as a wheel event with Ctrl, in small steps.
      const steps = event.deltaY * (event.ctrlKey ? 5 : 1) * (event.deltaMode === 1 ? 16 : 1);
      zoomBy(Math.exp(-steps * WHEEL_STEP), pointIn(element, event));
    };
    // React listens passively, and the page would scroll as well.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [stageRef, zoomBy]);

  const pointers = useRef(new Map<number, Point>());
  const travelledPx = useRef(0);
  const isWhole = frame !== undefined && shown !== undefined && !isCut(shown, frame);
  /** Where a finger that may swipe touched the image. */
  const swipeFrom = useRef<Point>(undefined);
  const [swipedPx, setSwipedPx] = useState(0);

  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const point = pointIn(stageRef.current, event);
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, point);
    travelledPx.current += distance(before, point);
    if (other) swipeFrom.current = undefined;
    setSwipedPx(swipeFrom.current ? point.x - swipeFrom.current.x : 0);
    change((view, now) => {
      if (!other) return panBy(view, { x: point.x - before.x, y: point.y - before.y }, now);
      const factor = distance(point, other) / Math.max(1, distance(before, other));
      const middle = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
      const moved = panBy(view, { x: (point.x - before.x) / 2, y: (point.y - before.y) / 2 }, now);
      return zoomTo(moved, view.scale * factor, middle, now);
    });
  };
  const letGo = (event: PointerEvent<HTMLElement>): void => {
    const from = swipeFrom.current;
    const to = pointIn(stageRef.current, event);
    pointers.current.delete(event.pointerId);
    swipeFrom.current = undefined;
    setSwipedPx(0);
    if (!from || event.type === 'pointercancel') return;
    const [x, y] = [to.x - from.x, to.y - from.y];
    if (Math.abs(x) > SWIPE_PX && Math.abs(x) > 2 * Math.abs(y)) onSwipe(x > 0 ? 1 : -1);
  };

  return {
    view: shown && { ...shown, x: shown.x + swipedPx },
    isCut: frame !== undefined && !isWhole,
    isAtRest: chosen === undefined && swipedPx === 0,
    zoomBy,
    toPixels: () =>
      change((view, now) =>
        zoomTo(view, 1, { x: now.stage.width / 2, y: now.stage.height / 2 }, now),
      ),
    toFit: () => setLooked(undefined),
    pan: (by) => change((view, now) => panBy(view, by, now)),
    handlers: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        if (pointers.current.size === 0) travelledPx.current = 0;
        const maySwipe = event.pointerType === 'touch' && pointers.current.size === 0 && isWhole;
        swipeFrom.current = maySwipe ? pointIn(stageRef.current, event) : undefined;
        pointers.current.set(event.pointerId, pointIn(stageRef.current, event));
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove,
      onPointerUp: letGo,
      onPointerCancel: letGo,
    },
    wasDragged: () => travelledPx.current > CLICK_SLACK_PX,
  };
}

/** Leaves a margin: a small one at the sides, and one above and below in which the beginning of what overhangs shows. */
function roomyScale({ stage, image }: Frame): number {
  return Math.min(
    Math.max(stage.height / 2, stage.height - 2 * MARGIN_PX) / image.height,
    Math.max(stage.width / 2, stage.width - 2 * SIDE_MARGIN_PX) / image.width,
  );
}

function useSizeOf(ref: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void =>
      setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    return observeSize([element], measure);
  }, [ref]);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

function pointIn(
  element: HTMLElement | null,
  { clientX, clientY }: { clientX: number; clientY: number },
): Point {
  const box = element?.getBoundingClientRect();
  return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
