import { forwardRef, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import type { Size } from '../../../formats/types.js';
import type { Zoom } from './use-zoom.js';

export interface ZoomStageProps {
  zoom: Zoom;
  /** Size of what is shown, in its own pixels. */
  extent: Size | undefined;
  label: string;
  /** Called on a press outside the image. */
  onPressBeside: () => void;
  children: ReactNode;
}

/** The window through which an image is viewed. */
export const ZoomStage = forwardRef<HTMLDivElement, ZoomStageProps>(
  function ZoomStage(props, ref): ReactElement {
    const { zoom, extent, label, onPressBeside, children } = props;
    const { view } = zoom;
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the dialog handles the keys that zoom, pan and close
      <div
        ref={ref}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys pan while it has the focus
        tabIndex={0}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
        role="group"
        aria-label={label}
        aria-keyshortcuts="+ - 0 1"
        data-ick-part="lightbox-stage"
        data-cut={zoom.isCut ? '' : undefined}
        {...zoom.handlers}
        onClick={(event) => {
          if (!zoom.wasDragged() && isBeside(event)) onPressBeside();
        }}
        onDoubleClick={() => (zoom.isCut ? zoom.toFit() : zoom.zoomBy(2))}
        className="ik:relative ik:min-h-0 ik:flex-1 ik:touch-none ik:overflow-hidden ik:-outline-offset-2 ik:data-cut:cursor-grab ik:data-cut:active:cursor-grabbing"
      >
        <div
          style={
            view && extent
              ? {
                  width: extent.width * view.scale,
                  height: extent.height * view.scale,
                  transform: `translate(${view.x}px, ${view.y}px)`,
                }
              : { visibility: 'hidden' }
          }
          className="ik:absolute ik:top-0 ik:left-0"
        >
          {children}
        </div>
      </div>
    );
  },
);

/**
 * Whether the press missed the image. Its target does not show it: while a pointer is held, all of its events go to the
 * stage.
 */
function isBeside({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>): boolean {
  const box = currentTarget.firstElementChild?.getBoundingClientRect();
  if (!box) return true;
  const { left, right, top, bottom } = box;
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
