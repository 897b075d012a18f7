import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  createPainter,
  type PaintedCode,
} from '../../../src/components/markdown/code/create-painter.js';
import { type Grammar, loadGrammar } from '../../../src/components/markdown/code/grammars.js';
import { readFence } from '../../../src/components/markdown/code/read-fence.js';
import { readInfo } from '../../../src/components/markdown/code/read-info.js';
import type { CodeToken } from '../../../src/components/markdown/code/read-token-html.js';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const samples: Record<string, string> = {
  ts: read('src/components/markdown/split-blocks.ts'),
  css: read('src/components/base.css'),
  json: read('registry.json'),
  python: `"""A module\nof two lines."""\nimport os\n\nclass A:\n    def f(self, *a: int) -> str:\n        return f"{len(a)!r} <&>"  # words\n`,
  sh: `#!/bin/sh\nset -e\nfor f in *.png; do\n  echo "$f" | sed 's/a/b/'\ndone\n`,
  sql: `SELECT a.id, count(*) FROM t a\nWHERE a.x > 3 /* a note\nof two lines */ GROUP BY 1;\n`,
  html: `<!doctype html>\n<style>\na { color: red }\n</style>\n<p class="x">Hello &amp; bye</p>\n`,
};

async function grammarOf(language: string): Promise<Grammar> {
  const grammar = await loadGrammar(language);
  if (!grammar) throw new Error(`There is no grammar of ${language}.`);
  return grammar;
}

/** The same grammar, with how many characters it has read. */
function countCharacters(grammar: Grammar): Grammar & { characters: number } {
  return {
    characters: 0,
    read(text) {
      this.characters += text.length;
      return grammar.read(text);
    },
  };
}

const tokensOf = ({ groups, tail }: PaintedCode): CodeToken[] => [...groups.flat(), ...tail];

/** One entry per character: its colour. */
const colours = (tokens: readonly CodeToken[]): (string | undefined)[] =>
  tokens.flatMap(({ text, kind }) => Array.from(text, () => kind));

describe('the colours of code', () => {
  test.each(Object.entries(samples))(
    '%s keeps every character and has colours',
    async (name, code) => {
      const { tokens } = (await grammarOf(name)).read(code);
      expect(tokens.map(({ text }) => text).join('')).toBe(code);
      expect(new Set(tokens.map(({ kind }) => kind)).size).toBeGreaterThan(2);
    },
  );

  test.each(Object.entries(samples))(
    '%s ends up the same however it arrived',
    async (name, code) => {
      const grammar = await grammarOf(name);
      const whole = colours(grammar.read(code).tokens);
      for (const step of [3, 17, 400]) {
        const painter = createPainter();
        for (let end = 0; end < code.length; end += step) {
          painter.paint({ text: code.slice(0, end), grammar, isGrowing: true });
        }
        const finished = { text: code, grammar, isGrowing: false };
        while (painter.paint(finished).isBehind) painter.advance(finished);
        const tokens = tokensOf(painter.paint(finished));
        expect(tokens.map(({ text }) => text).join('')).toBe(code);
        expect(colours(tokens)).toEqual(whole);
      }
    },
  );

  test('reads each line once, not all of them with each new one', async () => {
    const grammar = await grammarOf('ts');
    const code = Array.from({ length: 2000 }, (_, line) => `const a${line} = "b"; // c\n`).join('');
    const counting = countCharacters(grammar);
    const painter = createPainter();
    for (let end = 0; end <= code.length; end += 20) {
      painter.paint({ text: code.slice(0, end), grammar: counting, isGrowing: true });
    }
    expect(counting.characters).toBeLessThan(code.length * 6);
  });

  test('a comment of ten thousand characters does not make it quadratic', async () => {
    const grammar = await grammarOf('ts');
    const code = `/*\n${'words of a comment\n'.repeat(600)}`;
    const counting = countCharacters(grammar);
    const painter = createPainter();
    for (let end = 0; end <= code.length; end += 10) {
      painter.paint({ text: code.slice(0, end), grammar: counting, isGrowing: true });
    }
    // Up to 2,000 characters, every piece is read; behind that, each eighth.
    expect(counting.characters).toBeLessThan(code.length * 90);
    const painted = painter.paint({ text: code, grammar: counting, isGrowing: true });
    expect(tokensOf(painted).at(-1)?.kind).toBe('comment');
  });

  test('settled code stays the same objects while code is added', async () => {
    const grammar = await grammarOf('ts');
    const painter = createPainter();
    const code = 'const a = 1;\n'.repeat(300);
    const first = { text: code, grammar, isGrowing: true };
    while (painter.paint(first).isBehind) painter.advance(first);
    const [group] = painter.paint(first).groups;
    const next = painter.paint({ text: `${code}const b = 2;\n`, grammar, isGrowing: true });
    expect(group).toBeDefined();
    expect(next.groups[0]).toBe(group);
  });

  test('a language that is not known has no grammar', async () => {
    expect(await loadGrammar('constructor')).toBeUndefined();
    expect(await loadGrammar('klingon')).toBeUndefined();
  });
});

describe('what stands behind a fence', () => {
  test.each([
    ['ts', 'ts', ''],
    ['', '', ''],
    ['ts title="a b.ts"', 'ts', 'a b.ts'],
    ["ts title='a.ts'", 'ts', 'a.ts'],
    ['ts filename=src/a.ts', 'ts', 'src/a.ts'],
    ['ts:src/a.ts', 'ts', 'src/a.ts'],
    ['src/a.ts', 'ts', 'src/a.ts'],
    ['a.py', 'py', 'a.py'],
    ['title="a.ts"', '', 'a.ts'],
    ['js {1,3} showLineNumbers', 'js', ''],
    ['js{1,3}', 'js', ''],
    ['c++', 'c++', ''],
    ['objective-c', 'objective-c', ''],
  ])('%j', (info, language, fileName) => {
    expect(readInfo(info)).toEqual({ language, fileName });
  });

  test.each([
    ['```', { info: '', text: '', hasBody: false, isClosed: false }],
    ['```ts', { info: 'ts', text: '', hasBody: false, isClosed: false }],
    ['```ts\na', { info: 'ts', text: 'a', hasBody: true, isClosed: false }],
    ['```ts\na\n```', { info: 'ts', text: 'a', hasBody: true, isClosed: true }],
    ['```ts\na\n\nb\n```\n\n', { info: 'ts', text: 'a\n\nb', hasBody: true, isClosed: true }],
    ['~~~~\n~~~\n~~~~', { info: '', text: '~~~', hasBody: true, isClosed: true }],
    ['```\n```', { info: '', text: '', hasBody: true, isClosed: true }],
    ['```md\na ```\n', { info: 'md', text: 'a ```', hasBody: true, isClosed: false }],
  ])('%j', (source, code) => {
    expect(readFence(source)).toEqual(code);
  });
});
