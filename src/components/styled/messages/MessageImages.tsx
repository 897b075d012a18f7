import { type ReactElement, useState } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import type { ImagePart } from '../../../messages/types.js';
import { MessagesImages, type MessagesImagesProps } from '../../parts/messages/index.js';
import { cleanName } from '../../words/clean-name.js';
import { useWords } from '../../words/WordsProvider.js';
import { ImageProgress } from './ImageProgress.js';
import { PartSlot } from './Slots.js';
import { MessageImage } from './MessageImage.js';
import { imageGrid, SHOWN_AT_FIRST } from './image-grid.js';

export interface MessageImagesProps extends Pick<MessagesImagesProps, 'filter'> {
  entry: ChatEntry;
  /** Images that are shown but no longer sent. */
  leftOutIds?: ReadonlySet<string>;
  onOpenImage: (messageId: string, imageId: string) => void;
}

/** Those behind the first six are items of the list without a place in its grid. */
const folded = `${imageGrid(SHOWN_AT_FIRST)} ik:relative ik:[&>li]:relative ik:[&>li:nth-child(n+7)]:sr-only ik:[&>li:nth-child(6)_[data-ick-part=image-number]]:hidden`;
const unfolded = 'ik:grid ik:w-full ik:gap-1.5 ik:max-w-115 ik:grid-cols-5 ik:max-sm:grid-cols-4';

/**
 * Images of a message in a grid: one large, two and four in pairs, more in threes. Of a question with more than six,
 * the rest is shown by a press, and smaller; screen readers read the names of all.
 */
export function MessageImages(props: MessageImagesProps): ReactElement {
  const { entry, filter = () => true, leftOutIds, onOpenImage } = props;
  const words = useWords();
  const [isUnfolded, setUnfolded] = useState(false);
  const { length: count } = entry.message.parts
    .filter((part) => part.type === 'image' || part.type === 'image-progress')
    .filter(filter);
  const isMany = entry.message.role === 'user' && count > SHOWN_AT_FIRST;
  const isFolded = isMany && !isUnfolded;
  // The last of them lies under the button that shows the rest.
  const more = `+${words.number(count - SHOWN_AT_FIRST + 1)}`;
  const showRest = (button: HTMLElement): void => {
    const list = button.closest('ul');
    setUnfolded(true);
    // The button disappears: the focus goes on to the first of those it has shown.
    requestAnimationFrame(() => list?.children[SHOWN_AT_FIRST]?.querySelector('button')?.focus());
  };
  const nameOf = ({ name, alt }: ImagePart, number: number): string =>
    [words.image(number), alt ?? cleanName(name ?? '')].filter(Boolean).join(': ');
  return (
    <>
      <MessagesImages
        filter={filter}
        className={`${isMany ? (isFolded ? folded : unfolded) : imageGrid(count)} ik:data-[role=user]:ms-auto`}
        renderProgress={(part) => (
          <PartSlot part={part} entry={entry}>
            <ImageProgress part={part} isAlone={count === 1} />
          </PartSlot>
        )}
      >
        {(image, number) =>
          isFolded && number > SHOWN_AT_FIRST ? (
            nameOf(image, number)
          ) : (
            <>
              <PartSlot part={image} entry={entry}>
                <MessageImage
                  image={image}
                  number={number}
                  isAlone={count === 1}
                  isLeftOut={leftOutIds?.has(image.id) === true}
                  onOpen={() => onOpenImage(entry.message.id, image.id)}
                />
              </PartSlot>
              {isFolded && number === SHOWN_AT_FIRST && (
                <button
                  type="button"
                  data-ick-part="more-images"
                  aria-label={`${more}. ${words.showAll(count)}`}
                  data-ick-tooltip={words.showAll(count)}
                  onClick={(event) => showRest(event.currentTarget)}
                  className="ik:absolute ik:inset-0 ik:grid ik:place-items-center ik:rounded-md ik:bg-badge ik:text-lg ik:font-semibold ik:text-white ik:tabular-nums ik:forced-colors:border"
                >
                  <bdi>{more}</bdi>
                </button>
              )}
            </>
          )
        }
      </MessagesImages>
      {isMany && isUnfolded && (
        <button
          type="button"
          onClick={() => setUnfolded(false)}
          className="ik:min-h-8 ik:px-1 ik:text-xs ik:font-medium ik:text-ink-2 ik:hover:text-ink ik:pointer-coarse:min-h-11"
        >
          {words.showFewer}
        </button>
      )}
    </>
  );
}
