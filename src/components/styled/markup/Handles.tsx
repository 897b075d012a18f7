import { type PointerEvent, type ReactElement, type RefObject, useRef } from 'react';
import type { View } from '../../../markup/geometry.js';
import type { Point } from '../../../markup/types.js';
import { pointInView } from './point-in-view.js';

export interface HandlePlace<Name extends string> {
  name: Name;
  /** Position in the view. */
  at: Point;
}

export interface HandlesProps<Name extends string> {
  places: readonly HandlePlace<Name>[];
  view: View;
  canvas: RefObject<HTMLCanvasElement | null>;
  onMove: (name: Name, to: Point) => void;
  onDrop: () => void;
}

/** Small handles for pointers, of the same size at every zoom. Keys do the same on the stage. */
export function Handles<Name extends string>(props: HandlesProps<Name>): ReactElement {
  const { places, view, canvas, onMove, onDrop } = props;
  const held = useRef<number>(undefined);
  const letGo = (event: PointerEvent<HTMLElement>): void => {
    if (held.current !== event.pointerId) return;
    held.current = undefined;
    event.stopPropagation();
    onDrop();
  };
  return (
    <>
      {places.map(({ name, at }) => (
        <span
          key={name}
          aria-hidden
          data-ick-part="markup-handle"
          data-handle={name}
          style={{ left: `${(at.x / view.width) * 100}%`, top: `${(at.y / view.height) * 100}%` }}
          className="ik:absolute ik:-ms-4 ik:-mt-4 ik:grid ik:size-8 ik:cursor-move ik:touch-none ik:place-items-center"
          onPointerDown={(event) => {
            if (event.button !== 0 || held.current !== undefined) return;
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
            held.current = event.pointerId;
          }}
          onPointerMove={(event) => {
            if (held.current !== event.pointerId) return;
            event.stopPropagation();
            onMove(name, pointInView(canvas.current, event, view));
          }}
          onPointerUp={letGo}
          onPointerCancel={letGo}
        >
          <span className="ik:size-3.5 ik:rounded-full ik:border-2 ik:border-[#1d5bff] ik:bg-white ik:shadow-card" />
        </span>
      ))}
    </>
  );
}
