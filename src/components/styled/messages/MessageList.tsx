import { ArrowDown } from 'lucide-react';
import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react';
import type { ImagePart } from '../../../messages/types.js';
import { useLatest } from '../../../react/use-latest.js';
import { ResolveImageUrlContext, MessagesJump, MessagesList } from '../../parts/messages/index.js';
import { Answer } from './Answer.js';
import { EditedMessage, ListContext } from './EditedMessage.js';
import { RateContext } from './FeedbackButtons.js';
import { createRowGrouper, type Row } from './group-rows.js';
import { IsBusyContext } from './is-busy-context.js';
import { focusedElement } from '../../shared/focused-element.js';
import { matchesMedia } from '../../shared/matches-media.js';
import { questionText } from '../composer/question-text.js';
import { KitRoot } from '../chat/KitRoot.js';
import { LoadedLinksContext, useOwnLoadedLinks } from './loaded-links.js';
import { emptyBox, fadeAtTop, messagesBox, messagesColumn } from './PlainMessages.js';
import { createRegionBoard, RegionBoardContext } from '../regions/region-board.js';
import { type MessageSlots, SlotsContext } from './message-slots.js';
import { MessageLightbox } from './MessageLightbox.js';
import { MessageSection } from './MessageSection.js';
import { resetKeyOf, Slot } from './Slots.js';
import { RulesContext } from './rules-context.js';
import { RemovalNotice } from './RemovalNotice.js';
import type { MessageListProps } from './types.js';
import { showBesideFocus } from './use-near-view.js';
import { MarkUpContext } from './ImageActions.js';
import { QueueMarkup } from '../markup/MarkupDialog.js';
import { Quoting } from '../reading/Quoting.js';
import { ReuseContext, useReuse } from './use-reuse.js';
import { UserMessage } from './UserMessage.js';
import { WaitContext } from './WaitLine.js';

