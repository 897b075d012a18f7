const SEPARATORS = /[\s,;،؛]+/u;
const RANGE = /^(\d*)([-–—]?)(\d*)$/u;

/** Arabic-Indic and Persian digits, which keyboards of those languages type. */
const westernDigits = (text: string): string =>
  text.replaceAll(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15));

/**
 * Reads `1-3, 7` as the indexes 0, 1, 2 and 6, ascending. `5-` goes to the last one, `-5` starts at the first.
 * Returns `undefined` for anything else, and for numbers that are not between 1 and `count`.
 */
export function parseRanges(text: string, count: number): number[] | undefined {
  const indexes = new Set<number>();
  const spaced = westernDigits(text).replaceAll(/\s*([-–—])\s*/gu, '$1');
  for (const part of spaced.split(SEPARATORS).filter(Boolean)) {
    const [, first = '', dash = '', last = ''] = RANGE.exec(part) ?? [];
    if (first === '' && last === '') return undefined;
    const from = first === '' ? 1 : Number(first);
    const to = dash === '' ? from : last === '' ? count : Number(last);
    const [low, high] = from < to ? [from, to] : [to, from];
    if (low < 1 || high > count) return undefined;
    for (let number = low; number <= high; number += 1) indexes.add(number - 1);
  }
  return [...indexes].toSorted((a, b) => a - b);
}

/** Writes ascending indexes as `1-3, 7`. */
export function formatRanges(indexes: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const index of indexes) {
    const range = ranges.at(-1);
    if (range && index === range.last + 1) range.last = index;
    else ranges.push({ first: index, last: index });
  }
  return ranges
    .map(({ first, last }) => (first === last ? `${first + 1}` : `${first + 1}-${last + 1}`))
    .join(', ');
}
