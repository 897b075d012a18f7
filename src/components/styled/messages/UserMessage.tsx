import { Pencil, Trash2 } from 'lucide-react';
import {
  memo,
  type ReactElement,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import { MessagesActions, MessagesItem, MessagesText } from '../../parts/messages/index.js';
import { imagesOf, textOf } from '../../parts/messages/messages-context.js';
import { useWords } from '../../words/WordsProvider.js';
import { CopyButton, isReference } from './AnswerBody.js';
import { PartsBehindText } from './AnswerParts.js';
import { MentionText } from './MentionText.js';
import { ActionsSlot, MessageMeta, PartSlot } from './Slots.js';
import { VersionSwitch } from './VersionSwitch.js';
import { IconButton } from '../shared/IconButton.js';
import { IsBusyContext } from './is-busy-context.js';
import { ImageDescriptions } from './ImageDescriptions.js';
import { MessageImages } from './MessageImages.js';
import { questionBubble } from './PlainMessages.js';
import { SendWarnings } from './SendWarnings.js';
import { useNearView } from './use-near-view.js';

export interface UserMessageProps {
  entry: ChatEntry;
  /** Whether it is far from the end and out of view at first: rendered as plain text until it comes near. */
  isFar?: boolean;
  /** Its Edit button gets the focus when it appears. */
  takesFocus?: boolean;
  /** Images that are shown but no longer sent. */
  leftOutIds: ReadonlySet<string>;
  onEdit: (messageId: string) => void;
  onShowVersion: (messageId: string, versionIndex: number) => void;
  onRemove: (messageId: string) => void;
  onOpenImage: (messageId: string, imageId: string) => void;
}

/** A question: its images, and its text in a bubble on the far side. */
export const UserMessage = memo(function UserMessage(props: UserMessageProps): ReactElement {
  const { entry, isFar = false, takesFocus = false, leftOutIds, onOpenImage } = props;
  const { id } = entry.message;
  const text = textOf(entry);
  const textPart = useMemo(() => ({ type: 'text', text }) as const, [text]);
  const openImage = (number: number): void => {
    const image = imagesOf(entry)[number - 1];
    if (image) onOpenImage(id, image.id);
  };
  const item = useRef<HTMLElement>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // An app may have a button of its own there.
    if (takesFocus) (editButton.current ?? item.current)?.focus({ preventScroll: true });
  }, [takesFocus]);
  const isNear = useNearView(item, isFar);
  return (
    <MessagesItem
      ref={item}
      tabIndex={-1}
      entry={entry}
      className="ik:group/message ik:relative ik:flex ik:flex-col ik:items-end ik:gap-2 ik:pb-9 ik:pointer-coarse:pb-13"
    >
      <MessageMeta entry={entry} />
      {isNear && (
        <>
          <MessageImages entry={entry} leftOutIds={leftOutIds} onOpenImage={onOpenImage} />
          <ImageDescriptions entry={entry} />
        </>
      )}
      {isNear && entry.message.parts.some(isReference) && <PartsBehindText entry={entry} />}
      <MessagesText className={questionBubble}>
        {isNear ? (
          <PartSlot part={textPart} entry={entry}>
            <MentionText onOpenImage={openImage} />
          </PartSlot>
        ) : (
          text
        )}
      </MessagesText>
      {isNear && <SendWarnings entry={entry} />}
      {isNear && <Actions {...props} editButton={editButton} />}
    </MessagesItem>
  );
});

interface ActionsProps extends UserMessageProps {
  editButton: RefObject<HTMLButtonElement | null>;
}

function Actions(props: ActionsProps): ReactElement {
  const { entry, editButton, onEdit, onShowVersion, onRemove } = props;
  const { id } = entry.message;
  const words = useWords();
  const isBusy = useContext(IsBusyContext);
  return (
    <MessagesActions
      data-versions={entry.versions ? '' : undefined}
      className="ik:absolute ik:end-0 ik:bottom-0.5 ik:pointer-coarse:bottom-4 ik:flex ik:opacity-0 ik:transition-opacity ik:duration-150 ik:group-focus-within/message:opacity-100 ik:group-hover/message:opacity-100 ik:pointer-coarse:opacity-100 ik:data-versions:opacity-100"
    >
      <ActionsSlot
        entry={entry}
        actions={{
          versions: entry.versions && (
            <VersionSwitch
              versions={entry.versions}
              isBusy={isBusy}
              onShow={(index) => onShowVersion(id, index)}
            />
          ),
          copy: <CopyButton />,
          edit: (
            <IconButton
              ref={editButton}
              icon={Pencil}
              label={words.edit}
              disabled={isBusy}
              onClick={() => onEdit(id)}
            />
          ),
          remove: <IconButton icon={Trash2} label={words.remove} onClick={() => onRemove(id)} />,
        }}
      />
    </MessagesActions>
  );
}
