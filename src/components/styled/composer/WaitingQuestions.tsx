import { ArrowDown, ArrowUp, Pencil, X } from 'lucide-react';
import { type ReactElement, useEffect, useId, useMemo, useRef } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import type { ImagePart } from '../../../messages/types.js';
import type { ImageChatComposer } from '../../../react/types.js';
import type { UseQuestionQueueResult } from '../../../react/use-question-queue.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { useComposer } from '../../parts/composer/index.js';
import { useImageUrl } from '../../parts/messages/image-url.js';
import { cleanName } from '../../words/clean-name.js';
import { englishQueueingWords, type QueueingWords } from '../../words/english/queueing.js';
import { useWords } from '../../words/WordsProvider.js';
import { IconButton } from '../shared/IconButton.js';

export interface WaitingQuestionsProps {
  composer: Pick<ImageChatComposer, 'waiting' | 'editWaiting'>;
}

/** The questions that wait for the answer in flight, in order; each can be edited, moved and removed. */
export function WaitingQuestions({ composer }: WaitingQuestionsProps): ReactElement | null {
  const { waiting } = composer;
  return waiting && waiting.entries.length > 0 ? (
    <WaitingList waiting={waiting} onEdit={composer.editWaiting} />
  ) : null;
}

interface WaitingListProps {
  waiting: UseQuestionQueueResult;
  onEdit: ((id: string) => void) | undefined;
}

/** One place up or down. */
type Step = -1 | 1;

const SHOWN_IMAGES = 3;

function WaitingList({ waiting, onEdit }: WaitingListProps): ReactElement {
  const { entries, sendingId, pause, sendNext } = waiting;
  const { state, inputRef, record } = useComposer('WaitingQuestions');
  const { queueing, error: errorWords } = useWords();
  const words = useMemo(() => ({ ...englishQueueingWords, ...queueing }), [queueing]);
  const announce = useAnnounce();
  const headingId = useId();
  const list = useRef<HTMLOListElement>(null);

  const title = pause
    ? [words.paused(pause.because), pause.error && errorWords(pause.error)]
        .filter(Boolean)
        .join(' ')
    : words.sentAfterAnswer;
  const shown = useRef<readonly ChatEntry[]>([]);
  useEffect(() => {
    const isLonger = entries.length > shown.current.length;
    shown.current = entries;
    if (isLonger && !pause) announce(words.questionWaits(entries.length));
  }, [entries, pause, announce, words]);
  useEffect(() => {
    if (pause) announce(title);
  }, [pause, title, announce]);

  const remove = (entry: ChatEntry, index: number): void => {
    if (!waiting.take(entry.message.id)) return;
    const told = words.questionRemoved(index + 1);
    record({
      told,
      restore() {
        waiting.putBack(entry, index);
        return words.questionIsBack(index + 1);
      },
    });
    announce(told);
    // The button that was pressed is gone.
    const rows = [...(list.current?.children ?? [])];
    const next = rows[index + 1] ?? rows[index - 1];
    (next?.querySelector<HTMLElement>('button[data-remove]') ?? inputRef.current)?.focus();
  };
  const moved = useRef<{ id: string; step: Step }>(undefined);
  const move = ({ message: { id } }: ChatEntry, index: number, step: Step): void => {
    moved.current = { id, step };
    waiting.move(id, index + step);
    announce(words.questionMoved(index + 1, index + step + 1));
  };
  useEffect(() => {
    if (!moved.current) return;
    const { id, step } = moved.current;
    moved.current = undefined;
    const row = list.current?.children[entries.findIndex(({ message }) => message.id === id)];
    // A row that React moves loses the focus. In first and last place, one of the buttons is missing.
    const buttons = [step, -step].map((way) =>
      row?.querySelector<HTMLElement>(`button[data-move="${way}"]`),
    );
    buttons.find((button) => button)?.focus();
  }, [entries, list, moved]);
  const edit = ({ message }: ChatEntry): void => {
    onEdit?.(message.id);
    inputRef.current?.focus();
  };

  const canSendNext = pause && !state.busy && sendingId === undefined;
  return (
    <section
      data-ick-part="waiting-questions"
      data-paused={pause ? '' : undefined}
      aria-labelledby={headingId}
      className="ik:rounded-lg ik:border ik:border-line ik:bg-sunken ik:p-1.5 ik:text-sm"
    >
      <div className="ik:flex ik:flex-wrap ik:items-center ik:gap-x-3 ik:px-1.5 ik:pb-1">
        <p
          id={headingId}
          className={`ik:min-w-0 ik:flex-[1_1_12rem] ik:text-xs ik:wrap-anywhere ${pause ? 'ik:text-warn' : 'ik:text-ink-2'}`}
        >
          {title}
        </p>
        {canSendNext && (
          <button
            type="button"
            onClick={() => {
              sendNext();
              inputRef.current?.focus();
            }}
            className="ik:min-h-8 ik:text-xs ik:font-semibold ik:text-accent ik:underline ik:underline-offset-2 ik:pointer-coarse:min-h-11"
          >
            {words.sendNext}
          </button>
        )}
      </div>
      <ol
        ref={list}
        aria-label={words.waitingQuestions}
        className="ik:m-0 ik:grid ik:max-h-48 ik:list-none ik:grid-cols-[minmax(0,1fr)] ik:gap-1 ik:overflow-y-auto ik:p-0"
      >
        {entries.map((entry, index) => (
          <WaitingRow
            key={entry.message.id}
            entry={entry}
            number={index + 1}
            words={words}
            isSending={entry.message.id === sendingId}
            canMoveUp={index > 0 && entries[index - 1]?.message.id !== sendingId}
            canMoveDown={index < entries.length - 1}
            onMove={(step) => move(entry, index, step)}
            {...(onEdit && { onEdit: () => edit(entry) })}
            onRemove={() => remove(entry, index)}
          />
        ))}
      </ol>
    </section>
  );
}

