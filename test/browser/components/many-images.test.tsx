import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { ImageTray } from '../../../src/index.js';
import { readyItem } from '../../../stories/components/samples/images.js';
import { useSampleQueue } from '../../../stories/components/samples/use-sample-queue.js';
import type { ChatEntry } from '../../../src/chat/types.js';
import type { QueueItem } from '../../../src/queue/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { openChat } from './chat-page.js';

const part = (name: string) =>
  document.querySelector<HTMLElement>(`[data-ick-part=${name}]`) as HTMLElement;
const tiles = () => [...document.querySelectorAll<HTMLElement>('[data-ick-part=tray-item]')];
const list = () => part('message-images');
const fadeOf = (edge: string): string => part('tray').style.getPropertyValue(`--ick-fade-${edge}`);
const rowsOf = (elements: readonly HTMLElement[]): number =>
  new Set(elements.map(({ offsetTop }) => offsetTop)).size;

function SampleTray({ items }: { items: readonly QueueItem[] }) {
  return (
    <div style={{ width: 400 }}>
      <ImageTray queue={useSampleQueue(items)} addButton={<button type="button">Add</button>} />
    </div>
  );
}

async function openTray(count: number): Promise<void> {
  const item = readyItem(await loadFixture('quad.png'));
  const items = Array.from({ length: count }, (_none, at) => ({ ...item, id: `${at}` }));
  await render(<SampleTray items={items} />);
  await expect.poll(() => tiles().length).toBe(count);
}

test('a row fades where it goes on, and scrolls with a wheel; what adds images stays in view', async () => {
  await openTray(8);
  expect(rowsOf(tiles())).toBe(1);
  await expect.poll(() => [fadeOf('left'), fadeOf('right')]).toEqual(['0px', '24px']);
  const tray = part('tray');
  const turn = (deltaY: number): boolean =>
    tray.dispatchEvent(new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true }));
  expect(turn(100)).toBe(false);
  await expect.poll(() => tray.scrollLeft).toBeGreaterThan(50);
  await expect.poll(() => [fadeOf('left'), fadeOf('right')]).toEqual(['24px', '24px']);
  turn(5000);
  await expect.poll(() => [fadeOf('left'), fadeOf('right')]).toEqual(['24px', '0px']);
  // At the end, the page may scroll.
  expect(turn(100)).toBe(true);
  await expect.element(page.getByRole('button', { name: 'Add', exact: true })).toBeInViewport();
});

test('more than eight stand in rows, of which two can be seen, and arrows walk up and down in them', async () => {
  await openTray(30);
  const columns = tiles().filter(({ offsetTop }) => offsetTop === tiles()[0]?.offsetTop).length;
  expect(columns).toBeGreaterThan(2);
  const tray = part('tray');
  expect(tray.scrollWidth).toBe(tray.clientWidth);
  expect(tray.scrollHeight).toBeGreaterThan(tray.clientHeight);
  await expect.poll(() => [fadeOf('top'), fadeOf('bottom')]).toEqual(['0px', '24px']);
  tiles()[0]?.focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement).toBe(tiles()[columns]);
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => document.activeElement).toBe(tiles()[columns + 1]);
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(() => document.activeElement).toBe(tiles()[1]);
});

test('a question with many images shows six of them, the names of all, and the rest with a press', async () => {
  const file = await loadFixture('quad.png');
  const images = Array.from(
    { length: 30 },
    (_none, at) =>
      ({
        type: 'image',
        id: `image-${at}`,
        mediaType: 'image/png',
        detail: 'auto',
        data: { kind: 'bytes', bytes: file },
        name: `photo-${at + 1}.png`,
      }) as const,
  );
  const entry: ChatEntry = {
    message: { id: 'm', role: 'user', parts: [...images, { type: 'text', text: 'Which one?' }] },
  };
  await openChat({ chat: { initialEntries: [entry] } });
  const shown = () => list().querySelectorAll('img').length;
  await expect.poll(shown).toBe(6);
  expect(list().children).toHaveLength(30);
  expect(list().children[29]?.textContent).toContain('photo-30.png');
  expect(rowsOf([...list().children].slice(0, 6) as HTMLElement[])).toBe(2);
  await expect.poll(() => part('more-images').textContent).toBe('+25');

  await userEvent.click(page.getByRole('button', { name: /Show all 30/ }));
  await expect.poll(shown).toBe(30);
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Open image 7');
  await userEvent.click(page.getByRole('button', { name: 'Show fewer' }));
  await expect.poll(shown).toBe(6);
});
