import type { ReactElement } from 'react';
import { useLightboxWords } from './use-lightbox-words.js';

/** Diagonal lines, on the area that a model adds to an image, and in its legend. */
export const hatched =
  'ik:bg-[repeating-linear-gradient(135deg,rgb(255_255_255/0.22)_0_1px,transparent_1px_7px)]';

export interface PaddingLegendProps {
  /** Lower edge of the area, px from the top of the stage; `undefined` as long as the area is not visible. */
  belowPx: number | undefined;
}

/** Says what the hatched area is, right below it, or below the stage if the area reaches that far. Needs 24 px there. */
export function PaddingLegend({ belowPx }: PaddingLegendProps): ReactElement | null {
  const words = useLightboxWords();
  if (belowPx === undefined) return null;
  return (
    <p
      data-ick-part="padding-legend"
      style={{ top: `min(${belowPx + 8}px, 100% - 1.5rem)` }}
      className="ik:pointer-events-none ik:absolute ik:inset-x-0 ik:flex ik:h-6 ik:items-center ik:justify-center ik:gap-2 ik:px-3 ik:text-xs ik:text-white/75 ik:transition-opacity ik:duration-200 ik:starting:opacity-0"
    >
      <span
        className={`ik:size-3.5 ik:flex-none ik:rounded-[3px] ik:ring-1 ik:ring-white/60 ${hatched}`}
      />
      {words.padding}
    </p>
  );
}
