const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);

/** The value below which a fraction of the values lie, between neighbours where it falls between. */
function quantile(values: readonly number[], fraction: number): number {
  const order = sorted(values);
  const at = (order.length - 1) * fraction;
  const below = order[Math.floor(at)] ?? Number.NaN;
  const above = order[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Spread of the middle half of the values, as a fraction of their median. */
export const noise = (values: readonly number[]) =>
  (quantile(values, 0.75) - quantile(values, 0.25)) / median(values);

export const geometricMean = (values: readonly number[]) =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
