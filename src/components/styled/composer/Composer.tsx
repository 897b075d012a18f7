import { ArrowUp, Square } from 'lucide-react';
import { memo, type ReactElement, type ReactNode, useContext, useRef } from 'react';
import type { Problem } from '../../../messages/types.js';
import type { ImageDetail } from '../../../models/types.js';
import type { ImageChatComposer } from '../../../react/types.js';
import {
  ComposerInput,
  ComposerRoot,
  ComposerSend,
  ComposerStop,
  ComposerUndo,
  type ComposerIntake,
  useComposer,
} from '../../parts/composer/index.js';
import type { Dictation } from '../../shared/browser-dictation.js';
import { DropzoneContext, DropzoneRoot } from '../../parts/dropzone/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { AddMenu } from '../adding/AddMenu.js';
import {
  AppMenu,
  ComposerNotices,
  ComposerTray,
  DictationButton,
  FileChips,
  MentionMenu,
  MessageTotals,
  WaitingQuestions,
} from './composer-module.js';
import { KitRoot } from '../chat/KitRoot.js';
import type { ComposerItems } from './composer-items.js';
import { useDropIntake } from './use-drop-intake.js';
import { PlainComposerNotices } from './PlainComposerNotices.js';
import { PlainNotice } from '../shared/PlainNotice.js';

/** What a `Composer` edits: `useImageChat().composer` fits, and one without the message it makes. */
export type ComposerContent = Omit<ImageChatComposer, 'message'> &
  Partial<Pick<ImageChatComposer, 'message'>>;

export interface ComposerProps {
  /** Text, images and Send of `useImageChat().composer`. */
  composer: ComposerContent;
  /** Whether an answer is pending. @defaultValue false */
  isBusy?: boolean;
  /** Called by the Stop button, which is shown while an answer is pending. */
  onStop?: () => void;
  /** Limits for what is dropped, pasted and picked. `maxFiles` counts what is already there. */
  intake?: ComposerIntake;
  /** Takes what is dropped on it. @defaultValue only if no dropzone is above it */
  takesDrops?: boolean;
  /** Choices of detail. */
  details?: readonly ImageDetail[];
  /** Buttons next to the + that adds images. */
  tools?: ReactNode;
  /** What a `/` at the start of the text offers: a list, or a search of the app. @defaultValue none */
  commands?: ComposerItems | undefined;
  /** What an `@` offers, in addition to the images of the message. @defaultValue the images only */
  mentions?: ComposerItems | undefined;
  /** Lets the user speak: `browserDictation()`, or a service of the app. @defaultValue none */
  dictation?: Dictation | undefined;
  /** Applies the fix of a problem, as `useImageChat().fix` does. */
  onFix?: (problem: Problem) => unknown;
  /** Whether the tokens and bytes of the images are visible beside their count. @defaultValue false */
  showUsage?: boolean | undefined;
  /** Content above the card: an error, for instance. */
  notice?: ReactNode;
  /** Replaces Send and Stop. */
  actions?: ReactNode;
  /** Focuses the text when it appears. @defaultValue false */
  isFocused?: boolean;
  className?: string;
}

/** One card: the tray, the text, one row of tools. Takes drops itself if no dropzone is above it. */
export const Composer = memo(function Composer(props: ComposerProps): ReactElement {
  const { composer, isBusy, onStop, intake, className = '' } = props;
  const isInDropzone = useContext(DropzoneContext) !== undefined;
  const { takesDrops = !isInDropzone } = props;
  const root = useRef<HTMLDivElement>(null);
  const dropIntake = useDropIntake(root, composer, intake);
  const form = (
    <ComposerRoot
      composer={composer}
      className={`ik:grid ik:grow ik:grid-cols-[minmax(0,1fr)] ik:content-end ik:gap-2 ${growsUp}`}
      {...(isBusy !== undefined && { isBusy })}
      {...(onStop && { onStop })}
      {...(intake && { intake })}
    >
      <ComposerCard {...props} />
    </ComposerRoot>
  );
  return (
    <KitRoot ref={root} className={className}>
      {takesDrops ? <DropzoneRoot {...dropIntake}>{form}</DropzoneRoot> : form}
    </KitRoot>
  );
});

/**
 * What grows upwards from the edge below it, while its content stays in place. Chromium does not count that as a shift
 * of the layout for a sticky box.
 */
export const growsUp = 'ik:sticky';

const tint =
  'ik:has-[[data-ick-part=composer-input]:focus-visible]:border-ink-3/60 ik:has-[[data-ick-part=composer-input]:focus-visible]:ring-3 ik:has-[[data-ick-part=composer-input]:focus-visible]:ring-accent/8 ik:forced-colors:has-[[data-ick-part=composer-input]:focus-visible]:outline-2';

