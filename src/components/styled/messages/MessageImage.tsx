import { ImageOff, ImagePlus } from 'lucide-react';
import { type ReactElement, useContext, useState } from 'react';
import type { Size } from '../../../formats/types.js';
import { readDataUrl } from '../../../internal/data-url.js';
import type { ImagePart } from '../../../messages/types.js';
import {
  loadsByItself,
  MessagesImage,
  useMessage,
  useResolvedImage,
} from '../../parts/messages/index.js';
import { hostOf } from '../../words/host-of.js';
import { useWords } from '../../words/WordsProvider.js';
import { startImageDrag } from '../../../react/dragged-image.js';
import { IconButton } from '../shared/IconButton.js';
import { useRegionsOn } from '../regions/region-board.js';
import { RegionLayer } from '../regions/regions-module.js';
import { SlotsContext } from './message-slots.js';
import { Slot } from './Slots.js';
import { useLoadedLinks } from './loaded-links.js';
import { ImageActions } from './ImageActions.js';
import { MIN_MADE_SHAPE, shapeOf } from './shape-of.js';
import { usePartWords } from './use-part-words.js';
import { canReuse, useReuseImage } from './use-reuse.js';

export interface MessageImageProps {
  image: ImagePart;
  number: number;
  /** Whether it is the only one of its grid: it keeps its shape. */
  isAlone?: boolean;
  /** Whether it is shown but no longer sent. */
  isLeftOut?: boolean;
  onOpen: () => void;
}

