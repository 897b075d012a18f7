import { useEffect } from 'react';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { ImageTray } from '../../../src/index.js';
import { Tray } from '../../../src/parts.js';
import { imageErrorCodes, KitError, type KitErrorCode } from '../../../src/errors.js';
import { failedItem } from '../../../stories/components/samples/items.js';
import { readyItem } from '../../../stories/components/samples/images.js';
import { useSampleQueue } from '../../../stories/components/samples/use-sample-queue.js';
import type { QueueItem } from '../../../src/queue/types.js';
import type { UseImageQueueResult } from '../../../src/react/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { fixtureFiles, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = () => Array.from(document.querySelectorAll('[data-ick-part=tray-item]'));
const statuses = () => tiles().map((tile) => tile.getAttribute('data-status'));
const tileNames = () => tiles().map((tile) => tile.getAttribute('aria-label')?.split(', ')[1]);
const choices = () =>
  page
    .getByRole('menuitemradio')
    .elements()
    .map((choice) => choice.textContent);
const said = () => document.querySelector('[data-ick-part=announcer]')?.textContent ?? '';

function SampleTray({ items, ...props }: { items: readonly QueueItem[]; details?: ['low'] }) {
  return <ImageTray queue={useSampleQueue(items)} {...props} />;
}

interface BareTrayProps {
  items: readonly QueueItem[];
  onMount: (queue: UseImageQueueResult) => void;
}

async function paste(...names: readonly string[]): Promise<void> {
  await pasteInto(input().element(), await fixtureFiles(...names));
}

const leftOf = (element: Element | null | undefined) => {
  if (!element) throw new Error('Nothing is there.');
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().left;
};

test('images, their captions, the text and the sign of + start on one line', async () => {
  const { container } = await openChat();
  await paste('photo.jpg');
  await expect.poll(statuses).toEqual(['ready']);
  const tile = tiles()[0]?.getBoundingClientRect().left ?? 0;
  expect(leftOf(tiles()[0]?.querySelector('[data-ick-part=tray-status]'))).toBeCloseTo(tile, 0);
  const text = input().element();
  const { paddingLeft } = getComputedStyle(text);
  expect(text.getBoundingClientRect().left + Number.parseFloat(paddingLeft)).toBeCloseTo(tile, 0);
  const plus = container.querySelector('[data-ick-part=composer-add] path');
  expect(Math.abs((plus?.getBoundingClientRect().left ?? 0) - tile)).toBeLessThan(1.5);
});

test('a warning lies on its image, so that detail and cost stay below it', async () => {
  const item = readyItem(await loadFixture('photo.jpg'));
  const notes = [{ code: 'small-text', message: 'The text is small.' }] as const;
  const warned = { ...item, prepared: { ...item.prepared, notes } } as unknown as QueueItem;
  await render(<SampleTray items={[warned]} />);
  const tile = tiles()[0];
  expect(tile?.querySelector('[data-ick-part=tray-warning]')?.textContent).toBe('Small text');
  expect(tile?.querySelector('[data-ick-part=tray-detail]')?.textContent).toMatch(/: Auto · 765$/);
});

