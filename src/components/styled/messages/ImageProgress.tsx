import { type ReactElement, useState } from 'react';
import type { ImageContent, ImageProgressPart } from '../../../messages/types.js';
import { useImageUrl } from '../../parts/messages/index.js';
import { MIN_MADE_SHAPE, shapeOf } from './shape-of.js';
import { usePartWords } from './use-part-words.js';

const nothing: Pick<ImageProgressPart, 'preview'> & { data: ImageContent } = {
  data: { kind: 'file-id', fileId: '' },
};

export interface ImageProgressProps {
  part: ImageProgressPart;
  /** Whether it is the only image of its message: it keeps its shape. */
  isAlone: boolean;
}

/** An image that is being made: its latest preview in its shape, or words in place of one that was not made. */
export function ImageProgress({ part, isAlone }: ImageProgressProps): ReactElement {
  const { preview, state } = part;
  const shape = isAlone ? shapeOf(part, { unknown: 1, min: MIN_MADE_SHAPE }) : shapeOf({});
  const words = usePartWords();
  // A link is not loaded by itself, as everywhere in answers.
  const url = useImageUrl(preview?.kind === 'bytes' ? { data: preview } : nothing);
  const [brokenUrl, setBrokenUrl] = useState<string>();
  const isMaking = state === 'making';
  return (
    <div
      // Set by script: a content security policy may drop a style attribute from a server's HTML.
      ref={(element) => {
        if (element) element.style.aspectRatio = String(shape);
      }}
      data-ick-part="image-progress"
      data-state={state}
      className="ik:relative ik:grid ik:w-full ik:place-items-center ik:overflow-hidden ik:rounded-md ik:border ik:border-line ik:bg-sunken"
    >
      {url !== undefined && url !== brokenUrl && (
        <img
          src={url}
          alt=""
          draggable={false}
          decoding="async"
          onError={() => setBrokenUrl(url)}
          className="ik:absolute ik:inset-0 ik:size-full ik:object-cover"
        />
      )}
      <p
        className={
          isMaking
            ? 'ik:absolute ik:inset-x-1.5 ik:bottom-1.5 ik:mx-auto ik:w-fit ik:max-w-full ik:rounded-full ik:bg-badge ik:px-2.5 ik:text-xs ik:leading-6 ik:text-white'
            : 'ik:p-3 ik:text-center ik:text-xs ik:text-ink-2'
        }
      >
        {isMaking ? words.makingImage : words.noImageMade}
      </p>
    </div>
  );
}
