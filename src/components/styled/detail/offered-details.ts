import type { Size } from '../../../formats/types.js';
import type { ImageDetail } from '../../../models/types.js';
import type { DetailChoice } from '../../../queue/detail-choices.js';

/** A detail that is offered for one image, or for several at once. */
export interface OfferedDetail {
  detail: ImageDetail;
  /** The detail that is sent. `undefined` if that is unknown, or not the same for all images. */
  sentAs?: ImageDetail | undefined;
  /** The price of all images together. `undefined` if it is unknown. */
  tokens?: number | undefined;
  /** The sizes that the images are sent in. Empty if they are unknown. */
  sizes: readonly Size[];
}

/** Returns the details of several images as choices for all of them. */
export function offeredDetails(
  images: ReadonlyArray<readonly DetailChoice[]>,
): readonly OfferedDetail[] {
  const offered = new Map<ImageDetail, OfferedDetail>();
  for (const { detail, sentAs, tokens, width, height } of images.flat()) {
    const before = offered.get(detail);
    offered.set(detail, {
      detail,
      sentAs: before && before.sentAs !== sentAs ? undefined : sentAs,
      tokens: (before?.tokens ?? 0) + tokens,
      sizes: [...(before?.sizes ?? []), { width, height }],
    });
  }
  return [...offered.values()];
}
