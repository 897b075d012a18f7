import { type ReactElement, useRef, useState } from 'react';
import type { IntakeRejection } from '../../../intake/rejection.js';
import { cleanName } from '../../words/clean-name.js';
import { useWords } from '../../words/WordsProvider.js';
import { Notice } from '../shared/Notice.js';
import { useScrollEdges } from '../tray/use-scroll-edges.js';

/** Of a long list this many are shown at first: a folder may hold hundreds that are not images. */
const SHOWN_AT_FIRST = 2;
const LONG_LIST = 5;

export interface RejectionNoticeProps {
  rejections: readonly IntakeRejection[];
  onDismiss: () => void;
  /** Returns the action that sends an image that was not copied as a link; `undefined` if that is impossible. */
  sendLink?: (rejection: IntakeRejection) => (() => void) | undefined;
}

/** Which files were rejected, and why. For many, their number, with the rest one press away. */
export function RejectionNotice(props: RejectionNoticeProps): ReactElement {
  const { rejections, onDismiss, sendLink } = props;
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const count = rejections.length;
  const isLong = count >= LONG_LIST;
  const shown = isLong && !isOpen ? rejections.slice(0, SHOWN_AT_FIRST) : rejections;
  useScrollEdges(list, shown.length);
  const summary = isLong ? words.notTaken(count) : undefined;
  const spoken = (isLong ? rejections.slice(0, SHOWN_AT_FIRST) : rejections).map((rejection) => {
    const name = cleanName(rejection.name);
    return name ? `${name}: ${words.rejection(rejection)}` : words.rejection(rejection);
  });
  return (
    <Notice onDismiss={onDismiss} spoken={[summary ?? [], spoken].flat().join(' ')}>
      {summary && <p className="ik:leading-5 ik:font-semibold">{summary}</p>}
      <ul
        ref={list}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls has to be reached by keys
        {...(isLong && isOpen && { tabIndex: 0, 'aria-label': summary })}
        className={`ik:-mt-1 ik:list-none ik:leading-5 ik:text-ink-2 ${isLong && isOpen ? scrolled : ''}`}
      >
        {shown.map((rejection, index) => {
          const name = cleanName(rejection.name);
          const onSendLink = sendLink?.(rejection);
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the same file may be refused twice
            <li key={`${index}-${name}`} className="ik:mt-1">
              {name && (
                <>
                  <bdi className="ik:font-semibold ik:text-ink">{name}</bdi>:{' '}
                </>
              )}
              {words.rejection(rejection)}
              {onSendLink && (
                <button
                  type="button"
                  onClick={onSendLink}
                  className="ik:ms-1.5 ik:min-h-6 ik:font-semibold ik:text-warn ik:underline ik:underline-offset-2 ik:pointer-coarse:min-h-11"
                >
                  {words.sendLink}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {isLong && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          className="ik:min-h-8 ik:font-semibold ik:underline ik:underline-offset-2 ik:pointer-coarse:min-h-11"
        >
          {isOpen ? words.showFewer : words.showAll(count)}
        </button>
      )}
    </Notice>
  );
}

/** Whole entries, until all are asked for: a sentence that is cut does not say what to do. */
const scrolled =
  'ik:fade-edges ik:max-h-[min(40dvh,10rem)] ik:overflow-y-auto ik:[scrollbar-width:thin]';
