import type { ReactElement } from 'react';
import { useLightboxWords } from './use-lightbox-words.js';

/** Diagonal lines, on the area that a model adds to an image, and in its legend. */
export const hatched =
  'ik:bg-[repeating-linear-gradient(135deg,rgb(255_255_255/0.22)_0_1px,transparent_1px_7px)]';

/** Says what the hatched area is. Over the image, which does not move for it. */
export function PaddingLegend(): ReactElement {
  const words = useLightboxWords();
  return (
    <p
      data-ick-part="padding-legend"
      className="ik:pointer-events-none ik:absolute ik:start-1/2 ik:bottom-1 ik:flex ik:w-max ik:max-w-[calc(100%-1rem)] ik:-translate-x-1/2 ik:items-center ik:gap-2 ik:rounded-full ik:bg-[#111110]/85 ik:px-3 ik:py-0.5 ik:text-xs ik:text-white ik:rtl:translate-x-1/2"
    >
      <span
        className={`ik:size-3.5 ik:flex-none ik:rounded-xs ik:ring-1 ik:ring-white/60 ${hatched}`}
      />
      {words.padding}
    </p>
  );
}
