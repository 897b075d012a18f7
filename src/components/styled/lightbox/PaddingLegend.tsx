import type { ReactElement } from 'react';
import { useLightboxWords } from './use-lightbox-words.js';

/** Diagonal lines, on the area that a model adds to an image, and in its legend. */
export const hatched =
  'ik:bg-[repeating-linear-gradient(135deg,rgb(255_255_255/0.22)_0_1px,transparent_1px_7px)]';

export interface PaddingLegendProps {
  /** Whether the area is visible. The line has its height either way, so that nothing moves. */
  isShown: boolean;
}

/** Says what the hatched area is, below it. */
export function PaddingLegend({ isShown }: PaddingLegendProps): ReactElement {
  const words = useLightboxWords();
  return (
    <p
      data-ick-part="padding-legend"
      className={`ik:flex ik:min-h-6 ik:flex-none ik:items-center ik:justify-center ik:gap-2 ik:px-3 ik:text-xs ik:text-white/75 ${isShown ? '' : 'ik:invisible'}`}
    >
      <span
        className={`ik:size-3.5 ik:flex-none ik:rounded-[3px] ik:ring-1 ik:ring-white/60 ${hatched}`}
      />
      {words.padding}
    </p>
  );
}
