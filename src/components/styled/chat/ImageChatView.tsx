import {
  type ComponentPropsWithoutRef,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
} from 'react';
import type { ImageDetail } from '../../../models/types.js';
import type { UseImageChatResult, UseImageQueueOptions } from '../../../react/types.js';
import type { ComposerIntake } from '../../parts/composer/index.js';
import { DropzoneHint, DropzoneRoot } from '../../parts/dropzone/index.js';
import type { Words } from '../../words/types.js';
import { Composer, growsUp } from '../composer/Composer.js';
import type { ComposerItems } from '../composer/composer-items.js';
import { questionText } from '../composer/question-text.js';
import { useDropIntake } from '../composer/use-drop-intake.js';
import {
  chatModule,
  FollowUps,
  MessageList,
  SlotFailure,
  Suggestions,
  UsageLine,
} from './chat-module.js';
import { markdownModule } from '../messages/markdown-module.js';
import type { MessageSlots } from '../messages/message-slots.js';
import type { Dictation } from '../../shared/browser-dictation.js';
import { focusUnlessElsewhere } from '../../shared/focused-element.js';
import { SlotBoundary } from '../../shared/SlotBoundary.js';
import type { FollowUpSource, Suggestion } from './Suggestions.js';
import { EmptyChat } from './EmptyChat.js';
import { KitRoot, type Theme } from './KitRoot.js';
import { LeftOutContext } from '../tray/left-out-context.js';
import { emptyBox, PlainMessages } from '../messages/PlainMessages.js';
import { RequestNotice } from './RequestNotice.js';
import { useEscape } from './use-escape.js';
import { useTyping } from './use-typing.js';

export interface ImageChatViewProps
  extends MessageSlots, Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** The value of `useImageChat`. */
  chat: UseImageChatResult;
  /** How images are prepared that are added to a question while it is edited. */
  queue?: Omit<UseImageQueueOptions, 'model' | 'rules'>;
  /** Light, dark, or as the system. @defaultValue 'system' */
  theme?: Theme;
  /** Replaces words of the interface: `germanWords`, `arabicWords`, or some of your own. @defaultValue English */
  words?: Partial<Words>;
  /** Limits for what is dropped, pasted and picked. `maxFiles` counts what is already there. */
  intake?: ComposerIntake;
  /** Choices of detail. */
  details?: readonly ImageDetail[];
  /** Whether the words that are selected in an answer can be quoted in the composer. @defaultValue true */
  quote?: boolean | undefined;
  /** Content above the conversation. */
  header?: ReactNode;
  /** Content of an empty conversation. @defaultValue one line that invites */
  empty?: ReactNode;
  /** Questions to begin with, below the empty conversation. A press writes one into the composer. */
  suggestions?: readonly Suggestion[];
  /**
   * Questions to go on with, below the last answer once it is complete: a list, or a function of that answer. A press writes
   * one into the composer.
   */
  followUps?: FollowUpSource;
  /** What a `/` at the start of the text offers: a list, or a search of the app. @defaultValue none */
  commands?: ComposerItems | undefined;
  /** What an `@` offers, in addition to the images of the message. @defaultValue the images only */
  mentions?: ComposerItems | undefined;
  /**
   * Lets the user speak: `browserDictation()`, or a service of the app. @defaultValue none
   */
  dictation?: Dictation | undefined;
  /** Buttons next to the one that adds images. */
  tools?: ReactNode;
  /** Also takes what is dropped elsewhere on the page. @defaultValue true */
  isPageWideDrop?: boolean;
  /**
   * Focuses the text when the chat appears, unless something else has the focus. A touch screen stays without its
   * keyboard. @defaultValue false
   */
  isFocused?: boolean;
}

/** Content of the app that cannot take the chat down if it fails. */
function guarded(content: ReactNode): ReactNode {
  return content && <SlotBoundary fallback={<SlotFailure />}>{content}</SlotBoundary>;
}

/**
 * The view of a chat, for a hook that the app calls itself. Fills the available height, and has a default height if
 * there is none.
 */
