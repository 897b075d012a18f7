import { ChevronUp } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../../words/WordsProvider.js';

export interface LightboxBarProps {
  /** First in the row: the menu of details. */
  start?: ReactNode;
  /** Switches to what the model sees. */
  toggle?: ReactNode;
  /** One line about the image. */
  line?: ReactNode;
  /** The slider that compares. */
  slider?: ReactNode;
  /** The id of the panel that a button shows and hides; without it, there is no button. */
  panelId?: string | undefined;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Everything about the image that is open: one row. In a narrow window the line has a row of its own above it. */
export function LightboxBar(props: LightboxBarProps): ReactElement {
  const { start, toggle, line, slider, panelId, isOpen, onOpenChange } = props;
  const words = useWords();
  return (
    <div
      data-ick-part="lightbox-bar"
      className="ik:flex ik:flex-none ik:flex-wrap ik:items-center ik:gap-x-3 ik:gap-y-1 ik:max-sm:gap-y-2 ik:px-3 ik:py-1.5 ik:text-xs ik:tabular-nums ik:min-h-12"
    >
      {toggle && (
        <div className="ik:flex ik:flex-1 ik:items-center ik:gap-x-3 ik:max-sm:basis-full">
          {toggle}
          {slider}
        </div>
      )}
      <div className="ik:min-w-0 ik:flex-auto ik:truncate ik:text-center ik:leading-5 ik:text-white/75 ik:max-[64rem]:-order-1 ik:max-[64rem]:min-h-8 ik:max-[64rem]:basis-full">
        {line}
      </div>
      {start && (
        <div className="ik:flex ik:min-w-0 ik:flex-none ik:max-sm:flex-auto ik:max-sm:*:flex-1">
          {start}
        </div>
      )}
      {panelId !== undefined && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? panelId : undefined}
          onClick={() => onOpenChange(!isOpen)}
          className="ik:group ik:ms-auto ik:flex ik:min-h-9 ik:flex-none ik:items-center ik:justify-center ik:gap-1.5 ik:rounded-full ik:px-3 ik:max-sm:flex-auto ik:max-sm:bg-white/12 ik:font-medium ik:text-white ik:hover:bg-white/15 ik:aria-expanded:bg-white/12 ik:forced-colors:border"
        >
          {words.altText}
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
