import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { ImageTray } from '../../../src/index.js';
import { readyItem } from '../../../stories/components/samples/images.js';
import { useSampleQueue } from '../../../stories/components/samples/use-sample-queue.js';
import type { QueueItem } from '../../../src/queue/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';

const IMAGES = 120;

const tiles = () => [...document.querySelectorAll<HTMLElement>('[data-ick-part=tray-item]')];
const hasContent = (index: number): boolean =>
  tiles()[index]?.querySelector('[data-ick-part=tray-remove]') !== null;

async function images(): Promise<QueueItem[]> {
  const file = await loadFixture('quad.png');
  const item = readyItem(file);
  return Array.from({ length: IMAGES }, (_none, at) => ({ ...item, id: `${at}` }));
}

function LargeTray({ items }: { items: readonly QueueItem[] }) {
  return (
    <div style={{ width: 480 }}>
      <ImageTray queue={useSampleQueue(items)} />
    </div>
  );
}

test('a tray of many images lists all of them, and renders the content of those near the visible part', async () => {
  await render(<LargeTray items={await images()} />);
  expect(tiles()).toHaveLength(IMAGES);
  tiles().forEach((tile, index) => {
    expect(tile.getAttribute('aria-label')).toMatch(
      new RegExp(`^Image ${index + 1}, quad\\.png, `),
    );
    expect(tile.offsetWidth).toBeCloseTo(tiles()[0]?.offsetWidth ?? 0, -1);
  });
  expect(hasContent(0)).toBe(true);
  expect(hasContent(IMAGES - 1)).toBe(false);

  tiles()[60]?.scrollIntoView();
  await expect.poll(() => hasContent(60)).toBe(true);
  expect(hasContent(IMAGES - 1)).toBe(false);
  tiles()[0]?.scrollIntoView();
  await expect.poll(() => hasContent(60)).toBe(false);
});

test('keys reach every image of a large tray and its buttons', async () => {
  await render(<LargeTray items={await images()} />);
  tiles()[0]?.focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => document.activeElement).toBe(tiles()[IMAGES - 1]);
  await expect.poll(() => hasContent(IMAGES - 1)).toBe(true);
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => tiles()[IMAGES - 1]?.contains(document.activeElement)).toBe(true);
  // Scrolled away with the wheel: the focus stays where it is.
  const focused = document.activeElement;
  tiles()[50]?.scrollIntoView();
  await expect.poll(() => hasContent(50)).toBe(true);
  expect(document.activeElement).toBe(focused);

  tiles()[IMAGES - 1]?.focus();
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => tiles().length).toBe(IMAGES - 1);
  await expect.poll(() => document.activeElement).toBe(tiles()[IMAGES - 2]);
  await expect.poll(() => hasContent(IMAGES - 2)).toBe(true);
});
