import { type ReactElement, type RefObject, useLayoutEffect, useRef } from 'react';
import { drawMarks, drawImage } from '../../../markup/draw.js';
import { CropOverlay } from './CropOverlay.js';
import { SelectionOverlay } from './SelectionOverlay.js';
import type { StageProps } from './types.js';
import { useStageKeys } from './use-stage-keys.js';
import { useStagePointers } from './use-stage-pointers.js';

/** The image with its marks. Pointers draw on it; keys move the selection. */
export function Stage(props: StageProps): ReactElement {
  const { editor, image, zoom, words, helpId } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const { view, tool } = editor;
  const { stageRef, shown } = zoom;
  const pointers = useStagePointers(props, canvas);
  const onKeyDown = useStageKeys(props);
  return (
    <div
      ref={stageRef}
      // Otherwise screen readers would keep the arrow keys for themselves.
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys move what is selected on it
      tabIndex={0}
      aria-label={words.image}
      aria-describedby={helpId}
      data-ick-part="markup-stage"
      data-tool={tool}
      onKeyDown={onKeyDown}
      {...pointers}
      className="ik:relative ik:min-h-0 ik:flex-1 ik:touch-none ik:overflow-hidden ik:select-none ik:focus-visible:rounded-sm ik:focus-visible:outline-offset-[-6px] ik:data-[tool=arrow]:cursor-crosshair ik:data-[tool=box]:cursor-crosshair ik:data-[tool=pen]:cursor-crosshair ik:data-[tool=redaction]:cursor-crosshair ik:data-[tool=text]:cursor-text"
    >
      {shown && (
        <div
          // An image has no reading direction.
          dir="ltr"
          className="ik:absolute"
          style={{
            left: shown.x,
            top: shown.y,
            width: view.width * shown.scale,
            height: view.height * shown.scale,
          }}
        >
          <Canvas canvas={canvas} editor={editor} image={image} />
          {tool === 'crop' ? (
            <CropOverlay editor={editor} canvas={canvas} />
          ) : (
            <SelectionOverlay editor={editor} canvas={canvas} />
          )}
        </div>
      )}
    </div>
  );
}

interface CanvasProps extends Pick<StageProps, 'editor' | 'image'> {
  canvas: RefObject<HTMLCanvasElement | null>;
}

/** Redrawn with every change, from the reduced copy. */
function Canvas({ canvas, editor, image }: CanvasProps): ReactElement {
  const { markup, view } = editor;
  const scale = image.canvas.width / image.size.width;
  const width = Math.max(1, Math.round(view.width * scale));
  const height = Math.max(1, Math.round(view.height * scale));

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, width, height);
    drawImage(context, image.canvas, image.size, view, scale);
    drawMarks(context, markup.marks, view, scale);
  }, [canvas, image, markup, view, scale, width, height]);

  return <canvas ref={canvas} width={width} height={height} className="ik:block ik:size-full" />;
}
