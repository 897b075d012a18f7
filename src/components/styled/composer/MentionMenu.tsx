import { type ReactElement, useCallback, useEffect, useId, useState } from 'react';
import { cleanName } from '../../words/clean-name.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { useComposer } from '../../parts/composer/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { type ImageCandidate, matchingImages } from './matching-images.js';
import { useTextMenu } from './use-text-menu.js';

/** The mention being typed: the position of its @, and the text after it. */
interface Draft {
  start: number;
  query: string;
}

/** The images to choose from once an @ is typed into the composer's text; arrow keys navigate, Enter selects one. */
export function MentionMenu(): ReactElement | null {
  const { composer, inputRef } = useComposer('MentionMenu');
  const { text, setText, queue } = composer;
  const words = useWords();
  const announce = useAnnounce();
  const listId = useId();
  const [draft, setDraft] = useState<Draft>();
  const [active, setActive] = useState(0);

  const candidates = draft ? matchingImages(queue.items, draft.query) : [];
  const isOpen = candidates.length > 0;
  const index = Math.min(active, candidates.length - 1);

  const insert = ({ number }: ImageCandidate): void => {
    const input = inputRef.current;
    if (!draft || !input) return;
    const caret = input.selectionStart;
    const mention = `@image${number} `;
    setText(text.slice(0, draft.start) + mention + text.slice(caret).replace(/^ /, ''));
    setDraft(undefined);
    input.focus();
    // After the text has changed, which React renders next.
    requestAnimationFrame(() => {
      const end = draft.start + mention.length;
      input.setSelectionRange(end, end);
    });
  };

  const look = useCallback(
    (event?: Event) => {
      const input = inputRef.current;
      const found = input ? draftAt(input) : undefined;
      // A mention that stands there, as in a draft that was restored, needs no choice.
      const next = found && event?.type !== 'input' && isComplete(found) ? undefined : found;
      setDraft((before) => (isSameDraft(before, next) ? before : next));
      setActive(0);
    },
    [inputRef],
  );

  useTextMenu(inputRef, {
    listId,
    items: candidates,
    index,
    onMove: setActive,
    onChoose: insert,
    onClose: () => setDraft(undefined),
    onLook: look,
  });

  const { length } = candidates;
  useEffect(() => {
    if (isOpen) announce(words.mentionsOffered(length));
  }, [isOpen, length, announce, words]);

  if (!isOpen) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus stays in the text, whose keys walk the list
    <div
      id={listId}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus
      role="listbox"
      aria-label={words.mentions}
      data-ick-part="mentions"
      className="ik:absolute ik:start-2 ik:bottom-full ik:z-10 ik:mb-2 ik:max-h-60 ik:w-64 ik:max-w-[calc(100%-1rem)] ik:overflow-y-auto ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:p-1 ik:shadow-card"
    >
      {candidates.map((candidate, place) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter in the text chooses
        <div
          key={candidate.item.id}
          id={`${listId}-${place}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option holds no image
          role="option"
          tabIndex={-1}
          aria-selected={place === index}
          // A press must not take the focus from the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => insert(candidate)}
          className="ik:flex ik:min-h-10 ik:cursor-pointer ik:items-center ik:gap-2 ik:rounded-sm ik:px-1.5 ik:text-sm ik:hover:bg-sunken ik:aria-selected:bg-accent-soft ik:forced-colors:aria-selected:border"
        >
          {candidate.item.previewUrl !== undefined && (
            <img
              src={candidate.item.previewUrl}
              alt=""
              className="ik:size-8 ik:flex-none ik:rounded-xs ik:object-cover"
            />
          )}
          <span className="ik:whitespace-nowrap">{words.image(candidate.number)}</span>
          <bdi className="ik:truncate ik:text-xs ik:text-ink-2">
            {cleanName(candidate.item.name)}
          </bdi>
        </div>
      ))}
    </div>
  );
}

function isComplete({ query }: Draft): boolean {
  return /^image\d+$/.test(query);
}

function isSameDraft(a: Draft | undefined, b: Draft | undefined): boolean {
  return a?.start === b?.start && a?.query === b?.query;
}

function draftAt({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Draft | undefined {
  if (selectionStart !== selectionEnd) return undefined;
  const query = /(?:^|\s)@([\p{L}\p{N}]*)$/u.exec(value.slice(0, selectionStart))?.[1];
  return query === undefined
    ? undefined
    : { start: selectionStart - query.length - 1, query: query.toLowerCase() };
}
