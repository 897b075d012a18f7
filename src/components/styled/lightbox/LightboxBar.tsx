import { ChevronUp } from 'lucide-react';
import { type ReactElement, type ReactNode, useId } from 'react';
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
  /** What a button shows and hides above the row. */
  details?: ReactNode;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Everything about the image that is open: one row, in a narrow window below a line of text. */
export function LightboxBar(props: LightboxBarProps): ReactElement {
  const { start, line, keepsRow, slider, details, isOpen, onOpenChange } = props;
  const words = useLightboxWords();
  const id = useId();
  const isAlone = start === undefined && details === undefined;
  return (
    <>
      {isOpen && details !== undefined && (
        <div
          id={id}
          className="ik:mx-auto ik:grid ik:max-h-[40dvh] ik:w-full ik:max-w-[40rem] ik:flex-none ik:gap-2 ik:overflow-y-auto ik:px-4 ik:pt-3 ik:text-xs"
        >
          {details}
        </div>
      )}
      <div
        data-ick-part="lightbox-bar"
        className="ik:flex ik:flex-none ik:flex-wrap ik:items-center ik:gap-x-3 ik:gap-y-1 ik:px-3 ik:py-1.5 ik:text-xs ik:tabular-nums ik:min-h-12 ik:sm:flex-nowrap"
      >
        {start}
        <div
          data-alone={isAlone ? '' : undefined}
          className="ik:min-h-5 ik:min-w-0 ik:flex-1 ik:truncate ik:leading-5 ik:text-white/75 ik:max-sm:-order-1 ik:max-sm:basis-full ik:max-sm:text-center ik:data-alone:text-center"
        >
          {line}
        </div>
        {keepsRow && isAlone && <span className="ik:h-9 ik:sm:hidden" />}
        {slider}
        {details !== undefined && (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
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
    </>
  );
}
