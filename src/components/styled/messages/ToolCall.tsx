import { Check, CircleAlert, Minus, Wrench } from 'lucide-react';
import { type ReactElement, type ReactNode, useCallback, useContext } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import type { ToolCallPart, ToolCallState } from '../../../messages/types.js';
import { capitalized } from '../../words/capitalized.js';
import { cleanName } from '../../words/clean-name.js';
import { useWords } from '../../words/WordsProvider.js';
import { Fold } from './Fold.js';
import { MessageImages, type MessageImagesProps } from './MessageImages.js';
import { imagesOfCall, NoteFoldContext } from './tool-images.js';
import { usePartWords } from './use-part-words.js';

export interface ToolCallProps extends Pick<MessageImagesProps, 'onOpenImage'> {
  entry: ChatEntry;
  part: ToolCallPart;
  /** Whether the answer is still streaming. */
  isRunning: boolean;
}

const icons: Record<ToolCallState, typeof Check> = {
  writing: Minus,
  called: Minus,
  done: Check,
  failed: CircleAlert,
};

/** Returns the name of a function as words: "Web search" for `web_search` or `webSearch`. */
function readable(name: string, locale: string): string {
  const words = cleanName(name)
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|[._-]+/gu, ' ')
    .replace(/\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLocaleLowerCase(locale));
  return capitalized(words.trim() || name, locale);
}

/** A tool call in one line: its name, its state and how many images it returned; its arguments and its result when it is opened. */
export function ToolCall({ entry, part, isRunning, onOpenImage }: ToolCallProps): ReactElement {
  const { id, name, state, result = '' } = part;
  const words = usePartWords();
  const { imageCount, locale } = useWords();
  const note = useContext(NoteFoldContext);
  const noteFold = useCallback(
    (element: HTMLElement | null) => note?.(id, element !== null),
    [note, id],
  );
  const images = imagesOfCall(entry.message.parts, part);
  const hasResult = result !== '' || images.length > 0;
  const isAtWork = isRunning && state !== 'done' && state !== 'failed';
  const Icon = isAtWork ? Wrench : icons[state];
  const title = (
    <span className="ik:flex ik:items-center ik:gap-1.5">
      <Icon
        aria-hidden
        className={`ik:size-4 ik:flex-none ${state === 'failed' ? 'ik:text-bad' : 'ik:text-ink-3'}`}
        strokeWidth={1.75}
      />
      <span className="ik:min-w-0 ik:wrap-anywhere">
        <bdi data-shimmer={isAtWork ? '' : undefined}>{readable(name, locale)}</bdi>
        <span className={state === 'done' ? 'ik:sr-only' : 'ik:text-ink-3'}>
          {` · ${words.toolState(state, isRunning)}`}
        </span>
        {images.length > 0 && ` · ${imageCount(images.length)}`}
      </span>
    </span>
  );
  return (
    <Fold name="tool-call" state={state} title={title} rootRef={noteFold}>
      {(part.arguments !== '' || hasResult) && (
        <dl className="ik:m-0 ik:grid ik:gap-1">
          {part.arguments !== '' && (
            <Field label={words.toolArguments}>
              <Code text={part.arguments} />
            </Field>
          )}
          {hasResult && (
            <Field label={words.toolResult}>
              {result !== '' && <Code text={result} />}
              <MessageImages
                entry={entry}
                filter={(image) => images.some((one) => one === image)}
                onOpenImage={onOpenImage}
              />
            </Field>
          )}
        </dl>
      )}
    </Fold>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt className="ik:text-xs ik:text-ink-3">{label}</dt>
      <dd className="ik:m-0 ik:grid ik:gap-1.5">{children}</dd>
    </div>
  );
}

function Code({ text }: { text: string }): ReactElement {
  return (
    <pre
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long content is scrolled, also by keyboard
      tabIndex={0}
      dir="ltr"
      className="ik:max-h-60 ik:overflow-auto ik:rounded-sm ik:bg-sunken ik:p-2 ik:[font-family:var(--ick-font-mono,ui-monospace,Menlo,Consolas,monospace)] ik:text-xs ik:whitespace-pre-wrap ik:wrap-anywhere"
    >
      {indented(text)}
    </pre>
  );
}

/** JSON over several lines; anything else unchanged. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
