/**
 * The size to send: what the provider would reduce the image to, done before sending, so that every pixel
 * transferred is one the model sees. Sending the result again changes nothing.
 */
import type { Size } from '../formats/types.js';
import { chooseDetail } from './choose-detail.js';
import { findThriftySize } from './find-thrifty-size.js';
import { largeEnough } from './large-enough.js';
import { mayHaveVision } from './may-have-vision.js';
import { applySizing } from './sizing/apply-sizing.js';
import { atLongSide } from './sizing/at-long-side.js';
import type { ImageDetail, ModelImageRules, Sizing } from './types.js';

/** The box for a `low` image if the provider's own `low` would save nothing, in px. */
const LOW_BOX_PX = 512;

export interface SendSizeOptions {
  /** A longest side below the model's own limit, in px. */
  maxSidePx?: number;
  /** Maximum price of the image. If even one pixel costs more, the cheapest size is used. */
  maxTokens?: number;
  /** Shortest side that the endpoint accepts, in px, if it is more than the rules say. */
  minSidePx?: number;
  /** Whether to drop the last row of tiles or patches if it is mostly empty. @defaultValue false */
  economy?: boolean;
}

export interface SendSize extends Size {
  tokens: number;
  /** The detail to send with it. */
  detail: 'low' | 'high' | 'original';
  reason: 'already-fits' | 'model-size' | 'max-side' | 'max-tokens' | 'min-side';
  /** Size of the image itself, at the top left, if a margin makes it large enough. */
  content?: Size;
}

/**
 * Returns the size to send an image in: with its own proportions, left unchanged by the provider's rule, and
 * never enlarged unless the model refuses it as too small.
 *
 * @param size upright, px
 */
export function sendSize(
  size: Size,
  rules: ModelImageRules,
  detail: ImageDetail,
  options: SendSizeOptions = {},
): SendSize {
  const { maxSidePx = Infinity, maxTokens = Infinity, minSidePx = 0, economy = false } = options;
  const chosen = chooseDetail(rules, detail);
  const modelBounds = boundsOfModel(size, rules, chosen);
  const sideBounds = { ...modelBounds, maxSidePx: Math.min(modelBounds.maxSidePx, maxSidePx) };

  const forModel = largestWithin(size, modelBounds);
  const forSide = largestWithin(size, sideBounds);
  const allBounds = { ...sideBounds, maxTokens };
  const forTokens = largestWithin(size, allBounds);
  const fitted = economy ? findThriftySize(size, forTokens, modelBounds.sizing) : forTokens;
  const limits = { ...rules.limits, minSidePx: Math.max(minSidePx, rules.limits.minSidePx ?? 1) };
  const final = largeEnough(size, fitted, limits, (larger) => isWithin(larger, allBounds));
  const { width, height, content } = final;
  const { tokens } = applySizing(final, modelBounds.sizing);
  const reasons = [
    [!isSame(final, fitted), 'min-side'],
    [!isSame(fitted, forSide), 'max-tokens'],
    [!isSame(forSide, forModel), 'max-side'],
    [!isSame(forModel, size), 'model-size'],
  ] as const;
  const reason = reasons.find(([applies]) => applies)?.[1] ?? 'already-fits';
  return {
    width,
    height,
    tokens: mayHaveVision(rules) ? tokens : 0,
    detail: chosen,
    reason,
    ...(content && { content }),
  };
}

interface Bounds {
  sizing: Sizing;
  maxSidePx: number;
  maxPixels: number;
  maxTokens: number;
}

interface PricedSize extends Size {
  tokens: number;
}

function boundsOfModel(
  size: Size,
  { sizing, limits }: ModelImageRules,
  detail: 'low' | 'high' | 'original',
): Bounds {
  const chosen = sizing[detail] ?? sizing.high;
  const lowSavesNothing =
    detail === 'low' && applySizing(size, chosen).tokens >= applySizing(size, sizing.high).tokens;
  return {
    sizing: chosen,
    maxSidePx: Math.min(
      limits.maxSidePx ?? Infinity,
      lowSavesNothing ? LOW_BOX_PX : Infinity,
      ownBoxPx(chosen),
    ),
    maxPixels: limits.maxPixels ?? Infinity,
    maxTokens: Infinity,
  };
}

/** The kit's own limit if the provider accepts any size. */
function ownBoxPx(sizing: Sizing): number {
  return sizing.kind === 'crop-tile' ? sizing.fitPx : Infinity;
}

/**
 * Returns the provider's own reduced size of the image, or else the largest size of its proportions that is
 * left unchanged.
 */
function largestWithin(size: Size, bounds: Bounds): PricedSize {
  const provided = applySizing(size, bounds.sizing);
  if (isWithin(provided, bounds)) return provided;

  // Above this price no smaller size costs less.
  const cheapestTokens = applySizing(atLongSide(size, 1), bounds.sizing).tokens;
  const reachable = { ...bounds, maxTokens: Math.max(bounds.maxTokens, cheapestTokens) };
  let fitting = 1;
  let tooLarge = Math.max(size.width, size.height) + 1;
  while (fitting + 1 < tooLarge) {
    const middle = Math.floor((fitting + tooLarge) / 2);
    if (isWithin(atLongSide(size, middle), reachable)) fitting = middle;
    else tooLarge = middle;
  }
  return applySizing(atLongSide(size, fitting), bounds.sizing);
}

function isWithin(size: Size, { sizing, maxSidePx, maxPixels, maxTokens }: Bounds): boolean {
  const sized = applySizing(size, sizing);
  return (
    isSame(sized, size) &&
    sized.refusedAbovePatches === undefined &&
    Math.max(size.width, size.height) <= maxSidePx &&
    size.width * size.height <= maxPixels &&
    sized.tokens <= maxTokens
  );
}

function isSame(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height;
}
