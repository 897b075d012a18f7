import type { CSSProperties, ReactElement, RefObject } from 'react';
import { resizeMark, withMark } from '../../../markup/change.js';
import { clampToView, rectToView, toImage, toView, type View } from '../../../markup/geometry.js';
import { boundsOf } from '../../../markup/hit-test.js';
import { cornerHandles, type Handle } from '../../../markup/resize-rect.js';
import { boxLabelAt } from '../../../markup/draw.js';
import { labelRadiusPx } from '../../../markup/sizes.js';
import type { Mark, Point, Rect } from '../../../markup/types.js';
import { type HandlePlace, Handles } from './Handles.js';
import { measure } from './measure.js';
import type { Editor } from './use-editor.js';

type Grip = Handle | 'from' | 'to';

/** Returns the position of a rectangle's handle. */
export function handlePoint({ x, y, width, height }: Rect, handle: Handle): Point {
  return {
    x: handle.includes('w') ? x : handle.includes('e') ? x + width : x + width / 2,
    y: handle.includes('n') ? y : handle.includes('s') ? y + height : y + height / 2,
  };
}

function gripsOf(mark: Mark, view: View): HandlePlace<Grip>[] {
  if (mark.type === 'arrow') {
    return [
      { name: 'from', at: toView(view, mark.from) },
      { name: 'to', at: toView(view, mark.to) },
    ];
  }
  if (mark.type !== 'box' && mark.type !== 'redaction') return [];
  const rect = rectToView(view, mark.rect);
  // The number of a box is at its first corner, where a handle would hide it.
  const corners = cornerHandles.filter((name) => mark.type !== 'box' || name !== 'nw');
  return corners.map((name) => ({ name, at: handlePoint(rect, name) }));
}

function withGrip(mark: Mark, grip: Grip, to: Point, view: View): Mark {
  if (grip !== 'from' && grip !== 'to') return resizeMark(mark, grip, to, view);
  return mark.type === 'arrow' ? { ...mark, [grip]: toImage(view, clampToView(to, view)) } : mark;
}

export interface OverlayProps {
  editor: Editor;
  canvas: RefObject<HTMLCanvasElement | null>;
}

/** A line around the selection, with its handles. */
export function SelectionOverlay({ editor, canvas }: OverlayProps): ReactElement | null {
  const { selected, view, markup } = editor;
  if (!selected) return null;
  const bounds = boundsOf(selected, view, measure);
  const { x, y, width, height } = bounds;
  return (
    <>
      <div
        data-ick-part="markup-selection"
        className="ik:pointer-events-none ik:absolute ik:@container"
        style={{
          left: `${(x / view.width) * 100}%`,
          top: `${(y / view.height) * 100}%`,
          width: `${(width / view.width) * 100}%`,
          height: `${(height / view.height) * 100}%`,
        }}
      >
        <div
          style={frameStyle(selected, bounds, view)}
          className="ik:absolute ik:border ik:border-[#1d5bff]"
        />
      </div>
      <Handles
        places={gripsOf(selected, view)}
        view={view}
        canvas={canvas}
        onMove={(grip, to) => editor.setDraft(withMark(markup, withGrip(selected, grip, to, view)))}
        onDrop={() => editor.commit(markup)}
      />
    </>
  );
}

/** Between the outer edge of a mark and the line around it, with the line. */
const FRAME_PX = 3;

/** Places the line around a mark: outside of its stroke, and interrupted where the number of a box is. */
function frameStyle(mark: Mark, bounds: Rect, view: View): CSSProperties {
  if (mark.type !== 'box') return { inset: -FRAME_PX };
  // Lengths of the image in those of the page: the element around has the width of the box.
  const onPage = (px: number): string => `${(px / Math.max(1, bounds.width)) * 100}cqw`;
  const outset = `calc(${onPage(mark.strokePx * 0.75)} + ${FRAME_PX}px)`;
  const label = boxLabelAt(bounds, mark.strokePx, view);
  const along = (px: number): string => `calc(${outset} + ${onPage(px)})`;
  const radius = onPage(labelRadiusPx(mark.strokePx));
  const at = `${along(label.x - bounds.x)} ${along(label.y - bounds.y)}`;
  return {
    inset: `calc(-1 * ${outset})`,
    maskImage: `radial-gradient(circle at ${at}, transparent calc(${radius} + 1px), #000 calc(${radius} + 1.5px))`,
    // The line is on the border.
    maskOrigin: 'border-box',
    maskClip: 'border-box',
  };
}
