import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import type { ChatEntry } from '../../../src/chat/types.js';
import { ImageTray, KitRoot, MessageList } from '../../../src/index.js';
import { KitError } from '../../../src/errors.js';
import type { QueueItem } from '../../../src/queue/types.js';
import { answer, question } from '../../../stories/components/samples/entries.js';
import { imagePart, queueState } from '../../../stories/components/samples/images.js';
import { requestsTo } from '../../helpers/answer-safety.js';
import { eventually } from '../../helpers/eventually.js';

declare const __SHARED_FOLDER__: string;

const file = new File(['image'], 'photo.jpg', { type: 'image/jpeg' });
const nothing = (): void => {};

function failedItems(names: readonly string[]): QueueItem[] {
  return names.map((name, index) => ({
    id: String(index),
    name,
    file,
    detail: 'auto',
    status: 'failed',
    progress: 0,
    previewIsFinal: false,
    error: new KitError('damaged', { message: 'This file is damaged.' }),
  }));
}

function queueOf(items: readonly QueueItem[]) {
  return {
    ...queueState(items),
    remove: vi.fn(),
    move: vi.fn(),
    setDetail: nothing,
    setAlt: nothing,
    retry: nothing,
  };
}

const chat = {
  status: 'ready',
  questionOptions: { queue: {}, message: { model: 'gpt-4o' } },
  regenerate: async () => ({ accepted: true }) as const,
  edit: async () => ({ accepted: true }) as const,
  remove: nothing,
  leftOutIds: new Set<string>(),
} as const;

const hostileNames = [
  '<img src=x onerror=alert(1)>.png',
  'x" onmouseover="alert(1)" y=".png',
  'photo_\u202egpj.exe',
  'cat\u0000.png.exe',
  '__proto__',
  'bad\ud800name.png',
  '![x](http://canary.invalid/fn.png).png',
  'https://canary.invalid/x.png',
  `${'a'.repeat(5000)}.png`,
  '',
];

/** What is wrong with how names are shown, and nothing where all of them are plain text. */
async function faultsOf(names: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  const entries = names.map((name, index) => ({
    message: {
      id: `m${index}`,
      role: 'user' as const,
      parts: [{ ...imagePart(file), id: `i${index}`, name }],
    },
  }));
  performance.clearResourceTimings();
  const { container } = await render(
    <KitRoot>
      <ImageTray queue={queueOf(failedItems(names))} />
      <MessageList chat={{ ...chat, entries }} />
    </KitRoot>,
  );
  const tiles = Array.from(container.querySelectorAll('[data-ick-part=tray-item]'));
  if (tiles.length !== names.length) faults.push(`${tiles.length} tiles`);
  for (const [index, tile] of tiles.entries()) {
    const name = names[index] ?? '';
    const label = tile.getAttribute('aria-label') ?? '';
    const shown = `${tile.textContent} ${label}`;
    const widthPx = tile.getBoundingClientRect().width;
    if (Math.abs(widthPx - (tiles[0]?.getBoundingClientRect().width ?? 0)) > 0.5 || widthPx > 130)
      faults.push(`${index} is wider`);
    if (/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(shown)) faults.push(`${index} has controls`);
    if (/\p{Cs}/u.test(shown)) faults.push(`${index} is cut within a character`);
    if (/^[\x20-\x7e]*$/.test(name) && !label.includes(name.trim()))
      faults.push(`${index} is not read`);
  }
  for (const element of container.querySelectorAll('*')) {
    for (const { name } of element.attributes) if (name.startsWith('on')) faults.push(name);
  }
  if (container.querySelector('img:not([src^=blob])')) faults.push('img');
  return [...faults, ...requestsTo('canary.invalid')];
}

describe('file names', () => {
  test('are text, whatever they hold, and never push their tile apart', async () => {
    expect(await faultsOf(hostileNames)).toEqual([]);
  });

  test.skipIf(__SHARED_FOLDER__ === '')('of the corpus are text too', async () => {
    const response = await fetch(`/@fs${__SHARED_FOLDER__}/corpus/text/filenames.json`);
    const { cases } = (await response.json()) as { cases: { name: string }[] };
    expect(await faultsOf(cases.map(({ name }) => name))).toEqual([]);
  });
});