describe('an image that failed', () => {
  test('has no number, the others are numbered as they are sent, and the composer tells of it', async () => {
    const { bodies } = await openChat({ chat: { labels: true } });
    await paste('photo.jpg', 'header_only.heic', 'quad.png');
    await expect.poll(statuses).toEqual(['ready', 'failed', 'ready']);
    const labels = () => tiles().map((tile) => tile.getAttribute('aria-label'));
    await expect
      .poll(labels)
      .toEqual([
        expect.anything(),
        expect.stringMatching(/^header_only.heic, not sent, /),
        expect.stringMatching(/^Image 2, quad.png, /),
      ]);
    expect(tiles().map((tile) => tile.querySelector('[data-ick-part=tray-number]'))).toEqual([
      expect.objectContaining({ textContent: '1' }),
      null,
      expect.objectContaining({ textContent: '2' }),
    ]);
    await expect.poll(said).toContain('header_only.heic: ');
    await expect.element(page.getByRole('button', { name: /^3 images.* 1 failed$/ })).toBeVisible();

    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    await expect.poll(() => bodies.length).toBe(1);
    expect(bodies[0]).toContain('Image 2:');
    expect(bodies[0]).not.toContain('Image 3:');
  });

  test('that this browser cannot open says what to do, and offers no retry, which would not help', async () => {
    await openChat();
    await paste('quad.heic');
    await expect.poll(statuses).toEqual(['failed']);
    const reason = page.getByRole('button', {
      name: 'quad.heic: Cannot open HEIC Why?',
      exact: true,
    });
    await expect.element(reason).toBeVisible();
    expect(reason.element().textContent).toBe('Cannot open HEIC Why?');
    await userEvent.click(reason);
    await expect.element(page.getByText(/Save it as JPEG/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: /Try again/ })).not.toBeInTheDocument();
  });

  test('shows nothing in place of a preview the browser cannot paint', async () => {
    await openChat();
    await paste('header_only.heic');
    await expect.poll(statuses).toEqual(['failed']);
    await expect.poll(() => tiles()[0]?.querySelector('img')).toBeNull();
  });

  test('is removed by its name', async () => {
    await openChat();
    await paste('header_only.heic');
    await expect.poll(statuses).toEqual(['failed']);
    await userEvent.click(page.getByRole('button', { name: 'Remove header_only.heic' }));
    await expect.poll(tiles).toEqual([]);
    await expect.poll(said).toContain('header_only.heic removed');
  });

  const passing: KitErrorCode[] = [
    'decode-timeout',
    'canvas-failed',
    'unreadable-file',
    'worker-blocked',
    'unreachable',
    'offline',
  ];
  test.each([...new Set([...imageErrorCodes, ...passing])])(
    'offers another try after %s only where one may help',
    async (code) => {
      const file = await loadFixture('photo.jpg');
      const error = new KitError(code, { message: 'It failed.' });
      await render(<SampleTray items={[failedItem(file, error)]} />);
      await expect.element(page.getByRole('listitem')).toBeVisible();
      const retries = page.getByRole('button', { name: 'Try again: photo.jpg' }).elements();
      expect(retries.length > 0).toBe(passing.includes(code));
    },
  );
});

test('an image that is sent, but not as it was given, says so', async () => {
  await openChat();
  await paste('truncated.jpg');
  await expect.poll(statuses).toEqual(['ready']);
  await expect.poll(() => tiles()[0]?.getAttribute('aria-label')).toMatch(/cut short/);
  await expect.poll(() => tiles()[0]?.getAttribute('data-warning')).toBe('');
  const sign = page.getByRole('button', { name: /^Image 1: .*cut short/ });
  await userEvent.click(sign);
  await expect.element(page.getByText(/cut short/)).toBeVisible();
  await expect.element(sign).toHaveAttribute('aria-expanded', 'true');
  await userEvent.click(sign);
  await expect.element(sign).toHaveAttribute('aria-expanded', 'false');
});

test('the final image is decoded before it is painted, and leaves no blank tile meanwhile', async () => {
  await openChat();
  await paste('photo.jpg');
  await expect.poll(statuses).toEqual(['ready']);
  await expect.poll(() => tiles()[0]?.querySelector('img')?.dataset['final']).toBe('');
  expect(tiles()[0]?.querySelector('img')?.decoding).toBe('sync');
});