/** The conversation, with everything that can be done with it. */
export function MessageList(props: MessageListProps): ReactElement {
  const { chat, header, empty, renderMessage, quote = true, className = '' } = props;
  const slots = useSlots(props);
  const { entries, status, leftOutIds, canContinue, wait, tryNow } = chat;
  const pendingWait = useMemo(() => ({ wait, tryNow }), [wait, tryNow]);
  const [editedId, setEditedId] = useState<string>();
  /** The question whose editing was given up last: its button gets the focus again. */
  const [returnedId, setReturnedId] = useState<string>();
  const [opened, setOpened] = useState<{ messageId: string; imageId: string }>();
  const continuableId = canContinue ? entries.at(-1)?.message.id : undefined;

  const list = useRef<HTMLDivElement>(null);
  const latest = useLatest(chat);
  const actions = useMemo(
    () => ({
      regenerate: (answerId: string) => {
        holdFocus(list.current);
        void latest.current.regenerate(answerId);
      },
      continueAnswer: () => {
        holdFocus(list.current);
        void latest.current.continueAnswer?.();
      },
      showVersion: (messageId: string, index: number) =>
        latest.current.showVersion?.(messageId, index),
      remove: (messageId: string) => latest.current.remove(messageId),
      edit: (messageId: string) => {
        setReturnedId(undefined);
        setEditedId(messageId);
      },
      editQuestion: (answerId: string) => {
        const before = latest.current.entries;
        const index = before.findIndex(({ message }) => message.id === answerId);
        setEditedId(
          before.slice(0, index).findLast(({ message }) => message.role === 'user')?.message.id,
        );
      },
      openImage: (messageId: string, imageId: string) => setOpened({ messageId, imageId }),
    }),
    [latest],
  );

  const openEntry = entries.find(({ message }) => message.id === opened?.messageId);
  const [regionBoard] = useState(createRegionBoard);
  const loadedLinks = useOwnLoadedLinks();
  const reuse = useReuse(chat.composer);
  const queue = chat.composer?.queue;
  const [markedId, setMarkedId] = useState<string>();
  const addAndMarkUp = useCallback(
    (image: ImagePart) => setMarkedId(latest.current.composer?.queue.addParts([image])[0]),
    [latest, setMarkedId],
  );
  const markUp = queue && addAndMarkUp;
  const [group] = useState(createRowGrouper);
  const sections = useMemo(() => group(entries), [group, entries]);
  const draw = useCallback(
    ({ key, entry, question, isFar }: Row): ReactElement => {
      const { id, role } = entry.message;
      if (id === editedId) {
        const close = (isSent: boolean): void => {
          if (isSent) focusNextQuestion(list.current);
          else setReturnedId(id);
          setEditedId(undefined);
        };
        return <EditedMessage key={key} entry={entry} onClose={close} />;
      }
      const message =
        role === 'user' ? (
          <UserMessage
            key={key}
            entry={entry}
            isFar={isFar}
            takesFocus={id === returnedId}
            leftOutIds={leftOutIds}
            onEdit={actions.edit}
            onShowVersion={actions.showVersion}
            onRemove={actions.remove}
            onOpenImage={actions.openImage}
          />
        ) : (
          <Answer
            key={key}
            entry={entry}
            isFar={isFar}
            question={question}
            onRegenerate={actions.regenerate}
            onContinue={id === continuableId ? actions.continueAnswer : undefined}
            onShowVersion={actions.showVersion}
            onRemove={actions.remove}
            onEditQuestion={actions.editQuestion}
            onOpenImage={actions.openImage}
          />
        );
      return renderMessage ? (
        <Slot
          key={key}
          resetKey={resetKeyOf(entry)}
          own={message}
          render={() => renderMessage({ entry, children: message })}
        />
      ) : (
        message
      );
    },
    [actions, continuableId, editedId, leftOutIds, renderMessage, returnedId],
  );
  return (
    <KitRoot className={`ik:flex ik:min-h-0 ik:flex-1 ik:flex-col ${className}`}>
      <SlotsContext.Provider value={slots}>
        <RegionBoardContext.Provider value={regionBoard}>
          <RulesContext.Provider value={chat.questionOptions.queue.rules}>
            <ReuseContext.Provider value={reuse}>
              <LoadedLinksContext.Provider value={loadedLinks}>
                <ResolveImageUrlContext.Provider value={chat.resolveImageUrl}>
                  <MessagesList
                    ref={list}
                    entries={entries}
                    className={entries.length === 0 ? emptyBox : `${messagesBox} ${fadeAtTop}`}
                    onKeyDown={({ key, currentTarget, target }) => {
                      if (key === 'Tab') showBesideFocus(currentTarget, target as Element);
                    }}
                  >
                    <Quoting
                      composer={quote ? chat.composer : undefined}
                      className={messagesColumn}
                    >
                      {header !== undefined && <Slot render={() => header} />}
                      {entries.length === 0 && <Slot render={() => empty} />}
                      <ListContext.Provider value={editedId === undefined ? undefined : props}>
                        <IsBusyContext.Provider value={status !== 'ready'}>
                          <WaitContext.Provider value={pendingWait}>
                            <RateContext.Provider value={chat.rate}>
                              <MarkUpContext.Provider value={markUp}>
                                {sections.map((section) => (
                                  <MessageSection key={section.key} section={section} draw={draw} />
                                ))}
                              </MarkUpContext.Provider>
                            </RateContext.Provider>
                          </WaitContext.Provider>
                        </IsBusyContext.Provider>
                      </ListContext.Provider>
                    </Quoting>
                    <MessagesJump className="ik:sticky ik:bottom-2 ik:z-1 ik:mx-auto ik:-mt-9 ik:grid ik:size-9 ik:place-items-center ik:rounded-full ik:border ik:border-line-strong ik:bg-surface ik:text-ink-2 ik:shadow-card">
                      <ArrowDown className="ik:size-4.5" strokeWidth={1.75} />
                    </MessagesJump>
                  </MessagesList>
                  {chat.beforeRemoval && chat.undoRemove && (
                    <RemovalNotice onUndo={chat.undoRemove} />
                  )}
                  {queue && (
                    <QueueMarkup
                      queue={queue}
                      openId={markedId}
                      onClose={() => setMarkedId(undefined)}
                    />
                  )}
                  {openEntry && opened && (
                    <MessageLightbox
                      entry={openEntry}
                      imageId={opened.imageId}
                      onImageChange={(imageId) => setOpened({ ...opened, imageId })}
                      onClose={() => setOpened(undefined)}
                      rules={chat.questionOptions.queue.rules}
                      onMarkUp={markUp}
                      onReuse={reuse}
                    />
                  )}
                </ResolveImageUrlContext.Provider>
              </LoadedLinksContext.Provider>
            </ReuseContext.Provider>
          </RulesContext.Provider>
        </RegionBoardContext.Provider>
      </SlotsContext.Provider>
    </KitRoot>
  );
}

/**
 * Keeps the focus in the conversation when the button that was pressed disappears while an answer arrives. Nobody has moved
 * it there, so no ring is around the whole conversation until a key is pressed in it.
 */
function holdFocus(list: HTMLElement | null): void {
  if (!list?.contains(focusedElement(list) ?? null)) return;
  const release = (): void => list.removeAttribute('data-held');
  list.setAttribute('data-held', '');
  list.focus({ preventScroll: true });
  list.addEventListener('blur', release, { once: true });
  list.addEventListener('keydown', release, { once: true });
}

/** After a question the focus is where the next one is written. On a touch screen that would open the keyboard. */
function focusNextQuestion(list: HTMLElement | null): void {
  const chat = list?.closest('[data-ick-part="image-chat"]') ?? null;
  const text = matchesMedia('(pointer: fine)') ? questionText(chat) : null;
  if (text) text.focus();
  else holdFocus(list);
}

/** Returns the same slots while each of them is the same: every message would render again otherwise. */
function useSlots(props: MessageSlots): MessageSlots {
  const { renderPart, messageActions, onFeedback, readAloud, imageTools, markdown, showUsage } =
    props;
  const { renderAvatar, renderName, renderTime } = props;
  return useMemo(
    () => ({
      renderPart,
      messageActions,
      onFeedback,
      readAloud,
      imageTools,
      markdown,
      renderAvatar,
      renderName,
      renderTime,
      showUsage,
    }),
    [
      renderPart,
      messageActions,
      onFeedback,
      readAloud,
      imageTools,
      markdown,
      renderAvatar,
      renderName,
      renderTime,
      showUsage,
    ],
  );
}
