import { Download, Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { UseConversationsResult } from '../../../react/use-conversations.js';
import type { ConversationSummary } from '../../../storage/types.js';
import { downloadBlob } from '../../shared/download-blob.js';
import { useWords } from '../../words/WordsProvider.js';
import type { MenuItem } from '../adding/Menu.js';
import { MenuButton } from '../adding/MenuButton.js';
import { useConversationWords } from './use-conversation-words.js';

export interface ConversationRowProps {
  conversation: ConversationSummary;
  conversations: UseConversationsResult;
  actions: readonly MenuItem[];
  onOpen: () => void;
  onRemove: () => void;
}

const formats = { markdown: 'md', html: 'html', json: 'json' } as const;

/** One conversation of the list: its title opens it; F2 renames it, Delete deletes it. */
export function ConversationRow(props: ConversationRowProps): ReactElement {
  const { conversation, conversations, actions, onOpen, onRemove } = props;
  const { id } = conversation;
  const { rename } = conversations;
  const words = useConversationWords();
  const { locale, you, answer } = useWords();
  const [isRenaming, setRenaming] = useState(false);
  const titleButton = useRef<HTMLButtonElement>(null);
  const title = conversation.title || words.untitled;
  const isCurrent = id === conversations.currentId;

  const save = async (format: keyof typeof formats): Promise<void> => {
    const direction = getComputedStyle(titleButton.current ?? document.body).direction;
    const file = await conversations.exportAs(id, format, {
      locale,
      direction: direction === 'rtl' ? 'rtl' : 'ltr',
      names: { user: you, assistant: answer },
    });
    if (file) downloadBlob(file, `${fileNameOf(title)}.${formats[format]}`);
  };
  const items: MenuItem[] = [
    ...(rename ? [{ icon: Pencil, label: words.rename, onPress: () => setRenaming(true) }] : []),
    ...actions,
    ...Object.keys(formats).map((name) => {
      const format = name as keyof typeof formats;
      return { icon: Download, label: words.downloadAs(format), onPress: () => void save(format) };
    }),
    { icon: Trash2, label: words.remove, onPress: onRemove },
  ];
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'F2' && rename) setRenaming(true);
    if (key === 'Delete') onRemove();
  };

  if (isRenaming && rename) {
    return (
      <TitleInput
        title={title}
        onSave={(changed) => {
          if (changed !== title) rename(id, changed);
        }}
        onClose={() => setRenaming(false)}
        onClosed={() => titleButton.current?.focus()}
      />
    );
  }
  return (
    <div className="ik:group/row ik:relative ik:flex ik:items-center ik:rounded-md ik:has-aria-[current]:bg-accent-soft ik:hover:bg-sunken">
      <button
        ref={titleButton}
        type="button"
        data-ick-part="conversation-title"
        aria-current={isCurrent || undefined}
        data-ick-tooltip={title}
        onClick={onOpen}
        onKeyDown={onKeyDown}
        className="ik:min-h-9 ik:min-w-0 ik:flex-1 ik:rounded-md ik:px-2.5 ik:py-1.5 ik:group-focus-within/row:pe-10 ik:group-hover/row:pe-10 ik:group-has-aria-[current]/row:pe-10 ik:pointer-coarse:pe-10 ik:text-start ik:text-sm ik:text-ink ik:aria-[current]:font-medium ik:pointer-coarse:min-h-11"
      >
        <span dir="auto" className="ik:block ik:truncate">
          {title}
        </span>
      </button>
      <MenuButton
        part="conversation-menu"
        label={words.actionsOf(title)}
        items={items}
        className="ik:absolute ik:end-0.5 ik:top-1/2 ik:-translate-y-1/2 ik:opacity-0 ik:group-focus-within/row:opacity-100 ik:group-hover/row:opacity-100 ik:group-has-aria-[current]/row:opacity-100 ik:pointer-coarse:opacity-100"
      />
    </div>
  );
}

interface TitleInputProps {
  title: string;
  onSave: (title: string) => void;
  onClose: () => void;
  /** Called after the row is shown again. */
  onClosed: () => void;
}

/** Enter and leaving save, Escape does not. */
function TitleInput({ title, onSave, onClose, onClosed }: TitleInputProps): ReactElement {
  const words = useConversationWords();
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const closed = useRef(onClosed);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const close = (isSaved: boolean, takesFocus: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    if (isSaved) onSave(input.current?.value.trim() ?? title);
    onClose();
    if (takesFocus) setTimeout(() => closed.current());
  };
  return (
    <input
      ref={input}
      dir="auto"
      aria-label={words.titleOf(title)}
      defaultValue={title}
      maxLength={200}
      onBlur={() => close(true, false)}
      onKeyDown={(event) => {
        const { key, nativeEvent } = event;
        // Enter may choose a suggestion of an input method.
        if (nativeEvent.isComposing || (key !== 'Enter' && key !== 'Escape')) return;
        event.preventDefault();
        event.stopPropagation();
        close(key === 'Enter', true);
      }}
      className="ik:min-h-9 ik:w-full ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:px-2.5 ik:text-sm ik:text-ink ik:pointer-coarse:min-h-11"
    />
  );
}

/** Without what file systems refuse. */
function fileNameOf(title: string): string {
  return title
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
}
