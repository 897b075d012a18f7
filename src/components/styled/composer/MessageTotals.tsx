import { ChevronUp, TriangleAlert } from 'lucide-react';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactElement,
  useId,
  useRef,
  useState,
} from 'react';
import type { ImageDetail } from '../../../models/types.js';
import { ComposerSummary, useComposer } from '../../parts/composer/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { NEAR_LIMIT } from './near-limit.js';
import { TotalsPanel } from './TotalsPanel.js';

export interface MessageTotalsProps {
  /** Choices of detail. @defaultValue those of the model */
  details?: readonly ImageDetail[] | undefined;
  /** Whether tokens and bytes are visible beside the count. They are in the panel in any case. @defaultValue false */
  showUsage?: boolean | undefined;
}

/** One line with the size and cost of the message; a press opens the details, and the settings for all images. */
export function MessageTotals({
  details,
  showUsage = false,
}: MessageTotalsProps): ReactElement | null {
  const { composer } = useComposer('MessageTotals');
  const { queue, message } = composer;
  const words = useWords();
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const isNearLimit = (message?.totals?.fullness ?? 0) >= NEAR_LIMIT;
  const hasFigures = queue.totals.ready > 0 && !queue.isPreparing;
  if (queue.totals.images === 0 && !isNearLimit) return null;
  const { images, ready, failed } = queue.totals;
  // While more arrive, the total would grow behind the count.
  // Beside failures there is no room for it on a phone.
  const isCounting = queue.isPreparing && !queue.isArriving && images > 1 && failed === 0;
  const count = isCounting ? words.readyCount(ready, images) : words.imageCount(images);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    // Escape closes what is open first, and stops the answer only then.
    event.preventDefault();
    event.stopPropagation();
    setIsOpen(false);
    button.current?.focus();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) setIsOpen(false);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears what bubbles from the button and the panel
    <div className="ik:min-w-0" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={panelId}
        data-ick-tooltip={isNearLimit ? words.nearLimit : words.messageTotals}
        data-ick-part="message-totals"
        data-near-limit={isNearLimit ? '' : undefined}
        onClick={() => setIsOpen(!isOpen)}
        className="ik:flex ik:h-8 ik:max-w-full ik:items-center ik:gap-1 ik:rounded-full ik:px-2 ik:text-xs ik:text-ink-3 ik:transition-colors ik:duration-150 ik:hover:bg-sunken ik:aria-expanded:bg-sunken ik:data-near-limit:text-warn"
      >
        {isNearLimit && warningSign}
        {/* In front, where it stays while the figures become longer. */}
        <ChevronUp
          className={`ik:size-3 ik:transition-transform ik:duration-150 ${isOpen ? 'ik:rotate-180' : ''}`}
          aria-hidden
        />
        {hasFigures && (
          <ComposerSummary
            className={`ik:truncate ik:tabular-nums ik:[&_b]:font-medium ik:[&_b]:text-ok ${showUsage ? 'ik:max-sm:sr-only' : 'ik:sr-only'}`}
          />
        )}
        {/* The figures are always part of the name. */}
        <span
          aria-hidden={hasFigures || undefined}
          className={`ik:whitespace-nowrap ${hasFigures && showUsage ? 'ik:sm:hidden' : ''}`}
        >
          {count}
        </span>
        {failed > 0 && (
          <>
            <span> · </span>
            {!isNearLimit && warningSign}
            <span className="ik:truncate ik:font-medium ik:text-warn">
              {words.unsentCaption(failed)}
            </span>
          </>
        )}
        {isNearLimit && <span className="ik:sr-only">{words.nearLimit}</span>}
      </button>
      {isOpen && (
        <>
          <div
            aria-hidden
            className="ik:fixed ik:inset-0 ik:z-10"
            onClick={() => setIsOpen(false)}
          />
          <TotalsPanel id={panelId} details={details} onDone={() => setIsOpen(false)} />
        </>
      )}
    </div>
  );
}

const warningSign = (
  <TriangleAlert className="ik:size-3.5 ik:flex-none ik:text-warn" strokeWidth={1.75} aria-hidden />
);