describe('a tray from right to left', () => {
  test('is walked and moved by the arrow that points there', async () => {
    const queue = queueOf(failedItems(['a', 'b', 'c']));
    const screen = await render(
      <KitRoot dir="rtl">
        <ImageTray queue={queue} isSortable={false} />
      </KitRoot>,
    );
    const tiles = screen.container.querySelectorAll<HTMLElement>('[data-ick-part=tray-item]');
    tiles[0]?.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(() => document.activeElement).toBe(tiles[1]);
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await eventually(() => expect(queue.move).toHaveBeenCalledWith('1', 2));
  });
});

const list = (entries: readonly ChatEntry[]) => (
  <KitRoot style={{ height: 400, display: 'flex' }}>
    <MessageList chat={{ ...chat, status: 'streaming', entries }} />
  </KitRoot>
);
const log = () => page.getByRole('log').element();
const distanceToEnd = () => log().scrollHeight - log().scrollTop - log().clientHeight;
const frames = async (count: number): Promise<void> => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

describe('a conversation that grows', () => {
  const old: ChatEntry[] = Array.from({ length: 40 }, (_, index) =>
    index % 2 === 0
      ? question(`q${index}`, `Question ${index}`)
      : answer(`a${index}`, 'An answer.'),
  );
  const growing = (words: number): ChatEntry[] => [
    ...old,
    question('last', 'And now?'),
    answer('growing', 'word '.repeat(words), { status: 'streaming' }),
  ];

  test('keeps its end in sight while the reader is there', async () => {
    const screen = await render(list(growing(10)));
    await expect.poll(distanceToEnd).toBeLessThan(2);
    for (const words of [200, 600, 1200]) {
      await screen.rerender(list(growing(words)));
      await expect.poll(distanceToEnd).toBeLessThan(2);
    }
  });

  test('keeps its end in sight when a block of it shrinks and grows within a frame', async () => {
    const screen = await render(list(growing(400)));
    await expect.poll(distanceToEnd).toBeLessThan(2);
    const block = document.createElement('div');
    block.style.height = '200px';
    screen.container.querySelector('[data-status=streaming]')?.append(block);
    await expect.poll(distanceToEnd).toBeLessThan(2);
    // As on a busy page, where the event of the browser's own scrolling comes when the block has grown again.
    block.style.height = '300px';
    log().scrollTop -= 200;
    log().dispatchEvent(new Event('scroll'));
    await frames(3);
    await expect.poll(distanceToEnd).toBeLessThan(2);
  });

  test('stays where the reader has scrolled to, and leads back at a press', async () => {
    const screen = await render(list(growing(400)));
    await expect.poll(distanceToEnd).toBeLessThan(2);
    log().scrollTop -= 300;
    await expect.element(page.getByRole('button', { name: 'Jump to the latest' })).toBeVisible();
    await frames(5);
    const topOfAnswer = () =>
      screen.container.querySelector('[data-status=streaming]')?.getBoundingClientRect().top;
    const top = topOfAnswer();
    await screen.rerender(list(growing(1500)));
    await frames(5);
    await expect.poll(topOfAnswer).toBeCloseTo(top ?? NaN, 0);
    await userEvent.click(page.getByRole('button', { name: 'Jump to the latest' }));
    await expect.poll(distanceToEnd).toBeLessThan(2);
  });

  test('shows a new question at once, also to a reader who had scrolled up', async () => {
    const screen = await render(list(growing(400)));
    await expect.poll(distanceToEnd).toBeLessThan(2);
    log().scrollTop = 0;
    await frames(3);
    await screen.rerender(list([...growing(400), question('newest', 'A new question')]));
    await expect.poll(distanceToEnd).toBeLessThan(2);
  });

  test('does not draw earlier messages anew', async () => {
    const screen = await render(list(growing(10)));
    await expect
      .poll(() => screen.container.querySelector('[data-ick-part=markdown-plain]'))
      .toBeNull();
    await expect.poll(distanceToEnd).toBeLessThan(2);
    await frames(3);
    const changes: Node[] = [];
    const observer = new MutationObserver((records) =>
      changes.push(...records.map(({ target }) => target)),
    );
    for (const message of screen.container.querySelectorAll(
      'article:not([data-status=streaming])',
    )) {
      observer.observe(message, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    }
    await screen.rerender(list(growing(20)));
    await frames(3);
    expect(changes).toEqual([]);
    observer.disconnect();
  });
});
