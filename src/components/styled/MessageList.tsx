import { ArrowDown } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ChatEntry } from '../../chat/types.js';
import type { ChatMessage } from '../../messages/types.js';
import { useLatest } from '../../react/index.js';
import type { ImageChat, ImageQueueHookOptions, QuestionOptions } from '../../react/types.js';
import { MessagesJump, MessagesList } from '../primitives/messages/index.js';
import { imagesOf } from '../primitives/messages/messages-context.js';
import { Answer } from './Answer.js';
import { createLazyComponent } from '../lazy-component.js';
import { KitRoot } from './KitRoot.js';
import { Lightbox } from './Lightbox.js';
import { messagesBox, messagesColumn } from './PlainMessages.js';
import { UserMessage } from './UserMessage.js';

export interface MessageListProps {
  /** What a chat of the app's own may leave out is not offered. */
  chat: Pick<
    ImageChat,
    'entries' | 'status' | 'questionOptions' | 'regenerate' | 'edit' | 'remove' | 'leftOutIds'
  > &
    Partial<
      Pick<
        ImageChat,
        'canContinue' | 'continueAnswer' | 'showVersion' | 'undoRemove' | 'beforeRemoval'
      >
    >;
  /** How pictures are made that are added to a question while it is edited. @defaultValue as in the chat */
  queue?: Omit<ImageQueueHookOptions, 'model' | 'rules'>;
  /** What stands there before the first message. */
  empty?: ReactNode;
  className?: string;
}

/** So many messages at the end are whole from the first; those before when they come near to what is seen. */
const NEAR_THE_END = 30;

const removalNotice = createLazyComponent(
  async () => (await import('./RemovalNotice.js')).RemovalNotice,
);
const editBox = createLazyComponent(async () => (await import('./EditBox.js')).EditBox);

/** The conversation, with everything that can be done to it. */
export function MessageList({
  chat,
  queue,
  empty,
  className = '',
}: MessageListProps): ReactElement {
  const { entries, status } = chat;
  const [editedId, setEditedId] = useState<string>();
  /** The question that was edited last: it gets the focus when its box goes. */
  const [returnedId, setReturnedId] = useState<string>();
  const [opened, setOpened] = useState<{ messageId: string; imageId: string }>();
  const isBusy = status !== 'ready';

  useEffect(() => editBox.preloadWhenIdle(), []);
  const latest = useLatest(chat);
  const actions = useMemo(
    () => ({
      askAgain: (answerId: string) => void latest.current.regenerate(answerId),
      continueAnswer: () => void latest.current.continueAnswer?.(),
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
  const images = openEntry ? imagesOf(openEntry) : [];
  const openIndex = images.findIndex(({ id }) => id === opened?.imageId);
  const questions = useMemo(() => askedAbout(entries), [entries]);
  return (
    <KitRoot className={`ik:flex ik:min-h-0 ik:flex-1 ik:flex-col ${className}`}>
      <MessagesList entries={entries} className={messagesBox}>
        <div className={messagesColumn}>
          {entries.length === 0 && empty}
          {entries.map((entry, index) => {
            const { id, role } = entry.message;
            if (role === 'system') return null;
            if (id === editedId) {
              return (
                <editBox.Component
                  key={id}
                  entry={entry}
                  history={messagesBefore(entries, id)}
                  options={withQueue(chat.questionOptions, queue)}
                  isBusy={isBusy}
                  onSubmit={(input) => chat.edit(id, input)}
                  onClose={() => {
                    setEditedId(undefined);
                    setReturnedId(id);
                  }}
                />
              );
            }
            return role === 'user' ? (
              <UserMessage
                key={id}
                entry={entry}
                isBusy={isBusy}
                takesFocus={id === returnedId}
                leftOutIds={chat.leftOutIds}
                onEdit={actions.edit}
                onShowVersion={actions.showVersion}
                onRemove={actions.remove}
                onOpenImage={actions.openImage}
              />
            ) : (
              <Answer
                // All versions of an answer are one element, so that the switch keeps the focus.
                key={`${entries[index - 1]?.message.id}-answer`}
                entry={entry}
                isFar={index < entries.length - NEAR_THE_END}
                isBusy={isBusy}
                question={questions.get(id)}
                onAskAgain={actions.askAgain}
                onContinue={
                  chat.canContinue && index === entries.length - 1
                    ? actions.continueAnswer
                    : undefined
                }
                onShowVersion={actions.showVersion}
                onRemove={actions.remove}
                onEditQuestion={actions.editQuestion}
                onOpenImage={actions.openImage}
              />
            );
          })}
        </div>
        <MessagesJump className="ik:sticky ik:bottom-2 ik:mx-auto ik:-mt-9 ik:grid ik:size-9 ik:place-items-center ik:rounded-full ik:border ik:border-line-strong ik:bg-surface ik:text-ink-2 ik:shadow-card">
          <ArrowDown className="ik:size-4.5" strokeWidth={1.75} />
        </MessagesJump>
      </MessagesList>
      {chat.beforeRemoval && chat.undoRemove && (
        <removalNotice.Component onUndo={chat.undoRemove} />
      )}
      {openEntry && openIndex >= 0 && (
        <Lightbox
          images={images}
          index={openIndex}
          onIndexChange={(index) => {
            const next = images[index];
            if (next) setOpened({ messageId: openEntry.message.id, imageId: next.id });
          }}
          onClose={() => setOpened(undefined)}
          rules={chat.questionOptions.queue.rules}
        />
      )}
    </KitRoot>
  );
}

function messagesBefore(entries: readonly ChatEntry[], messageId: string): ChatMessage[] {
  const index = entries.findIndex(({ message }) => message.id === messageId);
  return entries.slice(0, index).map(({ message }) => message);
}

function withQueue(options: QuestionOptions, queue: MessageListProps['queue']): QuestionOptions {
  return { ...options, queue: { ...options.queue, ...queue } };
}

/** For each answer, the last question with pictures before it. */
function askedAbout(entries: readonly ChatEntry[]): ReadonlyMap<string, ChatEntry> {
  const questions = new Map<string, ChatEntry>();
  let question: ChatEntry | undefined;
  for (const entry of entries) {
    if (entry.message.role === 'user' && imagesOf(entry).length > 0) question = entry;
    else if (question) questions.set(entry.message.id, question);
  }
  return questions;
}
