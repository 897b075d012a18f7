import type { Size } from '../formats/types.js';
import { findRules } from './find-rules.js';
import { mayHaveVision } from './may-have-vision.js';
import { applySizing } from './sizing/apply-sizing.js';
import type { Cells, Sized } from './sizing/sized.js';
import type { ImageDetail, ImageTokenCount, ModelImageRules } from './types.js';

/** A token count with the tiles behind it, if any, so that they can be drawn over the image. */
export interface FittedImage extends ImageTokenCount {
  cells?: Cells;
  /** The provider's patch limit, if the image exceeds it. */
  refusedAbovePatches?: number;
}

/**
 * Returns what an image costs a model, and the size the model sees after the provider's own resizing.
 *
 * @param size upright, px
 */
export function countImageTokens(
  size: Size,
  modelId: string,
  detail: ImageDetail = 'auto',
): ImageTokenCount {
  const {
    tokens,
    width,
    height,
    detail: counted,
    estimated,
    rejected,
  } = fitForModel(size, findRules(modelId), detail);
  return {
    tokens,
    width,
    height,
    detail: counted,
    estimated,
    ...(rejected !== undefined && { rejected }),
  };
}

/** The same for given rules. */
export function fitForModel(
  size: Size,
  rules: ModelImageRules,
  detail: ImageDetail = 'auto',
): FittedImage {
  const counted = countedDetail(rules, detail);
  const sized = applySizing(size, rules.sizing[counted] ?? rules.sizing.high);
  const rejected = refusal(size, sized, rules);
  return {
    // A refused image is not charged.
    tokens: mayHaveVision(rules) ? sized.tokens : 0,
    width: sized.width,
    height: sized.height,
    detail: counted,
    estimated: rules.estimated ?? false,
    ...(rejected !== undefined && { rejected }),
    ...(sized.cells && { cells: sized.cells }),
    ...(sized.refusedAbovePatches !== undefined && {
      refusedAbovePatches: sized.refusedAbovePatches,
    }),
  };
}

/**
 * Returns how the provider treats a detail: `auto` is its own choice, and a detail that the model lacks is
 * treated as `high`.
 */
function countedDetail(rules: ModelImageRules, detail: ImageDetail): 'low' | 'high' | 'original' {
  const wanted = detail === 'auto' ? rules.autoDetail : detail;
  return rules.sizing[wanted] ? wanted : 'high';
}

function refusal(size: Size, sized: Sized, rules: ModelImageRules): string | undefined {
  const { maxSidePx = Infinity, maxPixels = Infinity, advisory } = rules.limits;
  const { minSidePx = 0, maxAspectRatio = Infinity } = rules.limits;
  const longPx = Math.max(size.width, size.height);
  const shortPx = Math.min(size.width, size.height);
  if (!mayHaveVision(rules)) return 'This model reads text only. Choose a model that can see.';
  if (longPx > maxSidePx) {
    return `The image is ${format(longPx)} px on its longer side, and this model takes at most ${format(maxSidePx)}. Make it smaller.`;
  }
  if (shortPx < minSidePx && advisory?.includes('minSidePx') !== true) {
    return `The image is ${format(shortPx)} px on its shorter side, and this endpoint takes no less than ${format(minSidePx)}. Choose a larger one.`;
  }
  if (longPx / shortPx > maxAspectRatio && advisory?.includes('maxAspectRatio') !== true) {
    return `The image is more than ${format(maxAspectRatio)} times as long as it is wide, and this endpoint refuses that. Put a margin around it.`;
  }
  if (size.width * size.height > maxPixels) {
    return `The image has ${format(size.width * size.height)} pixels, and this endpoint takes at most ${format(maxPixels)}. Make it smaller.`;
  }
  if (sized.refusedAbovePatches !== undefined && sized.cells) {
    const patches = sized.cells.columns * sized.cells.rows;
    return `The image needs ${format(patches)} patches, and this model takes at most ${format(sized.refusedAbovePatches)}. Make it smaller, or send it with detail "high".`;
  }
  return undefined;
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}
