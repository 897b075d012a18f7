import { forwardRef, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import type { Size } from '../../../formats/types.js';
import type { Zoom } from './use-zoom.js';
import type { View } from './zoom.js';

export interface ZoomStageProps {
  zoom: Zoom;
  /** Size of the image in its own pixels; `undefined` until it is known. */
  image: Size | undefined;
  /** Size of everything that is shown, which may overhang the image. */
  extent: Size | undefined;
  /** Whether the image glides to its place when that has changed, unless a pointer or a key moves it. */
  glides: boolean;
  label: string;
  /** Called on a press outside the image. */
  onPressBeside: () => void;
  children: ReactNode;
}

/** The window through which an image is viewed. */
export const ZoomStage = forwardRef<HTMLDivElement, ZoomStageProps>(
  function ZoomStage(props, ref): ReactElement {
    const { zoom, image, extent, glides, label, onPressBeside, children } = props;
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
          if (!zoom.wasDragged() && isBeside(event, view, extent)) onPressBeside();
        }}
        onDoubleClick={() => (zoom.isCut ? zoom.toFit() : zoom.zoomBy(2))}
        className="ik:relative ik:min-h-0 ik:flex-1 ik:touch-none ik:overflow-hidden ik:outline-offset-[-6px] ik:focus-visible:rounded-sm ik:data-cut:cursor-grab ik:data-cut:active:cursor-grabbing"
      >
        <div
          data-glides={glides && zoom.isAtRest ? '' : undefined}
          style={
            view && image
              ? {
                  width: image.width * view.scale,
                  height: image.height * view.scale,
                  transform: `translate(${view.x}px, ${view.y}px)`,
                }
              : { visibility: 'hidden' }
          }
          className="ik:absolute ik:top-0 ik:left-0 ik:ease-out ik:data-glides:transition-[width,height,transform] ik:data-glides:duration-200"
        >
          {children}
        </div>
      </div>
    );
  },
);

/**
 * Whether the press missed the image and what overhangs it. Its target does not show it: while a pointer is held, all of
 * its events go to the stage.
 */
function isBeside(
  { currentTarget, clientX, clientY }: MouseEvent<HTMLElement>,
  view: View | undefined,
  extent: Size | undefined,
): boolean {
  if (!view || !extent) return true;
  const stage = currentTarget.getBoundingClientRect();
  const [x, y] = [clientX - stage.left - view.x, clientY - stage.top - view.y];
  return x < 0 || x > extent.width * view.scale || y < 0 || y > extent.height * view.scale;
}
