import type { ReactElement } from 'react';
import { cropTo } from '../../../markup/change.js';
import { rectToImage } from '../../../markup/geometry.js';
import { allHandles, resizeRect } from '../../../markup/resize-rect.js';
import { Handles } from './Handles.js';
import { handlePoint, type OverlayProps } from './SelectionOverlay.js';
import { cropInView, ratioOf } from './use-editor.js';

/** The shortest side that a handle can create. */
export const MIN_CROP_PX = 16;

/** Darkens what is cut off; thirds help to place the rest. */
export function CropOverlay({ editor, canvas }: OverlayProps): ReactElement {
  const { view, markup, size, ratio } = editor;
  const rect = cropInView(markup, view);
  const percent = {
    left: `${(rect.x / view.width) * 100}%`,
    top: `${(rect.y / view.height) * 100}%`,
    width: `${(rect.width / view.width) * 100}%`,
    height: `${(rect.height / view.height) * 100}%`,
  };
  return (
    <>
      <div className="ik:pointer-events-none ik:absolute ik:inset-0 ik:overflow-hidden">
        <div
          data-ick-part="markup-crop"
          className="ik:absolute ik:grid ik:grid-cols-3 ik:grid-rows-3 ik:border-2 ik:border-white ik:shadow-[0_0_0_100vmax_rgb(0_0_0/0.6)]"
          style={percent}
        >
          {Array.from({ length: 9 }, (_, cell) => (
            <span key={cell} className="ik:border-[0.5px] ik:border-white/35" />
          ))}
        </div>
      </div>
      <Handles
        places={allHandles.map((name) => ({ name, at: handlePoint(rect, name) }))}
        view={view}
        canvas={canvas}
        onMove={(handle, to) => {
          const limits = { bounds: view, minSidePx: MIN_CROP_PX, ratio: ratioOf(ratio, view) };
          const resized = resizeRect(rect, handle, to, limits);
          editor.setDraft(cropTo(markup, rectToImage(view, resized), size));
        }}
        onDrop={() => editor.commit(markup)}
      />
    </>
  );
}
