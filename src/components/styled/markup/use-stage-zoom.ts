import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Point, Size } from '../../../markup/types.js';
import { observeSize } from '../../shared/observe-size.js';
import { fitView, panBy, type View as ShownView, zoomTo } from '../lightbox/zoom.js';
import { useLatest } from '../../../react/use-latest.js';

export interface StageZoom {
  stageRef: RefObject<HTMLDivElement | null>;
  /** Position of the view on the stage, CSS px. `undefined` before the stage has a size. */
  shown: ShownView | undefined;
  zoomBy: (factor: number, around?: Point) => void;
  pan: (by: Point) => void;
  toFit: () => void;
}

const WHEEL_STEP = 0.002;
/** Around the image, so that handles at its edges can be reached. */
const MARGIN_PX = 20;

/** Zooming while an image is marked up. */
export function useStageZoom({ width, height }: Size): StageZoom {
  const stageRef = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Size>();
  const subject = `${width} ${height}`;
  const [looked, setLooked] = useState<{ subject: string; view: ShownView }>();

  useLayoutEffect(() => {
    const element = stageRef.current;
    if (!element) return undefined;
    const read = (): void =>
      setStage({
        width: Math.max(1, element.clientWidth - 2 * MARGIN_PX),
        height: Math.max(1, element.clientHeight - 2 * MARGIN_PX),
      });
    read();
    return observeSize([element], read);
  }, []);

  const frame = stage && { stage, image: { width, height } };
  // Another crop or turn starts over.
  const chosen = looked?.subject === subject ? looked.view : undefined;
  const inside = frame && (chosen ? panBy(chosen, { x: 0, y: 0 }, frame) : fitView(frame));
  const latest = useLatest({ frame, inside, subject });

  const change = useCallback(
    (next: (view: ShownView, frame: { stage: Size; image: Size }) => ShownView) => {
      const { frame: now, inside: view, subject: id } = latest.current;
      if (now && view) setLooked({ subject: id, view: next(view, now) });
    },
    [latest],
  );
  const zoomBy = useCallback(
    (factor: number, around?: Point) =>
      change((view, now) => {
        const middle = { x: now.stage.width / 2, y: now.stage.height / 2 };
        const inner = around && { x: around.x - MARGIN_PX, y: around.y - MARGIN_PX };
        return zoomTo(view, view.scale * factor, inner ?? middle, now);
      }),
    [change],
  );

  useEffect(() => {
    const element = stageRef.current;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = element?.getBoundingClientRect();
      const at = { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
      // A pinch on a touchpad arrives as a wheel event with Ctrl, in small steps.
      const steps = event.deltaY * (event.ctrlKey ? 5 : 1) * (event.deltaMode === 1 ? 16 : 1);
      zoomBy(Math.exp(-steps * WHEEL_STEP), at);
    };
    // React listens passively, and the page would scroll as well.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [zoomBy]);

  return {
    stageRef,
    shown: inside && { ...inside, x: inside.x + MARGIN_PX, y: inside.y + MARGIN_PX },
    zoomBy,
    pan: (by) => change((view, now) => panBy(view, by, now)),
    toFit: () => setLooked(undefined),
  };
}
