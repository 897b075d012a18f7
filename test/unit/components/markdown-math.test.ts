import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import {
  markMath,
  splitMath,
  unmarkMath,
} from '../../../src/components/markdown/math/mark-math.js';
import { renderMath } from '../../../src/components/markdown/math/math-renderer.js';

/** The math that is found in a text: its TeX, in brackets if it stands on its own. */
const mathIn = (source: string, isOpen = false): string[] =>
  splitMath(markMath(source, isOpen)).flatMap((piece) => {
    if (typeof piece === 'string') return [];
    return piece.isDisplay ? `[${piece.tex}]` : piece.tex;
  });

describe('math in an answer', () => {
  test.each([
    [String.raw`Euler: \(e^{i*\pi*2}\).`, [String.raw`e^{i*\pi*2}`]],
    ['$a*b*c$ and $x_1$', ['a*b*c', 'x_1']],
    ['the $n$th and the $n$-th', ['n', 'n']],
    ['$$\na_b\n$$', ['[a_b]']],
    [String.raw`\[ \frac{1}{2} \]`, [String.raw`[\frac{1}{2}]`]],
    ['in a cell | $|x|$ | end', ['|x|']],
    [String.raw`$5 \text{ or } 6$`, [String.raw`5 \text{ or } 6`]],
    ['$2$', ['2']],
    ['> $$\n> a > b\n> $$', ['[a > b]']],
    ['- item:\n  $$\n  a\n  $$', ['[a]']],
  ])('%s', (source, found) => {
    expect(mathIn(source)).toEqual(found);
  });

  test.each([
    'It costs $5 **now** or $6.',
    'It costs $5 and $6, or US$5 and A$6.',
    'From $5 to $10.',
    'Between $5-$10 and $20/$30.',
    'It costs $5, or 4$.',
    'Set $HOME and $PATH, or $PATH:$HOME.',
    String.raw`A \$5 note and a \$6 note.`,
    '`$a*b$`',
    '``$a$ ` $b$``',
    '```\n$a*b$\n```',
    'no math at all',
  ])('%s has none', (source) => {
    expect(mathIn(source)).toEqual([]);
    expect(markMath(source, false)).toBe(source);
  });

  test.each([
    ['Then $$\\frac{1}{', ['[\\frac{1}{]']],
    ['Then \\[ a + ', ['[a +]']],
    ['Then \\( a + ', ['a +']],
    ['Then $\\frac{1', ['\\frac{1']],
    ['Done: $a$, then $x^', ['a', 'x^']],
    ['It costs $5', []],
    ['It costs $5^', []],
    ['It costs $', []],
    ['Run `echo $x^', []],
  ])('while it is being written: %s', (source, found) => {
    expect(mathIn(source, true)).toEqual(found);
    if (found.length > 1) return;
    expect(mathIn(source, false)).toEqual([]);
  });

  test('holds what looked like math of its own until its beginning was read', () => {
    const source = '$$\nfor $6, `$x';
    expect(splitMath(markMath(source, true))).toEqual([
      { source, tex: 'for $6, `$x', isDisplay: true },
    ]);
  });

  test('comes back as it was where it has no meaning', () => {
    const source = 'https://example.com/?a=$b&c=$d and \\(x\\)';
    expect(unmarkMath(markMath(source, false))).toBe(source);
  });
});

const render = (tex: string, isDisplay = false): string =>
  renderToStaticMarkup(renderMath(tex, isDisplay));

/** Nothing for TeX that is refused. */
function renderIfValid(tex: string): string {
  try {
    return render(tex);
  } catch {
    return '';
  }
}

describe('rendered math', () => {
  test.each([
    ['a fraction', String.raw`\frac{a}{b}`, '<mfrac>'],
    ['a root', String.raw`\sqrt[3]{x}`, '<mroot>'],
    ['a sum', String.raw`\sum_{i=1}^{n} i`, '∑'],
    ['a matrix', String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`, '<mtable'],
    ['cases', String.raw`f(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}`, '<mtable'],
    ['aligned lines', String.raw`\begin{aligned} a &= b \\ &= c \end{aligned}`, '<mtable'],
    ['text', String.raw`x \text{ if } y`, 'if'],
    ['Greek', String.raw`\alpha + \Omega`, 'α'],
    ['a colour', String.raw`\color{red} x`, 'color'],
    ['a box', String.raw`\boxed{x}`, 'x'],
    ['an accent', String.raw`\vec{v} \hat{x} \overline{z}`, 'v'],
    ['blackboard letters', String.raw`\mathbb{R}`, 'ℝ'],
    ['a struck term', String.raw`\cancel{x}`, 'x'],
  ])('%s', (_name, tex, part) => {
    const html = render(tex, true);
    expect(html).toMatch(/^<math /);
    expect(html).toContain(part);
  });

  test.each([
    String.raw`\href{javascript:alert(1)}{x}`,
    String.raw`\href{https://canary.invalid}{x}`,
    String.raw`\url{https://canary.invalid}`,
    String.raw`\includegraphics{https://canary.invalid/x.png}`,
    String.raw`\htmlStyle{background:url(https://canary.invalid)}{x}`,
    String.raw`\class{x}{y}`,
    String.raw`\style{background:url(https://canary.invalid)}{x}`,
    String.raw`\htmlData{x=y}{z}`,
    String.raw`\color{url(https://canary.invalid)}{x}`,
    String.raw`\text{<img src=x onerror=alert(1)>}`,
    String.raw`\def\a{\a\a}\a`,
    String.raw`\rule{999999em}{999999em}`,
  ])('%s loads nothing, runs nothing and ends', (tex) => {
    const html = renderIfValid(tex);
    expect(html).not.toMatch(/<(?:a|img|script|svg)\b|href|url\(|\sclass=|onerror=(?!alert)/);
    expect(html).not.toContain('999999em');
  });

  test.each([
    ['an open brace', String.raw`\frac{a}{`, /./],
    ['an unknown command', String.raw`\unknown`, /./],
    ['an exponent that is missing', 'x^', /./],
    ['a formula without end', 'a'.repeat(4001), 'too long'],
  ])('%s is an error', (_name, tex, message) => {
    expect(() => renderMath(tex, false)).toThrow(message);
  });
});
