import { type ReactElement, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { useLatest } from '../../../react/use-latest.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { useComposer } from '../../parts/composer/index.js';
import { englishRegistryWords } from '../../words/english/registry.js';
import { useWords } from '../../words/WordsProvider.js';
import { matchingImages } from './matching-images.js';
import { useTextMenu } from './use-text-menu.js';
import type { ComposerItem, ComposerItems } from './composer-items.js';

export interface AppMenuProps {
  /** What a `/` at the start of the text offers. */
  commands?: ComposerItems | undefined;
  /** What an `@` offers in addition to the images. */
  mentions?: ComposerItems | undefined;
}

/** What is being typed: the position of its sign, and the text after it. */
interface Draft {
  sign: '/' | '@';
  start: number;
  query: string;
}

type Found = { items: readonly ComposerItem[] } | { hasFailed: true };

const isSameDraft = (one: Draft | undefined, other: Draft | undefined): boolean =>
  one?.start === other?.start && one?.query === other?.query;

/** The commands and mentions of an app, while one is typed; arrow keys navigate, Enter selects one, Escape closes. */
export function AppMenu({ commands, mentions }: AppMenuProps): ReactElement | null {
  const { composer, inputRef } = useComposer('AppMenu');
  const { registry } = useWords();
  const words = useMemo(() => ({ ...englishRegistryWords, ...registry }), [registry]);
  const announce = useAnnounce();
  const listId = useId();
  const [draft, setDraft] = useState<Draft>();
  const [active, setActive] = useState(0);
  const [found, setFound] = useState<Found & { draft: Draft }>();
  const sources = useLatest({ '/': commands, '@': mentions });

  useEffect(() => {
    const source = draft && sources.current[draft.sign];
    if (!source) return undefined;
    const controller = new AbortController();
    const look = async (): Promise<void> => {
      const next = await search(source, draft.query, controller.signal);
      if (!controller.signal.aborted) setFound({ ...next, draft });
    };
    void look();
    return () => controller.abort();
  }, [draft, sources]);

  // The menu of images stands in the same place.
  const isOfImages =
    draft?.sign === '@' &&
    matchingImages(composer.queue.items, draft.query.toLowerCase()).length > 0;
  // What was found for an earlier text is not offered for a later one.
  const current = found?.draft === draft && !isOfImages ? found : undefined;
  const items = current && 'items' in current ? current.items : [];
  const hasFailed = current !== undefined && 'hasFailed' in current;
  const index = Math.min(active, items.length - 1);
  const isOpen = items.length > 0;

  const take = (item: ComposerItem): void => {
    const input = inputRef.current;
    if (!draft || !input) return;
    const { value } = input;
    const inserted = item.text === undefined ? '' : `${item.text} `;
    const after = value.slice(input.selectionStart).replace(/^ /, '');
    composer.setText(value.slice(0, draft.start) + inserted + after);
    setDraft(undefined);
    input.focus();
    const end = draft.start + inserted.length;
    // After the text has changed, which React renders next.
    requestAnimationFrame(() => input.setSelectionRange(end, end));
    item.onChoose?.();
  };

  const look = useCallback(() => {
    const input = inputRef.current;
    const next = input ? draftAt(input) : undefined;
    setDraft((before) => (isSameDraft(before, next) ? before : next));
    setActive(0);
  }, [inputRef]);

  useTextMenu(inputRef, {
    listId,
    items,
    index,
    onMove: setActive,
    onChoose: take,
    onClose: () => setDraft(undefined),
    onLook: look,
  });

  const { length } = items;
  useEffect(() => {
    if (hasFailed) announce(words.searchFailed);
    else if (length > 0) announce(words.itemsOffered(length));
  }, [hasFailed, length, announce, words]);

  if (!isOpen && !hasFailed) return null;
  const box =
    'ik:absolute ik:start-2 ik:bottom-full ik:z-10 ik:mb-2 ik:max-h-60 ik:w-80 ik:max-w-[calc(100%-1rem)] ik:overflow-y-auto ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:p-1 ik:text-sm ik:shadow-card';
  if (hasFailed) {
    return (
      <p data-ick-part="app-menu-failure" className={`${box} ik:px-2 ik:py-1.5 ik:text-warn`}>
        {words.searchFailed}
      </p>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus stays in the text, whose keys walk the list
    <div
      id={listId}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus
      role="listbox"
      aria-label={draft?.sign === '/' ? words.commands : words.mentions}
      data-ick-part="app-menu"
      className={box}
    >
      {items.map((item, place) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter in the text chooses
        <div
          key={item.id}
          id={`${listId}-${place}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option cannot hold two lines
          role="option"
          tabIndex={-1}
          aria-selected={place === index}
          // A press must not take the focus from the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(item)}
          className="ik:flex ik:min-h-9 ik:cursor-pointer ik:items-center ik:gap-2 ik:rounded-sm ik:px-2 ik:hover:bg-sunken ik:aria-selected:bg-accent-soft ik:pointer-coarse:min-h-11 ik:forced-colors:aria-selected:border"
        >
          <bdi className="ik:whitespace-nowrap">{item.label}</bdi>
          {item.description !== undefined && (
            <bdi className="ik:truncate ik:text-xs ik:text-ink-2">{item.description}</bdi>
          )}
        </div>
      ))}
    </div>
  );
}

/** Commands stand at the start of the text; mentions after a space. */
function draftAt({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Draft | undefined {
  if (selectionStart !== selectionEnd) return undefined;
  const [, command, mention] =
    /^\/([\p{L}\p{N}_-]*)$|(?:^|\s)@([\p{L}\p{N}_-]*)$/u.exec(value.slice(0, selectionStart)) ?? [];
  const query = command ?? mention;
  if (query === undefined) return undefined;
  const start = selectionStart - query.length - 1;
  return { sign: command === undefined ? '@' : '/', start, query };
}

/** A list is searched by label and description; a function of the app searches by itself. */
async function search(source: ComposerItems, query: string, signal: AbortSignal): Promise<Found> {
  try {
    if (typeof source === 'function') return { items: await source(query, signal) };
  } catch {
    return { hasFailed: true };
  }
  const wanted = query.toLowerCase();
  return {
    items: source.filter(({ label, description = '' }) =>
      `${label} ${description}`.toLowerCase().includes(wanted),
    ),
  };
}
