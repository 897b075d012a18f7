import { ChevronUp } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useLightboxWords } from './use-lightbox-words.js';

export interface LightboxBarProps {
  /** First in the row: the menu of details. */
  start?: ReactNode;
  /** One line about the image. */
  line?: ReactNode;
  /** Whether the row has its height although it may be empty, so that what comes later moves nothing. */
  keepsRow: boolean;
  /** The slider that compares. */
  slider?: ReactNode;
  /** The id of the panel that a button shows and hides; without it, there is no button. */
  panelId?: string | undefined;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Everything about the image that is open: one row. A narrow window has the slider above it, and a phone otherwise the line. */
export function LightboxBar(props: LightboxBarProps): ReactElement {
  const { start, line, keepsRow, slider, panelId, isOpen, onOpenChange } = props;
  const words = useLightboxWords();
  const isAlone = start === undefined && panelId === undefined;
  const hasSlider = Boolean(slider);
  return (
    <div
      data-ick-part="lightbox-bar"
      data-compared={hasSlider ? '' : undefined}
      className="ik:flex ik:flex-none ik:flex-wrap ik:items-center ik:gap-x-3 ik:gap-y-1 ik:px-3 ik:py-1.5 ik:text-xs ik:tabular-nums ik:min-h-12 ik:sm:flex-nowrap ik:data-compared:max-[56rem]:flex-wrap"
    >
      {start}
      <div
        data-alone={isAlone ? '' : undefined}
        className={`ik:min-w-0 ik:flex-1 ik:truncate ik:leading-5 ik:text-white/75 ik:max-sm:basis-full ik:max-sm:text-center ik:data-alone:text-center ${place(hasSlider, isAlone)}`}
      >
        {line}
      </div>
      {keepsRow && isAlone && !hasSlider && <span className="ik:h-9 ik:sm:hidden" />}
      {slider}
      {panelId !== undefined && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? panelId : undefined}
          onClick={() => onOpenChange(!isOpen)}
          className="ik:group ik:ms-auto ik:flex ik:min-h-9 ik:flex-none ik:items-center ik:gap-1.5 ik:rounded-full ik:px-3 ik:max-sm:px-2 ik:font-medium ik:text-white ik:hover:bg-white/15 ik:aria-expanded:bg-white/12 ik:forced-colors:border"
        >
          {words.details}
          <ChevronUp
            className="ik:size-3.5 ik:transition-transform ik:duration-150 ik:group-aria-expanded:rotate-180"
            strokeWidth={2}
            aria-hidden
          />
        </button>
      )}
    </div>
  );
}

/** Where the line is in a narrow window, in which a slider takes its row: the panel has the line as well. */
function place(hasSlider: boolean, isAlone: boolean): string {
  if (!hasSlider) return 'ik:max-sm:-order-1 ik:max-sm:min-h-8 ik:max-sm:leading-8';
  return isAlone ? 'ik:max-sm:leading-9' : 'ik:max-sm:hidden';
}
