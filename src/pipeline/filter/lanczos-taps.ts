/**
 * Which source pixels contribute to an output pixel, and with which weight: Lanczos with three lobes, widened
 * by the scale when an image shrinks, so that every source pixel counts (no aliasing, and no hidden content
 * becomes visible).
 *
 * Weights are integers with 14 fraction bits that sum up to exactly 1, so that a flat colour stays unchanged.
 * They are rounded so that each running sum is correct, which also works for a thousandfold reduction, where
 * individual weights round to 0. Beyond an edge the edge pixel is repeated.
 */

const LOBES = 3;
const WEIGHT_ONE = 1 << 14;

/** The taps of all output pixels along one axis. Each has the same number of pairs; some weights are 0. */
export interface Taps {
  /** First source pixel per output pixel. */
  starts: Int32Array;
  /** Pairs of source pixels per output pixel. */
  pairs: number;
  /** `2 * pairs` per output pixel. */
  weights: Int16Array;
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= LOBES) return 0;
  const angle = Math.PI * x;
  return (LOBES * Math.sin(angle) * Math.sin(angle / LOBES)) / (angle * angle);
}

/**
 * @param from source pixels along the axis
 * @param to output pixels along the axis
 * @param alignment each start is a multiple of it
 */
export function lanczosTaps(from: number, to: number, alignment: 1 | 2 = 1): Taps {
  const scale = from / to;
  const stretch = Math.max(1, scale);
  const reach = LOBES * stretch;
  const mostTaps = from === to ? 1 : Math.min(from, Math.floor(2 * reach) + 1);
  const pairs = Math.ceil((mostTaps + alignment - 1) / 2);
  const starts = new Int32Array(to);
  const weights = new Int16Array(to * pairs * 2);
  const exact = new Float64Array(mostTaps);
  for (let index = 0; index < to; index += 1) {
    const center = (index + 0.5) * scale;
    const low = from === to ? index : Math.ceil(center - reach - 0.5);
    const high = Math.min(low + Math.floor(2 * reach), Math.floor(center + reach - 0.5));
    const first = Math.max(0, low);
    exact.fill(0);
    let sum = 0;
    for (let at = low; at <= high; at += 1) {
      const weight = lanczos((at + 0.5 - center) / stretch);
      const place = Math.max(0, Math.min(from - 1, at) - first);
      exact[place] = (exact[place] ?? 0) + weight;
      sum += weight;
    }
    const start = first - (first % alignment);
    starts[index] = start;
    let place = index * pairs * 2 + first - start;
    let running = 0;
    let given = 0;
    for (const weight of exact) {
      running += weight / sum;
      const whole = Math.round(running * WEIGHT_ONE);
      weights[place] = whole - given;
      given = whole;
      place += 1;
    }
  }
  return { starts, pairs, weights };
}
