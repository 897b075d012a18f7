/**
 * A 3:2 photo at 1152x768 touches six tiles, two of them barely; at 1024x683 it fills four. It saves a larger
 * share of tokens than it loses of pixels, so most of what is lost was margin.
 */
import type { Size } from '../formats/types.js';
import { applySizing } from './sizing/apply-sizing.js';
import { atLongSide } from './sizing/at-long-side.js';
import type { Sizing } from './types.js';

/** At most this share of the pixels is given up, whatever it saves. */
const MAX_PIXEL_LOSS = 0.25;

/** The share of tokens saved must exceed the share of pixels lost by at least this much. */
const MIN_GAIN = 0.01;

/**
 * Returns the size at or below `current` that wastes the least of its tiles or patches.
 *
 * @param shape the original, whose proportions are kept
 * @param current a size the provider leaves unchanged
 */
export function findThriftySize(
  shape: Size,
  current: Size & { tokens: number },
  sizing: Sizing,
): Size & { tokens: number } {
  const pixels = current.width * current.height;
  const longPx = Math.max(current.width, current.height);
  const shortestPx = Math.ceil(longPx * Math.sqrt(1 - MAX_PIXEL_LOSS));
  let best: Size & { tokens: number } = current;
  let bestGain = MIN_GAIN;
  for (let px = longPx - 1; px >= shortestPx; px--) {
    const size = atLongSide(shape, px);
    const pixelLoss = 1 - (size.width * size.height) / pixels;
    if (pixelLoss > MAX_PIXEL_LOSS) break;
    const { width, height, tokens } = applySizing(size, sizing);
    const gain = 1 - tokens / current.tokens - pixelLoss;
    if (gain > bestGain && width === size.width && height === size.height) {
      best = { width, height, tokens };
      bestGain = gain;
    }
  }
  return best;
}
