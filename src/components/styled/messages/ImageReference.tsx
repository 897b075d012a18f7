import { type KeyboardEvent, type ReactElement, type ReactNode, useState } from 'react';
import type { ImagePart } from '../../../messages/types.js';
import { MessagesImage } from '../../parts/messages/index.js';

export interface ImageReferenceProps {
  onOpen: () => void;
  /** Small preview while a mouse or the focus rests on the text: never an image that must wait for a press. */
  preview?: { image: ImagePart; number: number } | undefined;
  children?: ReactNode;
}

/** The number of an image in running text, "Image 2": a press opens the image. */
export function ImageReference({ onOpen, preview, children }: ImageReferenceProps): ReactElement {
  const [isShown, setIsShown] = useState(false);
  const hide = (): void => setIsShown(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isShown) return;
    // Escape closes what is open first, and stops the answer only then.
    event.preventDefault();
    event.stopPropagation();
    hide();
  };
  return (
    <button
      type="button"
      data-ick-part="image-reference"
      onClick={onOpen}
      onPointerEnter={({ pointerType }) => setIsShown(pointerType === 'mouse')}
      onPointerLeave={hide}
      onFocus={({ currentTarget }) => setIsShown(currentTarget.matches(':focus-visible'))}
      onBlur={hide}
      onKeyDown={onKeyDown}
      className="ik:relative ik:rounded-xs ik:bg-accent-soft ik:px-1.5 ik:text-[0.9em] ik:font-medium ik:text-accent ik:forced-colors:underline"
    >
      {children}
      {isShown && preview && preview.image.data.kind !== 'file-id' && (
        // Opens towards the start, since the text is in a bubble at the end of the line.
        <span
          aria-hidden
          className="ik:absolute ik:end-0 ik:bottom-full ik:z-10 ik:size-24 ik:pb-1"
        >
          <MessagesImage
            {...preview}
            isRemoteAllowed
            className="ik:size-full ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:object-cover ik:shadow-card"
          />
        </span>
      )}
    </button>
  );
}
