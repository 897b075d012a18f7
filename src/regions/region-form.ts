/** Decides what the numbers of a text mean: by its model's own form, and by the names of the fields if that is unknown. */
import type { RegionForm } from '../models/types.js';
import type { StatedRegion } from './types.js';

export type Meaning = Pick<RegionForm, 'order' | 'scale'>;

/** Facts about all numbers of a text, which are in one form. */
export interface TextFacts {
  /** The largest number, by field name. */
  largest: ReadonlyMap<StatedRegion['key'], number>;
  hasOnlyFractions: boolean;
}

export function textFacts(regions: readonly StatedRegion[]): TextFacts {
  const largest = new Map<StatedRegion['key'], number>();
  let hasOnlyFractions = regions.length > 0;
  let hasPart = false;
  for (const { points, key } of regions) {
    for (const number of points.flatMap(({ x, y }) => [x, y])) {
      largest.set(key, Math.max(largest.get(key) ?? 0, number));
      if (Math.abs(number) > 1) hasOnlyFractions = false;
      if (!Number.isInteger(number)) hasPart = true;
    }
  }
  return { largest, hasOnlyFractions: hasOnlyFractions && hasPart };
}

/**
 * @param known the form of the model, if it has one
 * @param seenPx longest side of the image as the model sees it, if known
 */
export function meaningOf(
  stated: StatedRegion,
  { largest, hasOnlyFractions }: TextFacts,
  known: Meaning | undefined,
  seenPx: number | undefined,
): Meaning {
  const { key, scale } = stated;
  const order = key === 'box_2d' ? 'yx' : (known?.order ?? 'xy');
  if (scale !== undefined) return { order, scale };
  // Asked for fractions, every model writes them.
  if (hasOnlyFractions && key !== 'tag') return { order, scale: 1 };
  if (key === 'tag') {
    return { order, scale: known && known.scale !== 100 ? known.scale : 1000 };
  }
  const isThousandths = (largest.get(key) ?? 0) <= 1000;
  // This name comes with thousandths, whoever writes it: models without a form of their own were asked for it.
  if (key === 'box_2d') {
    return { order, scale: known?.scale === 1000 || isThousandths ? 1000 : 'px' };
  }
  if (known) return { order: known.order, scale: known.scale };
  if (key === 'bbox_2d') return { order, scale: isThousandths ? 1000 : 'px' };
  const isBeyond = seenPx !== undefined && (largest.get(key) ?? 0) > seenPx;
  return { order, scale: isBeyond && isThousandths ? 1000 : 'px' };
}
