import { describe, expect, test } from 'vitest';
import { holdTable } from '../../../src/components/markdown/hold-table.js';

const HEAD = '| a | b |\n| - | - |\n';

describe('holdTable', () => {
  test('shows the head as soon as the line under it is complete, and each row when it is whole', () => {
    const text = `Two:\n\n${HEAD}| 1 | 2 |\n| 3 | 4 |\n`;
    const shown = new Set<string>();
    for (let end = 1; end <= text.length; end += 1) {
      shown.add(holdTable(text.slice(0, end)).slice('Two:'.length).trim());
    }
    expect([...shown]).toEqual([
      '',
      HEAD.trim(),
      `${HEAD}| 1 | 2 |`,
      `${HEAD}| 1 | 2 |\n| 3 | 4 |`,
    ]);
  });

  test.each([
    ['text', 'Some words | and more'],
    ['a table that is complete', `${HEAD}| 1 | 2 |\n\nand then`],
    ['text after the last row', `${HEAD}| 1 | 2 |\n# Heading`],
    ['a blank line with spaces', `${HEAD}| 1 | 2 |\n  \nand then`],
    ['a line under the head without its last bar', '| a | b |\n|---|---\n| 1 | 2 |\n'],
    ['lines with bars that are no table', '| x |\nis a number'],
    ['a long line that begins with a bar', `|x| ${'is a number '.repeat(40)}`],
  ])('leaves %s as it is', (_name, text) => {
    expect(holdTable(text)).toBe(text);
  });

  test('counts no escaped bar', () => {
    const text = `${HEAD}| 1 | 2 |\n`;
    expect(holdTable(`${text}| 3 \\| 4 |`)).toBe(text.trimEnd());
    expect(holdTable(`${text}| 3 \\| 4 | 5 |`)).toBe(`${text}| 3 \\| 4 | 5 |`);
  });
});
