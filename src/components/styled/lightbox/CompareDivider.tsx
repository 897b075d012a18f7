import { ChevronsLeftRight } from 'lucide-react';
import type { PointerEvent, ReactElement } from 'react';
import type { CompareSliderProps } from './CompareSlider.js';

const stop = (event: { stopPropagation: () => void }): void => event.stopPropagation();

/**
 * The line between the original and what is sent, at its place in the image, with a handle for a pointer. The slider is
 * for keys and screen readers.
 */
export function CompareDivider({ originalPercent, onChange }: CompareSliderProps): ReactElement {
  const moveTo = ({ currentTarget, clientX }: PointerEvent<HTMLElement>): void => {
    const image = currentTarget.parentElement?.getBoundingClientRect();
    if (!image) return;
    const percent = ((clientX - image.left) / image.width) * 100;
    onChange(Math.round(Math.min(100, Math.max(0, percent))));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the slider has the keys
    <div
      aria-hidden
      data-ick-part="lightbox-divider"
      style={{ left: `calc(${originalPercent}% - 1rem)` }}
      // The stage around it would pan, zoom or close.
      onClick={stop}
      onDoubleClick={stop}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        stop(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event);
      }}
      className="ik:absolute ik:inset-y-0 ik:grid ik:w-8 ik:cursor-ew-resize ik:touch-none ik:place-items-center"
    >
      <span
        style={{ boxShadow: '0 0 0 1px rgb(0 0 0 / 0.55)' }}
        className="ik:col-start-1 ik:row-start-1 ik:h-full ik:w-0.5 ik:bg-white ik:forced-color-adjust-none"
      />
      <span className="ik:col-start-1 ik:row-start-1 ik:grid ik:size-8 ik:place-items-center ik:rounded-full ik:bg-white ik:text-[#111110] ik:shadow-md ik:forced-color-adjust-none">
        <ChevronsLeftRight className="ik:size-4" strokeWidth={2} />
      </span>
    </div>
  );
}
