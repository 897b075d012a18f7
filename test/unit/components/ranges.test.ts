import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRanges, parseRanges } from '../../../src/components/styled/choosing/ranges.js';

describe('ranges of pages', () => {
  test.each([
    ['1-3, 7', [0, 1, 2, 6]],
    ['7 1 – 3', [0, 1, 2, 6]],
    ['3-1,1', [0, 1, 2]],
    ['-2; 9-', [0, 1, 8, 9]],
    ['٢، ۴', [1, 3]],
    ['', []],
  ])('%s', (text, indexes) => {
    expect(parseRanges(text, 10)).toEqual(indexes);
  });

  test.each(['0', '11', '9-11', 'two', '1-2-3', '-', '1.5'])('%s names none', (text) => {
    expect(parseRanges(text, 10)).toBeUndefined();
  });

  test('read what they wrote', () => {
    expect(formatRanges([0, 1, 2, 6])).toBe('1-3, 7');
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60)), (some) => {
        const indexes = some.toSorted((a, b) => a - b);
        expect(parseRanges(formatRanges(indexes), 61)).toEqual(indexes);
      }),
    );
  });
});
