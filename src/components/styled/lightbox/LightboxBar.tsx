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

/**
 * Everything about the image that is open: one row. In a narrow window the slider has a row with the line. On a phone the
 * line has its own, and the button that shows the slider keeps room for it.
 */
export function LightboxBar(props: LightboxBarProps): ReactElement {
  const { start, toggle, line, slider, panelId, isOpen, onOpenChange } = props;
  const words = useWords();
  const isAlone = start === undefined && panelId === undefined && !toggle;
  return (
    <div
      data-ick-part="lightbox-bar"
      data-compared={slider ? '' : undefined}
      className="ik:flex ik:flex-none ik:flex-wrap ik:items-center ik:gap-x-3 ik:gap-y-1 ik:px-3 ik:py-1.5 ik:text-xs ik:tabular-nums ik:min-h-12 ik:sm:flex-nowrap ik:data-compared:max-[56rem]:flex-wrap"
    >
      {start}
      {toggle}
      <div
        data-alone={isAlone ? '' : undefined}
        className={`ik:min-w-0 ik:flex-auto ik:truncate ik:leading-5 ik:text-white/75 ik:max-sm:-order-2 ik:max-sm:min-h-8 ik:max-sm:basis-full ik:max-sm:text-center ik:max-sm:leading-8 ik:data-alone:text-center ${slider ? 'ik:max-[56rem]:-order-1' : ''}`}
      >
        {line}
      </div>
      {slider ||
        (toggle && <span className="ik:min-w-24 ik:flex-1 ik:max-sm:-order-1 ik:sm:hidden" />)}
      {panelId !== undefined && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? panelId : undefined}
          onClick={() => onOpenChange(!isOpen)}
          className="ik:group ik:ms-auto ik:flex ik:min-h-9 ik:flex-none ik:items-center ik:gap-1.5 ik:rounded-full ik:px-3 ik:max-sm:px-2 ik:font-medium ik:text-white ik:hover:bg-white/15 ik:aria-expanded:bg-white/12 ik:forced-colors:border"
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
