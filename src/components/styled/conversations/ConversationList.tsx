import { FileUp, Search, SquarePen } from 'lucide-react';
import {
  type ComponentPropsWithoutRef,
  type KeyboardEvent,
  type ReactElement,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { UseConversationsResult } from '../../../react/use-conversations.js';
import type { ConversationSummary } from '../../../storage/types.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { focusedElement } from '../../shared/focused-element.js';
import type { Words } from '../../words/types.js';
import { useWords } from '../../words/WordsProvider.js';
import type { MenuItem } from '../adding/Menu.js';
import { MenuButton } from '../adding/MenuButton.js';
import { KitRoot, type Theme } from '../chat/KitRoot.js';
import { Notice } from '../shared/Notice.js';
import { ConversationRow } from './ConversationRow.js';
import { type DayGroup, groupByDay } from './group-by-day.js';
import { useConversationWords } from './use-conversation-words.js';

export interface ConversationListProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** The value of `useConversations`. */
  conversations: UseConversationsResult;
  /** Called when a conversation is opened or begun, for instance to close a drawer. */
  onOpened?: () => void;
  /** More items of the menu of a conversation, such as Share. */
  actionsFor?: (conversation: ConversationSummary) => readonly MenuItem[];
  /** Light, dark, or as the system. @defaultValue 'system' */
  theme?: Theme;
  /** Replaces words of the interface: `germanWords`, `arabicWords`, or some of your own. @defaultValue English */
  words?: Partial<Words>;
}

/** The stored conversations by day: new, search, open, rename, delete with Undo, export and import. */
export function ConversationList(props: ConversationListProps): ReactElement {
  const { conversations, onOpened, actionsFor, theme, words, className = '', ...rest } = props;
  return (
    <KitRoot
      data-ick-part="conversation-list"
      className={`ik:flex ik:min-h-0 ik:flex-col ik:gap-2 ik:bg-paper ik:text-ink ${className}`}
      {...(theme && { theme })}
      {...(words && { words })}
      {...rest}
    >
      <ListContent conversations={conversations} onOpened={onOpened} actionsFor={actionsFor} />
    </KitRoot>
  );
}

type ContentProps = Pick<ConversationListProps, 'conversations'> & {
  onOpened: ConversationListProps['onOpened'];
  actionsFor: ConversationListProps['actionsFor'];
};

function ListContent({ conversations, onOpened, actionsFor }: ContentProps): ReactElement {
  const { items, query, setQuery, failure, storageProblem } = conversations;
  const words = useConversationWords();
  const { storageProblem: problemWords } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const emptyWords = query.trim() === '' ? words.noneYet : words.nothingFound;
  return (
    <>
      <div className="ik:flex ik:gap-1">
        <button
          type="button"
          onClick={() => {
            conversations.create();
            onOpened?.();
          }}
          className="ik:flex ik:min-h-9 ik:min-w-0 ik:flex-1 ik:items-center ik:gap-2 ik:rounded-md ik:px-2.5 ik:text-start ik:text-sm ik:font-medium ik:hover:bg-sunken ik:pointer-coarse:min-h-11"
        >
          <SquarePen className="ik:size-4.5 ik:flex-none" strokeWidth={1.75} aria-hidden />
          <span className="ik:truncate">{words.newConversation}</span>
        </button>
        <MenuButton
          part="conversations-menu"
          label={words.actionsOf(words.conversations)}
          items={[{ icon: FileUp, label: words.importFile, onPress: () => file.current?.click() }]}
          className="ik:me-0.5 ik:self-center"
        />
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) void conversations.importFile(chosen);
            currentTarget.value = '';
          }}
        />
      </div>
      <label className="ik:relative ik:block">
        <Search
          className="ik:pointer-events-none ik:absolute ik:start-2.5 ik:top-1/2 ik:size-4 ik:-translate-y-1/2 ik:text-ink-3"
          strokeWidth={1.75}
          aria-hidden
        />
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
          className="ik:min-h-9 ik:w-full ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:ps-8.5 ik:pe-2.5 ik:text-sm ik:text-ink ik:placeholder:text-ink-3 ik:pointer-coarse:min-h-11"
        />
      </label>
      {failure?.kind === 'store' && (
        <Notice
          tone="bad"
          actions={[{ label: words.tryAgain, onPress: failure.retry }]}
          onDismiss={conversations.dismissFailure}
        >
          {words.failed}
        </Notice>
      )}
      {failure?.kind === 'import' && (
        <Notice onDismiss={conversations.dismissFailure}>
          {words.importProblem(failure.code)}
        </Notice>
      )}
      {storageProblem && <Notice>{problemWords(storageProblem)}</Notice>}
      {conversations.removed && (
        <RemovedNotice
          key={conversations.removed.id}
          title={conversations.removed.title || words.untitled}
          onUndo={conversations.undoRemove}
        />
      )}
      <nav
        aria-label={words.conversations}
        onKeyDown={walk}
        className="ik:min-h-0 ik:flex-1 ik:overflow-y-auto"
      >
        {items?.length === 0 && (
          <p className="ik:px-2.5 ik:py-2 ik:text-sm ik:text-ink-2">{emptyWords}</p>
        )}
        {groupByDay(items ?? [], conversations.listedAtMs).map((group) => (
          <Day
            key={group.dayMs}
            group={group}
            conversations={conversations}
            onOpened={onOpened}
            actionsFor={actionsFor}
          />
        ))}
      </nav>
    </>
  );
}

