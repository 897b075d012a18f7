import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import type { ImageData } from '../../messages/types.js';
import { cleanName } from '../format.js';
import { useImageUrl } from '../primitives/messages/index.js';
import { useWords } from '../words-context.js';
import { IconButton } from './IconButton.js';

export interface LightboxImage {
  id: string;
  data: ImageData;
  name?: string | undefined;
  alt?: string | undefined;
  /** Below the picture: its size, say. */
  caption?: string;
}

export interface LightboxProps {
  images: readonly LightboxImage[];
  index: number;
  onIndexChange: (index: number) => void;
  onClose: () => void;
}

/** One picture, as large as it can be. Arrow keys turn over, Escape closes, the focus goes back where it was. */
export function Lightbox(props: LightboxProps): ReactElement | null {
  const { images, index, onIndexChange, onClose } = props;
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const image = images[index];
  const origin = useRef<DOMRect>(undefined);

  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    origin.current = opener?.querySelector('img')?.getBoundingClientRect();
    // Strict mode mounts twice.
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  if (!image) return null;
  const turn = (step: number): void => {
    const next = index + step;
    if (next >= 0 && next < images.length) onIndexChange(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const forwards = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    if (event.key === 'ArrowRight') turn(forwards);
    else if (event.key === 'ArrowLeft') turn(-forwards);
    else if (event.key === 'Escape') onClose();
    else return;
    // What is behind must not hear of it: Escape would stop the answer.
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <dialog
      ref={dialog}
      data-ick-part="lightbox"
      aria-label={image.name === undefined ? words.image(index + 1) : cleanName(image.name)}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className="ik:m-auto ik:h-dvh ik:max-h-none ik:w-dvw ik:max-w-none ik:bg-[#111110]/95 ik:text-white ik:backdrop:bg-transparent"
    >
      <div className="ik:pointer-events-none ik:flex ik:h-full ik:flex-col ik:*:pointer-events-auto">
        <div className="ik:flex ik:items-center ik:gap-1 ik:p-2 ik:text-sm">
          <bdi className="ik:min-w-0 ik:flex-1 ik:truncate ik:ps-2">
            {cleanName(image.name ?? '')}
          </bdi>
          <span className="ik:px-2 ik:tabular-nums">
            {images.length > 1 && words.position(index + 1, images.length)}
          </span>
          <DownloadLink image={image} />
          <IconButton icon={X} label={words.close} onClick={onClose} className={onDark} />
        </div>
        <LargePicture
          key={image.id}
          image={image}
          label={words.image(index + 1)}
          onClose={onClose}
          onShown={(picture) => {
            if (origin.current) growFrom(origin.current, picture);
            origin.current = undefined;
          }}
        />
        <div className="ik:flex ik:min-h-12 ik:items-center ik:gap-1 ik:p-2 ik:text-xs">
          <span className="ik:w-16">
            {index > 0 && (
              <IconButton
                icon={ChevronLeft}
                label={words.previous}
                onClick={() => turn(-1)}
                className={`${onDark} ik:rtl:-scale-x-100`}
              />
            )}
          </span>
          <span className="ik:flex-1 ik:text-center ik:tabular-nums ik:opacity-80">
            {image.caption}
          </span>
          <span className="ik:flex ik:w-16 ik:justify-end">
            {index < images.length - 1 && (
              <IconButton
                icon={ChevronRight}
                label={words.next}
                onClick={() => turn(1)}
                className={`${onDark} ik:rtl:-scale-x-100`}
              />
            )}
          </span>
        </div>
      </div>
    </dialog>
  );
}

const onDark = 'ik:text-white ik:hover:bg-white/15 ik:hover:text-white';

interface PictureProps {
  image: LightboxImage;
  label: string;
  onClose: () => void;
  onShown: (picture: HTMLImageElement) => void;
}

function LargePicture({ image, label, onClose, onShown }: PictureProps): ReactElement {
  const url = useImageUrl(image);
  return (
    <div
      role="presentation"
      className="ik:relative ik:min-h-0 ik:flex-1"
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      {url !== undefined && (
        <img
          src={url}
          alt={image.alt ?? label}
          referrerPolicy="no-referrer"
          onLoad={(event) => onShown(event.currentTarget)}
          className="ik:pointer-events-none ik:absolute ik:inset-0 ik:size-full ik:object-contain"
        />
      )}
    </div>
  );
}

/** A picture grows from its tile; with reduced motion it is simply there. */
function growFrom(origin: DOMRect, picture: HTMLImageElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const { left, top, width, height } = picture.getBoundingClientRect();
  const scale = Math.max(origin.width / width, origin.height / height);
  const x = origin.left + origin.width / 2 - (left + width / 2);
  const y = origin.top + origin.height / 2 - (top + height / 2);
  picture.animate(
    [
      { opacity: 0.4, transform: `translate(${x}px, ${y}px) scale(${scale})` },
      { opacity: 1, transform: 'none' },
    ],
    { duration: 180, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
  );
}

function DownloadLink({ image }: { image: LightboxImage }): ReactElement | null {
  const words = useWords();
  const url = useImageUrl(image);
  if (url === undefined || image.data.kind !== 'bytes') return null;
  return (
    <a
      href={url}
      download={downloadName(image.name ?? 'image', image.data.bytes.type)}
      aria-label={words.download}
      title={words.download}
      className="ik:grid ik:size-8 ik:place-items-center ik:rounded-full ik:text-white ik:hover:bg-white/15"
    >
      <Download className="ik:size-4.5" strokeWidth={1.75} />
    </a>
  );
}

/** The bytes may be JPEG where the file was HEIC: the extension follows the bytes. */
function downloadName(name: string, mediaType: string): string {
  const extension = mediaType.replace(/^image\//, '').replace('jpeg', 'jpg');
  return `${cleanName(name).replace(/\.[^.]*$/, '') || 'image'}.${extension || 'bin'}`;
}
