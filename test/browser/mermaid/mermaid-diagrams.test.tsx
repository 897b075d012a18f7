import { beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { KitRoot } from '../../../src/index.js';
import { Markdown } from '../../../src/markdown.js';
import { mermaidDiagrams } from '../../../src/mermaid/index.js';
import { requestsNoted, requestsTo, unsafeParts } from '../../helpers/answer-safety.js';

const HOST = 'canary.invalid';
const plugins = [mermaidDiagrams()];
const flowchart = '```mermaid\nflowchart LR\n  A[Drop image] --> B[Send]\n```';

beforeEach(() => performance.clearResourceTimings());

const page = (theme: 'light' | 'dark') => (
  <KitRoot theme={theme}>
    <Markdown text={flowchart} plugins={plugins} />
  </KitRoot>
);

describe('a diagram in an answer', () => {
  test('is drawn as an image, and its source can be shown', async () => {
    const screen = await render(<Markdown text={`Before.\n\n${flowchart}`} plugins={plugins} />);
    const image = screen.getByRole('img', { name: 'Diagram' });
    await expect.element(image).toBeVisible();
    await expect
      .poll(() => (image.element() as HTMLImageElement).naturalWidth)
      .toBeGreaterThan(100);
    expect(unsafeParts(screen.container)).toEqual([]);
    expect(document.querySelector('svg[id^=ick-], div[id^=dick-]')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show source' }));
    await expect.element(screen.getByText(/Drop image/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show diagram' }));
    await expect.element(image).toBeVisible();
  });

  test('is one frame from its first word, with its source at hand', async () => {
    const begun = '```mermaid\nflowchart LR\n  A[Drop';
    const screen = await render(<Markdown text={begun} plugins={plugins} isStreaming />);
    const top = (): number | undefined =>
      screen.container.querySelector('[data-ick-part=code-block]')?.getBoundingClientRect().top;
    const topBefore = top();
    await expect.element(screen.getByText('Drawing the diagram…')).toBeVisible();
    expect(screen.container.querySelector('pre')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show source' }));
    expect(screen.container.querySelector('pre')?.textContent).toContain('A[Drop');
    await userEvent.click(screen.getByRole('button', { name: 'Show diagram' }));
    await screen.rerender(<Markdown text={flowchart} plugins={plugins} />);
    await expect.element(screen.getByRole('img', { name: 'Diagram' })).toBeVisible();
    expect(top()).toBe(topBefore);
  });

  test('keeps its words legible in a narrow column: it scrolls', async () => {
    const chain = 'A[Read the header] --> B[Plan the size] --> C[Resize in a worker] --> D[Send]';
    const screen = await render(
      <div style={{ width: 320 }}>
        <Markdown text={`\`\`\`mermaid\nflowchart LR\n  ${chain}\n\`\`\``} plugins={plugins} />
      </div>,
    );
    const image = screen.getByRole('img', { name: 'Diagram' });
    await expect.element(image).toBeVisible();
    const drawn = image.element() as HTMLImageElement;
    const scroller = drawn.closest('[data-ick-part=diagram]') as HTMLElement;
    await expect.poll(() => drawn.naturalWidth).toBeGreaterThan(600);
    await expect
      .poll(() => drawn.offsetWidth)
      .toBeGreaterThanOrEqual(Math.floor(drawn.naturalWidth * 0.65));
    expect(scroller.scrollWidth).toBeGreaterThan(scroller.clientWidth);
    expect(scroller.tabIndex).toBe(0);
  });

  test('follows the theme', async () => {
    const screen = await render(page('light'));
    const address = (): string | undefined => screen.container.querySelector('img')?.src;
    await expect.poll(address).toBeDefined();
    const before = address();
    await screen.rerender(page('dark'));
    await expect.poll(() => address() !== undefined && address() !== before).toBe(true);
  });

  test.each([
    ['with an error', 'flowchart LR\n  A[unfinished', /has an error/],
    ['of no kind', 'nothing known', /has an error/],
    [
      'that names an image',
      `flowchart LR\n  A@{ img: "https://${HOST}/x.png", label: "x" }`,
      /so it was not drawn/,
    ],
    [
      'with an address in its styles',
      `flowchart LR\n  A --> B\n  style A fill:url(https://${HOST}/x)`,
      /so it was not drawn/,
    ],
    [
      'with settings',
      `%%{init: {"themeCSS": "@import url(https://${HOST}/s)"}}%%\nflowchart LR\n  A`,
      /so it was not drawn/,
    ],
  ])('%s is a sentence and its source, and asks for nothing', async (_name, source, sentence) => {
    const screen = await render(
      <Markdown text={`\`\`\`mermaid\n${source}\n\`\`\`\n\nAfter **it**.`} plugins={plugins} />,
    );
    await expect.element(screen.getByText(sentence)).toBeVisible();
    expect(screen.container.querySelector('pre')?.textContent).toBe(source);
    expect(screen.container.querySelector('img')).toBeNull();
    expect(screen.container.querySelector('strong')?.textContent).toBe('it');
    await requestsNoted();
    expect(requestsTo(HOST)).toEqual([]);
  });
});
