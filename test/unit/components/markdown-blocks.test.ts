import { describe, expect, test } from 'vitest';
import { limitNesting } from '../../../src/components/markdown/limit-nesting.js';
import { linkHost, safeUrl } from '../../../src/components/markdown/safe-url.js';
import {
  blockSource,
  createSplitter,
  findDefinitions,
} from '../../../src/components/markdown/split-blocks.js';

const answer = `# Title

A paragraph
of two lines.

- one

- two

  still two

1. first
2. second

\`\`\`md
# no heading

- no list
\`\`\`
After the fence.

    code by indent

> quote

| a | b |
| - | - |
| 1 | 2 |
`;

const longAnswer = `${answer}\n${answer.replaceAll('\n', `${' more'.repeat(9)}\n`)}\n${answer}`;

/** Long enough to be a block of its own. */
const long = 'words '.repeat(60).trim();

const texts = (source: string): string[] => createSplitter()(source).map(({ text }) => text.trim());

describe('the block splitter', () => {
  test('cuts between paragraphs', () => {
    expect(texts(`${long}\n\nA paragraph\nof two lines.\n\n# Title`)).toEqual([
      long,
      'A paragraph\nof two lines.\n\n# Title',
    ]);
  });

  test.each([
    ['a list', `- ${long}\n\n- two\n\n  still two\n\n- three`],
    ['a numbered list', `1. ${long}\n\n2. two`],
    ['a list after a line of text', `Some of it:\n- ${long}\n\n- two`],
    ['a fence', `\`\`\`md\n${long}\n\n# no heading\n\n- no list\n\`\`\``],
    ['a fence that is still open', `~~~\n${long}\n\nmore`],
    ['a table', `| ${long} | b |\n| - | - |\n| 1 | 2 |`],
    ['code by indent', `${long}\n\n    one\n\n    two`],
  ])('never cuts within %s', (_name, source) => {
    expect(texts(source)).toEqual([source]);
  });

  test.each([
    ['another list', `- ${long}\n\n1. one`],
    ['a list with another bullet', `- ${long}\n\n* one`],
    ['what follows a fence', `\`\`\`\n${long}\n\`\`\`\n\nAfter.`],
    ['what follows a list', `- ${long}\n\nAfter.`],
  ])('cuts in front of %s', (_name, source) => {
    expect(texts(source)).toHaveLength(2);
  });

  test('loses no character', () => {
    const blocks = createSplitter()(answer);
    expect(blocks.map(({ text }) => text).join('')).toBe(answer);
  });

  test('comes to the same blocks however the answer arrived', () => {
    const whole = createSplitter()(longAnswer);
    for (const step of [1, 3, 7, 40]) {
      const split = createSplitter();
      for (let end = 0; end < longAnswer.length; end += step) split(longAnswer.slice(0, end));
      expect(split(longAnswer)).toEqual(whole);
    }
  });

  test('leaves finished blocks as they are while the answer grows', () => {
    const split = createSplitter();
    const [first] = split(`${long}\n\nTwo`);
    expect(split(`${long}\n\nTwo and three.\n\nFour`)[0]).toBe(first);
  });

  test('starts anew when the text is another one', () => {
    const split = createSplitter();
    split('One.\n\nTwo.');
    expect(split('Other.').map(({ text }) => text)).toEqual(['Other.']);
  });

  test('shows a paragraph of a megabyte as it is, in pieces', () => {
    const source = 'word '.repeat(200_000);
    const blocks = createSplitter()(source);
    expect(blocks.every(({ kind, text }) => kind === 'plain' && text.length <= 8001)).toBe(true);
    expect(blocks.map(({ text }) => text).join('')).toBe(source);
  });

  test('brings link targets to the blocks that use them', () => {
    const source = `See [the page][1]. ${long}\n\n${long}\n\nMore.\n\n[1]: https://example.com/`;
    const definitions = findDefinitions(source);
    const [first, second] = createSplitter()(source);
    expect(first && blockSource(first, definitions, false)).toContain('[1]: https://example.com/');
    expect(second && blockSource(second, definitions, false)).toBe(`${long}\n\n`);
  });
});

describe('nesting', () => {
  test.each([
    ['quotes', '>'.repeat(5000), ''],
    ['quotes with spaces', '> '.repeat(5000), ''],
    ['bullets', '- '.repeat(5000), ''],
    ['numbers', '1. '.repeat(5000), ''],
    ['quotes and bullets', '> - '.repeat(5000), ''],
  ])('%s stop at a bearable depth, and the words stay', (_name, markers) => {
    const limited = limitNesting(`${markers}the words`);
    expect(limited.length).toBeLessThan(120);
    expect(limited.endsWith('the words')).toBe(true);
  });

  test('leaves usual texts alone', () => {
    for (const text of [answer, '- - -', '* * *', '---', '>> two deep', '- a\n  - b\n    - c']) {
      expect(limitNesting(text)).toBe(text);
    }
  });
});

describe('addresses', () => {
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    '//example.com',
    '/path',
    '#here',
    '',
  ])('%j is not followed', (address) => {
    expect(safeUrl(address)).toBeUndefined();
  });

  test.each([
    ['https://bank.example@evil.example/', 'evil.example'],
    ['https://аpple.com/', 'xn--pple-43d.com'],
    ['mailto:someone@example.com', 'someone@example.com'],
  ])('%s goes to %s', (address, host) => {
    const url = safeUrl(address);
    expect(url && linkHost(url)).toBe(host);
  });
});