export function ImageChatView(props: ImageChatViewProps): ReactElement {
  const {
    chat,
    queue,
    theme,
    words,
    intake,
    details,
    header,
    empty,
    suggestions,
    followUps,
    commands,
    mentions,
    dictation,
    tools,
    renderPart,
    renderMessage,
    messageActions,
    onFeedback,
    readAloud,
    quote,
    renderAvatar,
    renderName,
    renderTime,
    imageTools,
    markdown,
    showUsage = false,
    isPageWideDrop = true,
    isFocused = false,
    className = '',
    ...rest
  } = props;
  const { composer, entries, status, stop } = chat;
  const isBusy = status !== 'ready';
  const root = useRef<HTMLDivElement>(null);
  useEscape(root, isBusy ? stop : undefined);
  // Once the network has failed, the code that says so does not come either.
  useEffect(() => chatModule.preload(), []);
  const isBegun = entries.length > 0 || composer.text !== '' || composer.queue.items.length > 0;
  useEffect(() => {
    if (isBegun) markdownModule.preload();
  }, [isBegun]);
  useTyping(root);
  useEffect(() => {
    if (isFocused) focusUnlessElsewhere(questionText(root.current));
  }, [isFocused]);
  const write = (text: string): void => {
    composer.setText(text);
    questionText(root.current)?.focus();
  };
  const answer = entries.at(-1);
  const isAnswered = !isBusy && answer?.answer?.status === 'complete';
  const invitation = (
    <>
      {guarded(empty) ?? <EmptyChat />}
      {suggestions && <Suggestions suggestions={suggestions} onChoose={write} />}
    </>
  );
  // The list also offers to undo the removal of the last message.
  const hasMessages = entries.length > 0 || chat.beforeRemoval !== undefined;
  return (
    <KitRoot
      ref={root}
      data-ick-part="image-chat"
      className={className}
      {...(theme && { theme })}
      {...(words && { words })}
      {...rest}
    >
      <DropzoneRoot
        {...useDropIntake(root, composer, intake)}
        isPageWide={isPageWideDrop}
        className="ik:group/chat ik:flex ik:min-h-0 ik:contain-inline-size ik:flex-[1_1_var(--ick-min-height,min(32rem,100dvh))] ik:flex-col"
      >
        {guarded(header)}
        <div
          className={`ik:flex ik:min-h-0 ik:flex-col ik:transition-opacity ik:duration-150 ik:group-data-drop-target/chat:opacity-60 ${hasMessages ? 'ik:flex-1' : 'ik:flex-[1_1_20rem]'}`}
        >
          {hasMessages ? (
            <MessageList
              chat={chat}
              empty={invitation}
              {...(queue && { queue })}
              renderPart={renderPart}
              renderMessage={renderMessage}
              messageActions={messageActions}
              onFeedback={onFeedback}
              readAloud={readAloud}
              quote={quote}
              renderAvatar={renderAvatar}
              renderName={renderName}
              renderTime={renderTime}
              imageTools={imageTools}
              markdown={markdown}
              showUsage={showUsage}
              fallback={<PlainMessages entries={entries} onTryAgain={chat.regenerate} />}
            />
          ) : (
            <div className={emptyBox}>{invitation}</div>
          )}
        </div>
        {isAnswered &&
          followUps &&
          guarded(<FollowUps answer={answer} followUps={followUps} onChoose={write} />)}
        <LeftOutContext.Provider value={chat.leftOutIds}>
          <Composer
            composer={composer}
            isBusy={isBusy}
            onStop={stop}
            onFix={chat.fix}
            tools={guarded(tools)}
            notice={chat.error && <RequestNotice chat={chat} />}
            className={`ik:mx-auto ik:flex ik:w-full ik:max-w-(--ick-width,47.5rem) ik:flex-col ik:px-4 ${growsUp} ${fade} ${hasMessages ? '' : roomForTray}`}
            commands={commands}
            mentions={mentions}
            showUsage={showUsage}
            {...(dictation && { dictation })}
            {...(intake && { intake })}
            {...(details && { details })}
          />
        </LeftOutContext.Provider>
        <div className="ik:@container">
          {hasMessages ? (
            <div className={`${foot} ik:mx-auto ik:w-full ik:max-w-(--ick-width,47.5rem)`}>
              {showUsage && chat.totals.inputTokens > 0 && (
                // A first answer has the same figures below itself.
                <UsageLine
                  totals={chat.totals}
                  className={
                    chat.totals.inputTokens === answer?.answer?.inputTokens
                      ? 'ik:sr-only'
                      : 'ik:truncate ik:tabular-nums'
                  }
                />
              )}
            </div>
          ) : (
            <DropzoneHint
              className={`${foot} ik:text-center ik:narrow:opacity-0 ik:data-drop-target:invisible`}
            />
          )}
        </div>
      </DropzoneRoot>
    </KitRoot>
  );
}

/** What is said below the composer has its line before it comes. */
const foot =
  'ik:min-h-8.5 ik:px-4 ik:py-2 ik:text-xs ik:text-ink-3 ik:narrow:h-4 ik:narrow:min-h-0 ik:narrow:overflow-hidden ik:narrow:py-0';

/** The conversation ends softly above the composer. */
const fade =
  "ik:before:pointer-events-none ik:before:sticky ik:before:-mt-6 ik:before:h-6 ik:before:flex-none ik:before:bg-linear-to-t ik:before:from-paper ik:before:to-transparent ik:before:content-[''] ik:forced-colors:before:hidden";

/** Where there is room, the invitation stays in its place when the first image arrives. */
const roomForTray = 'ik:flex-[0_9999_14.5rem] ik:pointer-coarse:flex-[0_9999_15.5rem]';
