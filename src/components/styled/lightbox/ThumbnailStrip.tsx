import { type ReactElement, useEffect, useRef } from 'react';
import { useImageUrl } from '../../parts/messages/index.js';
import { focusedElement } from '../../shared/focused-element.js';
import { useWords } from '../../words/WordsProvider.js';
import type { LightboxImage } from './types.js';

export interface ThumbnailStripProps {
  images: readonly LightboxImage[];
  index: number;
  onIndexChange: (index: number) => void;
  /** Whether an image waits for a press, since its host would learn of every view. */
  waits: (image: LightboxImage) => boolean;
}

/** All images, small: one press opens any of them. The arrow keys of the dialog walk through them. */
export function ThumbnailStrip(props: ThumbnailStripProps): ReactElement {
  const { images, index, onIndexChange, waits } = props;
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = strip.current;
    const current = element?.children.item(index);
    if (!element || !(current instanceof HTMLElement)) return;
    // Not `scrollIntoView`, which would scroll the page behind the dialog as well.
    element.scrollLeft = current.offsetLeft - (element.clientWidth - current.offsetWidth) / 2;
    if (element.contains(focusedElement(element) ?? null)) current.focus({ preventScroll: true });
  }, [index]);
  return (
    <div
      ref={strip}
      data-ick-part="lightbox-thumbnails"
      className="ik:relative ik:mx-auto ik:flex ik:max-w-full ik:flex-none ik:gap-1.5 ik:overflow-x-auto ik:p-2 ik:pt-1 ik:[scrollbar-width:none] ik:[@media(max-height:30rem)]:hidden"
    >
      {images.map((image, position) => (
        <Thumbnail
          key={image.id}
          image={image}
          position={position}
          isCurrent={position === index}
          isWaiting={waits(image)}
          onPress={() => onIndexChange(position)}
        />
      ))}
    </div>
  );
}

interface ThumbnailProps {
  image: LightboxImage;
  position: number;
  isCurrent: boolean;
  isWaiting: boolean;
  onPress: () => void;
}

function Thumbnail(props: ThumbnailProps): ReactElement {
  const { image, position, isCurrent, isWaiting, onPress } = props;
  const words = useWords();
  const url = useImageUrl(isWaiting ? { data: { kind: 'file-id', fileId: '' } } : image);
  return (
    <button
      type="button"
      aria-label={words.image(position + 1)}
      aria-current={isCurrent}
      // One stop of the Tab key, however many images there are.
      tabIndex={isCurrent ? 0 : -1}
      onClick={onPress}
      className="ik:grid ik:size-10 ik:flex-none ik:place-items-center ik:overflow-hidden ik:rounded-sm ik:bg-white/10 ik:text-xs ik:text-white ik:opacity-55 ik:transition-opacity ik:duration-150 ik:hover:opacity-100 ik:aria-current:opacity-100 ik:aria-current:ring-2 ik:aria-current:ring-white ik:focus-visible:outline-offset-0 ik:focus-visible:outline-white ik:forced-colors:aria-current:border-2"
    >
      {url === undefined ? (
        position + 1
      ) : (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          referrerPolicy="no-referrer"
          className="ik:size-full ik:object-cover"
        />
      )}
    </button>
  );
}