function ComposerCard(props: ComposerProps): ReactElement {
  const { commands, mentions, showUsage } = props;
  const { composer: given, details, tools, dictation, notice, actions, isFocused, onFix } = props;
  const { composer, state, removal } = useComposer('Composer');
  const { queue } = composer;
  const dropzone = useContext(DropzoneContext);
  const words = useWords();
  const isDropTarget = dropzone?.dropTarget === true;
  const confirmation = state.confirming ? words.sendsTextAlone : undefined;
  const sendHint = state.armed ? words.sendsWhenReady : confirmation;
  return (
    <>
      {notice}
      <ComposerNotices
        composer={given}
        onFix={onFix}
        fallback={<PlainComposerNotices composer={given} />}
      />
      {given.waiting && given.waiting.entries.length > 0 && <WaitingQuestions composer={given} />}
      <div
        data-drop-target={isDropTarget ? '' : undefined}
        data-sending={state.sending ? '' : undefined}
        className={`ik:group/card ik:z-2 ik:rounded-lg ik:border ik:border-line-strong ik:bg-surface ik:py-2.5 ik:shadow-card ik:transition-colors ik:duration-150 ik:data-drop-target:border-accent ik:data-drop-target:bg-accent-soft ${growsUp} ${tint}`}
      >
        <ComposerTray
          fallback={
            queue.items.length > 0 && (
              <div className="ik:flex ik:h-29.5 ik:gap-2.5 ik:overflow-hidden ik:px-4 ik:pointer-coarse:h-31.5">
                {queue.items.slice(0, MOST_PLACES).map(({ id }) => (
                  <span key={id} className={place} />
                ))}
              </div>
            )
          }
          renderFailure={(error) =>
            queue.items.length > 0 && <PlainNotice>{words.error(error)}</PlainNotice>
          }
          composer={given}
          details={details}
          className={`ik:-mt-2.5 ik:-mb-1 ${onItsWay}`}
        />
        {given.files && <FileChips files={given.files} />}
        <ComposerInput
          {...(isFocused && { autoFocus: true })}
          className={`${onItsWay} ik:block ik:max-h-60 ik:min-h-9 ik:w-full ik:resize-none ik:px-4 ik:py-1 ik:text-md ik:outline-none ik:placeholder:text-ink-3 ik:pointer-coarse:text-[max(1rem,16px)]`}
        />
        {queue.items.length > 0 && <MentionMenu />}
        {(commands || mentions) && <AppMenu commands={commands} mentions={mentions} />}
        <div
          data-ick-tooltip-below=""
          className={`ik:group/tools ik:mt-1.5 ik:flex ik:items-center ik:gap-1 ik:pe-2.5 ${plusInLine}`}
        >
          <AddMenu className={forFingers} />
          {tools}
          {dictation && <DictationButton dictation={dictation} className={forFingers} />}
          {/* On a phone there is room for the figures, or for what Undo brings back, or for what Send
              waits for, or for buttons with words. */}
          <span
            className={`ik:contents ik:not-focus-within:not-has-aria-expanded:max-sm:group-has-[[data-ick-part=composer-undo]]/tools:hidden ${actions || sendHint ? 'ik:max-sm:hidden' : ''}`}
          >
            <MessageTotals details={details} showUsage={showUsage} />
          </span>
          <span className="ik:flex-1" />
          <ComposerUndo className="ik:flex ik:h-8 ik:min-w-0 ik:items-center ik:gap-1.5 ik:rounded-full ik:px-2.5 ik:text-sm ik:font-medium ik:text-accent ik:hover:bg-accent-soft">
            <span className="ik:truncate ik:font-normal ik:text-ink-2">{removal}</span>
            <span className="ik:flex-none">{words.undo}</span>
          </ComposerUndo>
          {/* The count of images says it, once there are some. */}
          {(sendHint !== undefined || (queue.isArriving && queue.items.length === 0)) && (
            <span
              data-ick-part="composer-wait"
              data-arriving={sendHint === undefined ? '' : undefined}
              className="ik:me-1.5 ik:line-clamp-2 ik:text-end ik:text-xs ik:text-balance ik:text-ink-2 ik:transition-opacity ik:delay-300 ik:duration-150 ik:data-arriving:starting:opacity-0"
            >
              {sendHint ?? words.arriving}
            </span>
          )}
          {actions ?? (
            <>
              <ComposerSend className={`${round} ${secondWhileBusy}`}>
                <ArrowUp className="ik:size-4.5" />
              </ComposerSend>
              <ComposerStop className={round}>
                <Square className="ik:size-3.5 ik:fill-current" />
              </ComposerStop>
            </>
          )}
        </div>
        {isDropTarget && (
          <p
            data-ick-part="drop-now"
            className="ik:pointer-events-none ik:absolute ik:-inset-px ik:grid ik:place-items-center ik:rounded-[inherit] ik:border-2 ik:border-dashed ik:border-accent ik:bg-accent-soft ik:font-medium ik:text-accent"
          >
            {words.dropNow(dropzone.draggedCount ?? 0)}
          </p>
        )}
      </div>
    </>
  );
}

/** Where tiles will be, as many as a row has, while their code is loading. */
const MOST_PLACES = 8;
const place = 'ik:h-21 ik:w-26 ik:flex-none ik:rounded-md ik:border ik:border-line ik:bg-sunken';

/** The sent message is dimmed until the server has accepted it. */
const onItsWay = 'ik:transition-opacity ik:duration-150 ik:group-data-sending/card:opacity-65';

/** The sign of the first button starts where the images and the text do: within the button it has about 10 px in front of it. */
const plusInLine = 'ik:ps-[max(0px,1rem*var(--ick-density,1)-0.625rem)] ik:pointer-coarse:ps-0';

const forFingers = 'ik:pointer-coarse:size-11';

/** Two filled buttons would compete: Stop is the one of the moment. */
const secondWhileBusy = 'ik:data-busy:bg-accent-soft ik:data-busy:text-accent';

const round =
  'ik:forced-colors:border ik:grid ik:size-9 ik:flex-none ik:place-items-center ik:rounded-full ik:bg-accent ik:text-accent-ink ik:transition-opacity ik:duration-150 ik:disabled:opacity-35 ik:pointer-coarse:size-11';