function touch(type: string, target: Element, clientX: number, clientY: number): void {
  const finger = new Touch({ identifier: 1, target, clientX, clientY });
  const touches = type === 'touchend' ? [] : [finger];
  const event = { touches, targetTouches: touches, changedTouches: [finger] };
  target.dispatchEvent(new TouchEvent(type, { ...event, bubbles: true, cancelable: true }));
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function middleOf(tile: Element | undefined): { x: number; y: number } {
  const box = tile?.getBoundingClientRect() ?? new DOMRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

test('images are moved with a finger that rests on one first', async () => {
  await openChat();
  await paste('photo.jpg', 'quad.png', 'quad_alpha.webp');
  await expect.poll(() => statuses().filter((status) => status === 'ready').length).toBe(3);
  await expect
    .poll(
      async () => {
        const [first, , third] = tiles();
        // Moved before: another try would move the next one.
        if (!first || tileNames()[0] !== 'photo.jpg') return tileNames();
        const [from, to] = [middleOf(first), middleOf(third)];
        touch('touchstart', first, from.x, from.y);
        await wait(350);
        for (const step of [0.25, 0.5, 0.75, 1]) {
          touch('touchmove', first, from.x + (to.x - from.x) * step, from.y);
          await wait(30);
        }
        for (let look = 0; look < 30 && !said().includes('3 of 3'); look++) await wait(30);
        touch('touchend', first, to.x, to.y);
        await wait(100);
        return tileNames();
      },
      { timeout: 30_000, interval: 300 },
    )
    .toEqual(['quad.png', 'quad_alpha.webp', 'photo.jpg']);
  await expect.poll(said).toContain('Image 1 moved to position 3');
});

describe('a change of one image', () => {
  const drawn: string[] = [];
  const draw = (props: Record<string, unknown>) => {
    drawn.push(String(props['aria-label']).slice(0, 'Image 1'.length));
    return <li {...props} />;
  };

  function BareTray({ items, onMount }: BareTrayProps) {
    const queue = useSampleQueue(items);
    useEffect(() => onMount(queue));
    return (
      <Tray.Root queue={queue} onOpen={() => {}} onRetryUpload={() => {}}>
        {queue.items.map((item) => (
          <Tray.Item key={item.id} item={item} render={draw} />
        ))}
      </Tray.Root>
    );
  }

  test('draws its tile and no other, whatever the app makes anew', async () => {
    const file = await loadFixture('photo.jpg');
    const items = ['1', '2', '3'].map((id) => ({ ...readyItem(file), id }));
    let queue: UseImageQueueResult | undefined;
    const keep = (current: UseImageQueueResult) => {
      queue = current;
    };
    const { rerender } = await render(<BareTray items={items} onMount={keep} />);
    await expect.poll(() => new Set(drawn).size).toBe(3);
    drawn.length = 0;
    await rerender(<BareTray items={items} onMount={keep} />);
    expect(drawn).toEqual([]);
    queue?.setAlt('2', 'A street');
    await expect.poll(() => drawn.length).toBeGreaterThan(0);
    expect(new Set(drawn)).toEqual(new Set(['Image 2']));
  });
});

test('a tile is lifted by the first key, also of a tray that has just grown', async () => {
  const files = await Promise.all(['photo.jpg', 'quad.png', 'quad_alpha.webp'].map(loadFixture));
  const items = files.map((file, index) => ({ ...readyItem(file), id: `${index}` }));
  let queue: UseImageQueueResult | undefined;
  function GrowingTray() {
    const own = useSampleQueue(items);
    useEffect(() => {
      queue = own;
    });
    return <ImageTray queue={own} />;
  }
  await render(<GrowingTray />);
  const lift = async (index: number): Promise<boolean> => {
    (tiles()[index] as HTMLElement).focus();
    await userEvent.keyboard(' ');
    return tiles()[index]?.hasAttribute('data-dragging') ?? false;
  };
  // Until the code of sorting is there.
  await expect.poll(() => lift(0)).toBe(true);
  // The library that drags listens to keys only in the task after.
  await wait(0);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => tiles()[0]?.hasAttribute('data-dragging')).toBe(false);
  queue?.add([{ file: await loadFixture('quad.gif'), name: 'quad.gif' }]);
  await expect.poll(() => tiles().length).toBe(4);
  (tiles()[3] as HTMLElement).focus();
  tiles()[3]?.dispatchEvent(
    new KeyboardEvent('keydown', { key: ' ', code: 'Space', bubbles: true, cancelable: true }),
  );
  await expect.poll(() => tiles()[3]?.hasAttribute('data-dragging')).toBe(true);
});

test('the focus goes to the text when the last image is removed by key', async () => {
  await openChat();
  await paste('photo.jpg');
  await expect.poll(statuses).toEqual(['ready']);
  (tiles()[0] as HTMLElement).focus();
  await userEvent.keyboard('{Delete}');
  await expect.poll(tiles).toEqual([]);
  await expect.element(input()).toHaveFocus();
});

test('a detail that is not among the choices is shown all the same', async () => {
  const file = await loadFixture('photo.jpg');
  await render(<SampleTray items={[readyItem(file, { detail: 'auto' })]} details={['low']} />);
  await userEvent.click(page.getByRole('button', { name: /^Detail of image 1: Auto/ }));
  await expect
    .poll(choices)
    .toEqual([expect.stringMatching(/^Low/), expect.stringMatching(/^Auto/)]);
});
