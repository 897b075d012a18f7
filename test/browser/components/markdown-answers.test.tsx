import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { KitRoot } from '../../../src/index.js';
import { Markdown, type MarkdownPlugin } from '../../../src/markdown.js';

const tokensIn = (root: Element): string[] =>
  [...root.querySelectorAll('[data-token]')].map((token) => token.textContent);

describe('code in an answer', () => {
  test('gets its colours, also in lists, and stays the text it is', async () => {
    const code = 'const a = "b"; // c';
    const text = `\`\`\`ts\n${code}\n\`\`\`\n\n- in a list\n\n  \`\`\`python\n  def f(): pass\n  \`\`\`\n`;
    const { container: root } = await render(<Markdown text={text} />);
    const blocks = root.querySelectorAll('pre');
    expect(blocks[0]?.textContent).toBe(code);
    expect(blocks[1]?.textContent).toBe('def f(): pass');
    await expect
      .poll(() => tokensIn(root))
      .toEqual(expect.arrayContaining(['const', '"b"', 'def']));
    expect(blocks[0]?.textContent).toBe(code);
  });

  test('has different colours for different things, light and dark', async () => {
    const text = '```ts\nconst a = "b";\n```';
    const colours = async (theme: 'light' | 'dark'): Promise<string[]> => {
      const { container: root, unmount } = await render(
        <KitRoot theme={theme}>
          <Markdown text={text} />
        </KitRoot>,
      );
      await expect.poll(() => tokensIn(root).length).toBeGreaterThan(1);
      const found = [...root.querySelectorAll('[data-token]')].map(
        (one) => getComputedStyle(one).color,
      );
      await unmount();
      return [...new Set(found)];
    };
    const [light, dark] = [await colours('light'), await colours('dark')];
    expect(light.length).toBeGreaterThan(1);
    expect(dark.length).toBe(light.length);
    expect(light.filter((colour) => dark.includes(colour))).toEqual([]);
  });

  test('keeps the lines that are there while more arrive', async () => {
    const lines = Array.from({ length: 200 }, (_, line) => `const a${line} = ${line};`);
    const source = (count: number): string => `\`\`\`ts\n${lines.slice(0, count).join('\n')}\n`;
    const screen = await render(<Markdown text={source(150)} isStreaming />);
    const root = screen.container;
    await expect.poll(() => tokensIn(root).length).toBe(300);
    const first = root.querySelector('[data-token]');
    for (let count = 151; count <= lines.length; count += 7) {
      await screen.rerender(<Markdown text={source(count)} isStreaming />);
    }
    expect(root.querySelector('[data-token]')).toBe(first);
    await screen.rerender(<Markdown text={`${source(200)}\`\`\`\n`} />);
    await expect.poll(() => tokensIn(root).length).toBe(lines.length * 2);
    expect(root.querySelector('pre')?.textContent).toBe(lines.join('\n'));
    expect(root.querySelector('[data-token]')).toBe(first);
  });

  test('names its file, and wraps long lines on request', async () => {
    const text = `\`\`\`ts title="src/a.ts"\n${'word '.repeat(200)}\n\`\`\`\n\n\`\`\`py:b.py\nb\n\`\`\``;
    const screen = await render(<Markdown text={text} />);
    await expect.element(screen.getByText('src/a.ts')).toBeVisible();
    await expect.element(screen.getByText('b.py')).toBeVisible();
    const code = screen.container.querySelector('pre');
    if (!code) throw new Error('There is no code.');
    const wrap = screen.getByRole('button', { name: 'Wrap long lines' }).first();
    await expect.poll(() => code.scrollWidth > code.clientWidth).toBe(true);
    await userEvent.click(wrap);
    await expect.element(wrap).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => code.scrollWidth > code.clientWidth).toBe(false);
  });

  test('without a language, or with one that is not known, is plain', async () => {
    const screen = await render(
      <Markdown text={'```\nconst a\n```\n\n```klingon\nconst b\n```\n\n```ts\nconst c\n```'} />,
    );
    await expect.poll(() => tokensIn(screen.container)).toEqual(['const']);
  });
});

