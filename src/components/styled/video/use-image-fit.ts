import { useContext } from 'react';
import type { Size } from '../../../formats/types.js';
import { ComposerContext } from '../../parts/composer/composer-context.js';

export interface FittedSize extends Size {
  /** Price of an image of this size. `undefined` if the model is unknown. */
  tokens?: number;
}

/** Longest side of a contact sheet for a model that is unknown, px. */
const USUAL_SIDE_PX = 2048;

/** Returns the size and the price that an image of a given size is sent at to the model of the composer. */
export function useImageFit(): (size: Size) => FittedSize {
  const choicesOf = useContext(ComposerContext)?.composer.queue.detailChoices;
  return (size) => {
    const info = {
      ...size,
      mediaType: 'image/jpeg',
      orientation: 1,
      hasAlpha: false,
      isAnimated: false,
      isTruncated: false,
    } as const;
    const [automatic] = choicesOf?.({ id: '', info }) ?? [];
    return automatic ?? atMost(size, USUAL_SIDE_PX);
  };
}

function atMost({ width, height }: Size, sidePx: number): Size {
  const scale = Math.min(1, sidePx / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