function Day({ group, ...list }: ContentProps & { group: DayGroup }): ReactElement {
  const { conversations, onOpened, actionsFor } = list;
  const { dayMs, daysAgo, items } = group;
  const words = useConversationWords();
  const { locale } = useWords();
  const named = [words.today, words.yesterday][daysAgo];
  return (
    <section className="ik:pb-2">
      <h3 className="ik:m-0 ik:px-2.5 ik:py-1 ik:text-xs ik:font-medium ik:text-ink-3">
        {named ?? dateOf(dayMs, locale)}
      </h3>
      <ul className="ik:list-none">
        {items.map((conversation) => (
          <li key={conversation.id}>
            <ConversationRow
              conversation={conversation}
              conversations={conversations}
              actions={actionsFor?.(conversation) ?? []}
              onOpen={() => {
                conversations.open(conversation.id);
                onOpened?.();
              }}
              onRemove={() => conversations.remove(conversation.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function dateOf(dayMs: number, locale: string): string {
  const isThisYear = new Date(dayMs).getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(dayMs);
}

/** Takes the focus that the deleted row has lost. */
function RemovedNotice({ title, onUndo }: { title: string; onUndo: () => void }): ReactElement {
  const words = useConversationWords();
  const announce = useAnnounce();
  const button = useRef<HTMLButtonElement>(null);
  const [spoken] = useState(words.removed(title));
  useEffect(() => {
    announce(spoken);
    if (focusedElement(button.current)?.localName === 'body') {
      button.current?.focus({ preventScroll: true });
    }
  }, [announce, spoken]);
  return (
    <p className="ik:flex ik:items-center ik:gap-2 ik:px-2.5 ik:text-sm ik:text-ink-2">
      <span className="ik:min-w-0 ik:flex-1 ik:wrap-anywhere">{words.removed(title)}</span>
      <button
        ref={button}
        type="button"
        onClick={onUndo}
        className="ik:min-h-8 ik:rounded-full ik:px-2.5 ik:font-medium ik:text-accent ik:hover:bg-accent-soft"
      >
        {words.undo}
      </button>
    </p>
  );
}

/** Arrow keys, Home and End move between the titles. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget } = event;
  const titles = Array.from(
    currentTarget.querySelectorAll<HTMLElement>('[data-ick-part="conversation-title"]'),
  );
  const at = titles.findIndex((title) => title === focusedElement(currentTarget));
  if (at < 0) return;
  const last = titles.length - 1;
  const steps: Record<string, number> = {
    ArrowDown: Math.min(at + 1, last),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: last,
  };
  const next = steps[key];
  if (next === undefined) return;
  event.preventDefault();
  titles[next]?.focus();
}