interface WaitingRowProps {
  entry: ChatEntry;
  number: number;
  words: QueueingWords;
  isSending: boolean;
  canMoveUp: boolean;
  canMoveDown: boolean;
  onMove: (step: Step) => void;
  onEdit?: () => void;
  onRemove: () => void;
}

function WaitingRow(props: WaitingRowProps): ReactElement {
  const { entry, number, words, isSending, canMoveUp, canMoveDown } = props;
  const { onMove, onEdit, onRemove } = props;
  const { imageCount } = useWords();
  const { parts } = entry.message;
  const text = parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join(' ');
  const images = parts.filter((part) => part.type === 'image');
  const files = parts.filter((part) => part.type === 'file');
  const names = files.map(({ name = '' }) => cleanName(name)).filter(Boolean);
  return (
    <li
      data-sending={isSending ? '' : undefined}
      className="ik:flex ik:min-h-9 ik:items-center ik:gap-2 ik:rounded-md ik:bg-surface ik:ps-2 ik:data-sending:opacity-65"
    >
      <span className="ik:text-xs ik:text-ink-3 ik:tabular-nums" aria-hidden>
        {number}
      </span>
      {images.length > 0 && (
        <span className="ik:flex ik:flex-none ik:items-center ik:gap-1">
          {images.slice(0, SHOWN_IMAGES).map((image) => (
            <Thumbnail key={image.id} image={image} />
          ))}
          <span
            className={images.length > SHOWN_IMAGES ? 'ik:text-xs ik:text-ink-2' : 'ik:sr-only'}
          >
            {imageCount(images.length)}
          </span>
        </span>
      )}
      <bdi className="ik:min-w-0 ik:flex-1 ik:truncate" data-ick-tooltip={text}>
        {[text, ...names].filter(Boolean).join(' · ')}
      </bdi>
      {!isSending && (
        <span className="ik:flex ik:flex-none">
          {canMoveUp && (
            <IconButton
              icon={ArrowUp}
              label={words.moveUp(number)}
              className={forFingers}
              data-move={-1}
              onClick={() => onMove(-1)}
            />
          )}
          {canMoveDown && (
            <IconButton
              icon={ArrowDown}
              label={words.moveDown(number)}
              className={forFingers}
              data-move={1}
              onClick={() => onMove(1)}
            />
          )}
          {onEdit && (
            <IconButton
              icon={Pencil}
              label={words.editQuestion(number)}
              className={forFingers}
              onClick={onEdit}
            />
          )}
          <IconButton
            icon={X}
            label={words.removeQuestion(number)}
            className={forFingers}
            data-remove=""
            onClick={onRemove}
          />
        </span>
      )}
    </li>
  );
}

function Thumbnail({ image }: { image: ImagePart }): ReactElement {
  // A link is not loaded just because it waits.
  const url = useImageUrl(image);
  const isShown = image.data.kind === 'bytes' && url !== undefined;
  return isShown ? (
    <img src={url} alt="" className="ik:size-7 ik:rounded-xs ik:object-cover" />
  ) : (
    <span className="ik:size-7 ik:rounded-xs ik:bg-sunken" />
  );
}

const forFingers = 'ik:pointer-coarse:size-11';