/** One image of a message with its number. A link in an answer waits for a press before it is loaded. */
export function MessageImage(props: MessageImageProps): ReactElement {
  const { image, number, isAlone = false, isLeftOut = false, onOpen } = props;
  const { entry, state } = useMessage('MessageImage');
  const { imageTools } = useContext(SlotsContext);
  const words = useWords();
  const partWords = usePartWords();
  const links = useLoadedLinks();
  const reuse = useReuseImage();
  const [isBroken, setIsBroken] = useState(false);
  const [loadedSize, setLoadedSize] = useState<Size>();
  const hasRegions = useRegionsOn(image.id).length > 0;
  const { data } = image;
  const resolved = useResolvedImage(image);
  const url = data.kind === 'url' ? data.url : undefined;
  // Base64 that could not be decoded has stayed an address.
  const isEmbedded = url === undefined || isBase64(url);
  const isAllowed = isEmbedded || loadsByItself(image, state.role) || links.urls.has(url);
  const placeholder = url === undefined ? words.image(number) : words.remoteImage(hostOf(url));
  const size = sizeOf(image) ?? loadedSize;
  const isAnswer = state.role === 'assistant';
  const shape = isAlone && size ? shapeOf(size, isAnswer ? { min: MIN_MADE_SHAPE } : {}) : 4 / 3;
  const isDamaged = isAnswer && isBroken && isEmbedded;
  const isReusable = reuse !== undefined && canReuse(image);
  if (resolved?.state.status === 'failed' && isAllowed) {
    return (
      <p
        data-ick-part="image-unreachable"
        className="ik:grid ik:aspect-4/3 ik:w-full ik:place-content-center ik:justify-items-center ik:gap-1 ik:rounded-md ik:border ik:border-line ik:bg-sunken ik:p-3 ik:text-center ik:text-xs ik:text-ink-2"
      >
        <span>{partWords.imageUnreachable}</span>
        <button
          type="button"
          onClick={resolved.retry}
          className="ik:min-h-8 ik:font-semibold ik:text-accent"
        >
          {words.retry}
        </button>
      </p>
    );
  }
  if (isDamaged) {
    return (
      <p
        data-ick-part="image-damaged"
        className="ik:grid ik:aspect-4/3 ik:w-full ik:place-content-center ik:rounded-md ik:border ik:border-line ik:bg-sunken ik:p-3 ik:text-center ik:text-xs ik:text-ink-2"
      >
        {partWords.imageBroken}
      </p>
    );
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the button in it does the same for keys */}
      <div
        className="ik:group/image ik:relative"
        draggable={isReusable}
        onDragStart={(event) => {
          if (isReusable) startImageDrag(event.dataTransfer, image);
        }}
      >
        <button
          // Set by script: a content security policy may drop a style attribute from a server's HTML.
          ref={(element) => {
            if (element) element.style.aspectRatio = String(shape);
          }}
          type="button"
          onClick={isAllowed ? onOpen : () => links.load(url)}
          data-left-out={isLeftOut ? '' : undefined}
          aria-label={[
            isAllowed ? words.openImage(number) : `${placeholder}: ${words.loadImage}`,
            ...(isLeftOut ? [words.imageLeftOut] : []),
          ].join(', ')}
          className="ik:relative ik:block ik:aspect-4/3 ik:w-full ik:overflow-hidden ik:rounded-md ik:border ik:border-line ik:bg-sunken ik:data-left-out:[&>img]:opacity-45"
        >
          {!isAllowed || isBroken || data.kind === 'file-id' ? (
            <span className="ik:grid ik:h-full ik:content-center ik:justify-items-center ik:gap-1 ik:p-2 ik:text-xs ik:text-ink-2">
              <ImageOff className="ik:size-4.5" strokeWidth={1.75} />
              <span className="ik:max-w-full ik:truncate">{placeholder}</span>
              {!isAllowed && (
                <span className="ik:font-semibold ik:text-accent">{words.loadImage}</span>
              )}
            </span>
          ) : (
            <MessagesImage
              image={image}
              number={number}
              isRemoteAllowed
              onError={resolved?.noteBroken ?? (() => setIsBroken(true))}
              onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
                // Links and images of answers may have an unknown size.
                if (!sizeOf(image)) setLoadedSize({ width, height });
              }}
              className="ik:size-full ik:object-cover"
            />
          )}
          {isLeftOut && (
            <span
              aria-hidden
              className="ik:absolute ik:inset-x-0 ik:bottom-0 ik:truncate ik:bg-surface/90 ik:px-1.5 ik:text-center ik:text-xs ik:leading-6 ik:text-ink-2"
            >
              {words.imageLeftOut}
            </span>
          )}
          {hasRegions && <RegionLayer imageId={image.id} fit="cover" size={size} />}
          <span
            aria-hidden
            data-ick-part="image-number"
            className="ik:absolute ik:start-1.5 ik:top-1.5 ik:min-w-5 ik:rounded-full ik:bg-badge ik:px-1.5 ik:text-center ik:forced-colors:border ik:text-xs ik:leading-5 ik:text-white ik:tabular-nums ik:ring-1 ik:ring-white/20"
          >
            {number}
          </span>
        </button>
        {isAnswer && isAlone && data.kind === 'bytes' && (
          <ImageActions
            image={image}
            number={number}
            bytes={data.bytes}
            className="ik:absolute ik:start-1 ik:bottom-1 ik:opacity-0 ik:transition-opacity ik:duration-150 ik:group-focus-within/image:opacity-100 ik:group-hover/image:opacity-100 ik:pointer-coarse:opacity-100"
          />
        )}
        {/* On a touch screen it would lie on the image for ever. The large view has it, too. */}
        {isReusable && (
          <IconButton
            icon={ImagePlus}
            label={`${words.useImage}: ${words.image(number)}`}
            data-ick-tooltip={words.useImage}
            onClick={() => reuse(image)}
            className="ik:absolute ik:end-1 ik:top-1 ik:bg-badge ik:text-white ik:opacity-0 ik:transition-opacity ik:duration-150 ik:group-hover/image:opacity-100 ik:hover:bg-badge ik:hover:text-white ik:focus-visible:opacity-100 ik:pointer-coarse:hidden"
          />
        )}
        {imageTools && (
          <div
            data-ick-part="image-tools"
            className="ik:absolute ik:end-1 ik:bottom-1 ik:flex ik:gap-1"
          >
            <Slot resetKey={image} render={() => imageTools({ image, entry, number })} />
          </div>
        )}
      </div>
      {image.isUnfinished && (
        <p data-ick-part="image-unfinished" className="ik:mt-1 ik:text-xs ik:text-warn">
          {partWords.imageUnfinished}
        </p>
      )}
    </>
  );
}

function isBase64(url: string): boolean {
  return readDataUrl(url)?.isBase64 === true;
}

function sizeOf({ width, height }: ImagePart): Size | undefined {
  return width && height ? { width, height } : undefined;
}
