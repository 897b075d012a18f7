import type { ReactElement } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import { MessagesImages, type MessagesImagesProps } from '../../parts/messages/index.js';
import { ImageProgress } from './ImageProgress.js';
import { PartSlot } from './Slots.js';
import { MessageImage } from './MessageImage.js';

export interface MessageImagesProps extends Pick<MessagesImagesProps, 'filter'> {
  entry: ChatEntry;
  /** Images that are shown but no longer sent. */
  leftOutIds?: ReadonlySet<string>;
  onOpenImage: (messageId: string, imageId: string) => void;
}

/** Returns the width of an image, and so the number in a row, by how many there are. */
const widthOf = (count: number): string => {
  if (count === 1) return 'ik:max-w-60 ik:grid-cols-1';
  return count === 2 || count === 4 ? 'ik:max-w-76 ik:grid-cols-2' : 'ik:max-w-115 ik:grid-cols-3';
};

/** Images of a message in a grid: one large, two and four in pairs, more in threes. */
export function MessageImages(props: MessageImagesProps): ReactElement {
  const { entry, filter = () => true, leftOutIds, onOpenImage } = props;
  const { length: count } = entry.message.parts
    .filter((part) => part.type === 'image' || part.type === 'image-progress')
    .filter(filter);
  return (
    <MessagesImages
      filter={filter}
      className={`ik:grid ik:w-full ik:gap-1.5 ik:data-[role=user]:ms-auto ${widthOf(count)}`}
      renderProgress={(part) => (
        <PartSlot part={part} entry={entry}>
          <ImageProgress part={part} isAlone={count === 1} />
        </PartSlot>
      )}
    >
      {(image, number) => (
        <PartSlot part={image} entry={entry}>
          <MessageImage
            image={image}
            number={number}
            isAlone={count === 1}
            isLeftOut={leftOutIds?.has(image.id) === true}
            onOpen={() => onOpenImage(entry.message.id, image.id)}
          />
        </PartSlot>
      )}
    </MessagesImages>
  );
}
