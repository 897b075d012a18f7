import {
  createContext,
  type MouseEvent,
  type ReactElement,
  useContext,
  useEffect,
  useRef,
} from 'react';
import { KitError } from '../../../errors.js';
import type { AnswerWait } from '../../../chat/types.js';
import { formatDuration } from '../../words/format.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { useSecondsSince } from '../shared/use-seconds.js';
import { useWaitingWords } from '../shared/use-waiting-words.js';

export interface PendingWait {
  wait?: AnswerWait | undefined;
  tryNow?: (() => void) | undefined;
}

/** What the answer in flight is waiting for. Only the line that shows it re-renders when that changes. */
export const WaitContext = createContext<PendingWait>({});

/** Shorter waits are not shown. */
const SHOWN_FROM_S = 2;
const FIRST_ANNOUNCEMENT_S = 10;

/** What an answer is waiting for, and for how long. Counts every second visibly, and aloud once a minute. */
export function WaitLine({ startedAtMs }: { startedAtMs: number }): ReactElement {
  const { wait = { for: 'model', sinceMs: startedAtMs } } = useContext(WaitContext);
  return wait.nextTryAtMs === undefined ? (
    <Elapsed key={wait.sinceMs} wait={wait} />
  ) : (
    <NextTry key={wait.sinceMs} wait={wait} nextTryAtMs={wait.nextTryAtMs} />
  );
}

const line = 'ik:flex ik:flex-wrap ik:items-baseline ik:gap-x-2 ik:text-ink-3 ik:tabular-nums';

function Elapsed({ wait }: { wait: AnswerWait }): ReactElement {
  const seconds = useSecondsSince(wait.sinceMs);
  const words = useWords();
  const { preparingRequest } = useWaitingWords();
  const isShown = seconds >= SHOWN_FROM_S;
  const what = isShown && wait.for === 'request' ? preparingRequest : words.waitingForAnswer;
  useAnnouncement(
    seconds < FIRST_ANNOUNCEMENT_S ? undefined : what,
    seconds < 60 ? FIRST_ANNOUNCEMENT_S : seconds - (seconds % 60),
  );
  return (
    <p data-ick-part="message-wait" data-for={wait.for} className={line}>
      <span data-shimmer="">{what}</span>
      {isShown && <span>{formatDuration(seconds, words.locale)}</span>}
    </p>
  );
}

function useAnnouncement(what: string | undefined, seconds: number): void {
  const announce = useAnnounce();
  const { locale } = useWords();
  useEffect(() => {
    if (what !== undefined) announce(`${what} ${formatDuration(seconds, locale)}`);
  }, [announce, what, seconds, locale]);
}

function NextTry({ wait, nextTryAtMs }: { wait: AnswerWait; nextTryAtMs: number }): ReactElement {
  const { tryNow } = useContext(WaitContext);
  const words = useWords();
  const { nextTry, tryNow: tryNowLabel } = useWaitingWords();
  const announce = useAnnounce();
  const seconds = Math.max(1, -useSecondsSince(nextTryAtMs));
  const wasAsked = KitError.is(wait.error) && wait.error.facts.retryAfterMs !== undefined;
  const message = nextTry(formatDuration(seconds, words.locale), wasAsked);
  const first = useRef(message);
  useEffect(() => announce(first.current), [announce]);
  return (
    <p data-ick-part="message-wait" data-for={wait.for} className={line}>
      <span>{message}</span>
      {tryNow && (
        <button type="button" onClick={pressed(tryNow)} className={button}>
          {tryNowLabel}
        </button>
      )}
    </p>
  );
}

const button =
  'ik:-my-1 ik:min-h-8 ik:rounded-full ik:px-2.5 ik:text-sm ik:font-medium ik:text-accent ik:hover:bg-accent-soft';

/** The button disappears with its wait, so the focus moves to the conversation first. */
function pressed(tryNow: () => void) {
  return ({ currentTarget }: MouseEvent): void => {
    currentTarget.closest<HTMLElement>('[data-ick-part=messages]')?.focus();
    tryNow();
  };
}
