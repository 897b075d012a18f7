import type { ReactElement } from 'react';
import { splitMentions } from '../../../messages/mentions.js';
import { loadsByItself, useMessage } from '../../parts/messages/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { ImageReference } from './ImageReference.js';
import { useLoadedLinks } from './loaded-links.js';

export interface MentionTextProps {
  /** Called with the number of the image to open, counted from 1. */
  onOpenImage: (number: number) => void;
}

/** The text of a message in which `@image2` reads "Image 2" and opens that image. Used in `MessagesText`. */
export function MentionText({ onOpenImage }: MentionTextProps): ReactElement {
  const { text, images, state } = useMessage('MentionText');
  const words = useWords();
  const links = useLoadedLinks();
  const pieces = splitMentions(text, images.length).map((piece, place) => {
    const image = typeof piece === 'number' ? images[piece - 1] : undefined;
    if (typeof piece === 'string' || !image) return piece;
    const { data } = image;
    const isShown =
      data.kind !== 'url' || loadsByItself(image, state.role) || links.urls.has(data.url);
    return (
      // oxlint-disable-next-line react/no-array-index-key -- a piece of a text has no other name than its place
      <ImageReference
        key={place}
        preview={isShown ? { image, number: piece } : undefined}
        onOpen={() => onOpenImage(piece)}
      >
        {words.image(piece)}
      </ImageReference>
    );
  });
  return <>{pieces}</>;
}