describe('math in an answer', () => {
  test('is rendered, and prices are not', async () => {
    const text = String.raw`It is \(\frac{1}{2}\), $x^2$ and costs $5 or $6.

$$
\int_0^1 x\,dx
$$

| a | b |
| - | - |
| $|x|$ | 2 |`;
    const { container: root } = await render(<Markdown text={text} />);
    await expect.poll(() => root.querySelectorAll('math').length).toBe(4);
    expect(root.querySelectorAll('mfrac, msup').length).toBe(2);
    expect(root.querySelectorAll('td math').length).toBe(1);
    expect(root.textContent).toContain('costs $5 or $6.');
    expect(root.querySelector('math')?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
  });

  test.each([
    ['the fonts there are', undefined],
    ['a font that knows nothing of math', 'DejaVu Sans, Arial, sans-serif'],
  ])('has its indices below and its exponents above the line, in %s', async (_, family) => {
    const style = family && <style>{`math { font-family: ${family} }`}</style>;
    const { container: root } = await render(
      <KitRoot>
        {style}
        <Markdown text={String.raw`So $a_1$ and $e^{i\pi}$.`} />
      </KitRoot>,
    );
    await expect.poll(() => root.querySelectorAll('msub, msup').length).toBe(2);
    const boxesOf = (name: string) =>
      [...root.querySelectorAll(`${name} > *`)].map((part) => part.getBoundingClientRect());
    const [letter, index] = boxesOf('msub');
    const [base, exponent] = boxesOf('msup');
    expect(index!.bottom - letter!.bottom).toBeGreaterThan(letter!.height * 0.25);
    expect(base!.top - exponent!.top).toBeGreaterThan(base!.height * 0.25);
    expect(base!.bottom - exponent!.bottom).toBeLessThan(base!.height);
  });

  test('shows its source where it is not valid, and the rest is rendered', async () => {
    const text = String.raw`Not valid: $\frac{1}$. Valid: $x^2$.`;
    const { container: root } = await render(<Markdown text={text} />);
    await expect.poll(() => root.querySelectorAll('math').length).toBe(1);
    const source = root.querySelector('[data-ick-part=math-source]');
    expect(source?.textContent).toBe(String.raw`$\frac{1}$`);
    expect(source?.getAttribute('data-ick-tooltip')).toContain('could not be rendered');
  });

  test('stays as it was rendered last while it is being written', async () => {
    const formula = String.raw`\frac{a}{b} + \frac{c}{d}`;
    const screen = await render(<Markdown text={String.raw`So $$\frac{a}{b}`} isStreaming />);
    const root = screen.container;
    await expect.poll(() => root.querySelectorAll('mfrac').length).toBe(1);
    for (let end = String.raw`\frac{a}{b}`.length; end <= formula.length; end += 1) {
      await screen.rerender(<Markdown text={`So $$${formula.slice(0, end)}`} isStreaming />);
      expect(root.textContent).not.toMatch(/[\\${}]/);
    }
    await screen.rerender(<Markdown text={`So $$${formula}$$`} />);
    await expect.poll(() => root.querySelectorAll('mfrac').length).toBe(2);
  });
});

describe('an answer that is being written', () => {
  test.each([
    ['**bold', 'strong', 'bold'],
    ['1. **Sha', 'strong', 'Sha'],
    ['some *words', 'em', 'words'],
    ['some `code', 'code', 'code'],
    ['some ~~words', 'del', 'words'],
    ['a [link](https://exam', 'p', 'a link'],
    ['***both', 'strong', 'both'],
    ['> **quoted', 'strong', 'quoted'],
  ])('%j shows no marks, while it comes and after it broke off', async (text, selector, words) => {
    const screen = await render(<Markdown text={text} isStreaming />);
    const root = screen.container;
    for (const isStreaming of [true, false]) {
      await screen.rerender(
        <Markdown text={text} isStreaming={isStreaming} isCut={!isStreaming} />,
      );
      expect(root.querySelector(selector)?.textContent).toBe(words);
      expect(root.textContent).not.toMatch(/[*`~[\]]/);
      expect(root.querySelector('a, [href]')).toBeNull();
    }
  });

  test('the rows of a table appear whole, and what broke off is there in the end', async () => {
    const head = 'Two:\n\n| a | b |\n| - | - |\n';
    const screen = await render(<Markdown text="" isStreaming />);
    const root = screen.container;
    for (let length = 1; length <= head.length; length += 1) {
      await screen.rerender(<Markdown text={head.slice(0, length)} isStreaming />);
      expect(root.textContent).not.toContain('|');
      expect(root.querySelector('table') !== null).toBe(length === head.length);
    }
    const rows = () => root.querySelectorAll('tr').length;
    const text = `${head}| 1 | 2 |\n| **x`;
    await screen.rerender(<Markdown text={`${head}| 1 |`} isStreaming />);
    expect(rows()).toBe(1);
    await screen.rerender(<Markdown text={text} isStreaming />);
    expect(rows()).toBe(2);
    await screen.rerender(<Markdown text={text} isCut />);
    expect(rows()).toBe(3);
    expect(root.querySelector('strong')?.textContent).toBe('x');
  });

  test('a complete answer stays as it was written', async () => {
    const { container: root } = await render(<Markdown text="2 ** 3 and **/*.ts" />);
    expect(root.textContent).toBe('2 ** 3 and **/*.ts');
  });

  test.each([
    ['nothing', '', 'p'],
    ['a paragraph', 'Some words', 'p'],
    ['a heading', '# Some', 'h1'],
    ['a list', '- one\n- two', 'li:last-child'],
    ['a list within a list', '- one\n  - two\n    - three', 'li li li'],
    ['a list with paragraphs', '- one\n\n  more\n\n- two', 'li:last-child > p'],
    ['an item without words', '- one\n- ', 'li:last-child'],
    ['a quote', '> one\n> two', 'blockquote > p'],
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |', 'td:last-child'],
    [
      'a row that has begun, after another',
      '| a | b |\n| - | - |\n| 1 | 2 |\n| 3',
      'td:last-child',
    ],
    ['code', '```ts\nconst a', 'pre > code'],
    ['code that is closed', '```ts\nconst a\n```', 'pre > code'],
    ['code in a list', '- one\n\n  ```ts\n  const a', 'pre > code'],
    ['code within a line', 'Some `code`', 'p'],
    ['math', 'So $$x^2', 'p'],
    ['a rule', 'Some\n\n---\n', '[data-ick-part=markdown-block]'],
    ['words in bold', 'Some **bold', 'p'],
    ['a long word', 'word '.repeat(4000), '[data-ick-part=markdown-plain]'],
  ])('has one caret at the end of %s', async (_name, text, selector) => {
    const screen = await render(<Markdown text={text} isStreaming />);
    const root = screen.container;
    const carets = (): Element[] => [...root.querySelectorAll('[data-ick-part=caret]')];
    await expect.poll(() => carets().length).toBe(1);
    expect(carets()[0]?.parentElement?.matches(selector)).toBe(true);
    await screen.rerender(<Markdown text={text} />);
    expect(carets()).toEqual([]);
  });

  test('has one caret at every moment of an answer', async () => {
    const answer =
      '# Title\n\nSome **bold** words.\n\n1. one\n2. two `code`\n   - three\n\n| a | b |\n| - | - |\n| $x$ | 2 |\n\n```ts\nconst a = 1;\n```\n\n> quote\n\n$$\nx^2\n$$\n\nEnd.';
    const screen = await render(<Markdown text="" isStreaming />);
    for (let end = 0; end <= answer.length; end += 1) {
      await screen.rerender(<Markdown text={answer.slice(0, end)} isStreaming />);
      const count = screen.container.querySelectorAll('[data-ick-part=caret]').length;
      expect(`${count} at ${JSON.stringify(answer.slice(0, end).slice(-20))}`).toMatch(/^1 /);
      expect(screen.container.textContent).not.toMatch(/\*\*|```/);
    }
  });
});

describe('a plugin', () => {
  const shout: MarkdownPlugin = {
    languages: ['shout'],
    render: ({ text, isComplete }) => <output>{isComplete ? text.toUpperCase() : '…'}</output>,
  };
  const broken: MarkdownPlugin = {
    languages: ['broken'],
    render: () => {
      throw new Error('This plugin is broken.');
    },
  };
  const plugins = [shout, broken];

  test('renders code blocks of its languages, and the others stay as they are', async () => {
    const text = '```shout\nhello\n```\n\n```text\nhello\n```\n\n- ```shout\n  in a list\n  ```';
    const { container: root } = await render(<Markdown text={text} plugins={plugins} />);
    const shouted = [...root.querySelectorAll('output')].map((one) => one.textContent);
    expect(shouted).toEqual(['HELLO', 'IN A LIST']);
    expect(root.querySelector('pre')?.textContent).toBe('hello');
  });

  test('that throws is replaced by a sentence and the code', async () => {
    const text = 'Before.\n\n```broken\nhello\n```\n\nAfter **it**.';
    const screen = await render(<Markdown text={text} plugins={plugins} />);
    await expect.element(screen.getByText(/could not be rendered/)).toBeVisible();
    expect(screen.container.querySelector('pre')?.textContent).toBe('hello');
    expect(screen.container.querySelector('strong')?.textContent).toBe('it');
  });
});
