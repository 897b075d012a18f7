import type { ReactElement } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import { imagesOf, textOf } from '../../parts/messages/messages-context.js';
import { useWords } from '../../words/WordsProvider.js';
import { canTryAgain } from '../chat/request-failure.js';
import { PlainNotice } from '../shared/PlainNotice.js';
import { imageGrid, SHOWN_AT_FIRST } from './image-grid.js';
import { shapeOf } from './shape-of.js';
import { withoutMarkup } from './without-markup.js';

/** Classes of the box that a conversation scrolls in. */
export const messagesBox =
  'ik:min-h-0 ik:flex-1 ik:overflow-x-hidden ik:overflow-y-auto ik:overscroll-contain ik:px-4 ik:-outline-offset-2 ik:data-held:outline-none';

/** A conversation begins and ends softly. The first is over blank space until it has scrolled. */
export const fadeAtTop =
  "ik:before:pointer-events-none ik:before:sticky ik:before:top-0 ik:before:z-1 ik:before:-mb-4 ik:before:block ik:before:h-4 ik:before:bg-linear-to-b ik:before:from-paper ik:before:to-transparent ik:before:content-[''] ik:forced-colors:before:hidden";

/** Classes of that box while the conversation is empty: its content is centred, and knows how much room it has. */
export const emptyBox = `${messagesBox} ik:[container-type:size] ik:grid ik:grid-cols-1 ik:content-center-safe`;

/** Classes of the column in it. */
export const messagesColumn =
  'ik:mx-auto ik:flow-root ik:max-w-[calc(var(--ick-width,47.5rem)-2rem)] ik:pt-5';

export const questionBubble =
  'ik:max-w-[86%] ik:rounded-lg ik:bg-sunken ik:px-3.5 ik:forced-colors:border ik:py-2.5 ik:whitespace-pre-wrap ik:wrap-anywhere';

/** More than a window shows. */
const SHOWN_MESSAGES = 30;

export interface PlainMessagesProps {
  entries: readonly ChatEntry[];
  /** Regenerates an answer. */
  onTryAgain: (answerId: string) => unknown;
}

/**
 * The end of a conversation as plain text with the places of its images, while the code of its list is loading, and on a
 * server.
 */
export function PlainMessages({ entries, onTryAgain }: PlainMessagesProps): ReactElement {
  const words = useWords();
  const last = entries.at(-1);
  const error = last?.answer?.error;
  const actions =
    error && canTryAgain(error)
      ? [{ label: words.tryAgain, onPress: () => last && onTryAgain(last.message.id) }]
      : [];
  return (
    // Reversed, so that its end is in view without any script.
    <div className={`${messagesBox} ik:flex ik:flex-col-reverse`}>
      <div className={`${messagesColumn} ik:mb-auto ik:w-full`}>
        {entries
          .filter(({ message }) => message.role !== 'system')
          .slice(-SHOWN_MESSAGES)
          .map((entry) =>
            entry.message.role === 'user' ? (
              <PlainQuestion key={entry.message.id} entry={entry} />
            ) : (
              <p
                key={entry.message.id}
                dir="auto"
                className="ik:pb-7 ik:whitespace-pre-wrap ik:wrap-anywhere"
              >
                {entry.answer?.status === 'waiting' ? (
                  <span data-shimmer="" className="ik:text-ink-3">
                    {words.waitingForAnswer}
                  </span>
                ) : (
                  withoutMarkup(textOf(entry))
                )}
              </p>
            ),
          )}
        {error && (
          <PlainNotice className="ik:mb-7" actions={actions}>
            {words.error(error)}
          </PlainNotice>
        )}
      </div>
    </div>
  );
}

function PlainQuestion({ entry }: { entry: ChatEntry }): ReactElement {
  const images = imagesOf(entry);
  const text = textOf(entry);
  return (
    <div className="ik:flex ik:flex-col ik:items-end ik:gap-2 ik:pb-9 ik:pointer-coarse:pb-13">
      {images.length > 0 && (
        <div className={imageGrid(Math.min(images.length, SHOWN_AT_FIRST))}>
          {images.slice(0, SHOWN_AT_FIRST).map((image) => (
            <span
              key={image.id}
              ref={(element) => {
                if (element && images.length === 1)
                  element.style.aspectRatio = String(shapeOf(image));
              }}
              className="ik:aspect-4/3 ik:rounded-md ik:border ik:border-line ik:bg-sunken"
            />
          ))}
        </div>
      )}
      {text !== '' && (
        <p dir="auto" className={questionBubble}>
          {text}
        </p>
      )}
    </div>
  );
}
