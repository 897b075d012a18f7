import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drag, fixtureFiles, openChat } from './chat-page.js';

interface LayoutShift extends PerformanceEntry {
  hadRecentInput: boolean;
  value: number;
  sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

/** Collects what moved on the page other than in answer to a press or a key. */
function watchShifts(): () => string[] {
  const shifts: LayoutShift[] = [];
  const take = (entries: PerformanceEntryList): void => {
    shifts.push(...(entries as LayoutShift[]).filter(({ hadRecentInput }) => !hadRecentInput));
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  return () => {
    take(observer.takeRecords());
    observer.disconnect();
    return shifts.map(({ value, sources }) => [value, ...sources.map(describeSource)].join(' '));
  };
}

function describeSource({
  node,
  previousRect,
  currentRect,
}: LayoutShift['sources'][number]): string {
  const element = node instanceof Element ? node : node?.parentElement;
  const part = element?.closest('[data-ick-part]')?.getAttribute('data-ick-part');
  return `${element?.localName} in ${part}: ${previousRect.y} to ${currentRect.y}`;
}

/** Shifts are reported with the frame after the one that they are in. */
const frame = () => new Promise(requestAnimationFrame);

const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = () => document.querySelectorAll('[data-ick-part="tray-item"]').length;
const readyTiles = () =>
  document.querySelectorAll('[data-ick-part="tray-item"][data-status="ready"]').length;

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function ask(question: string): Promise<void> {
  await userEvent.fill(input(), question);
  await userEvent.keyboard('{Enter}');
}

test('nothing moves by itself while dropped images become ready, nor from the first word of an answer to the last', async () => {
  await page.viewport(1000, 800);
  await openChat({ chat: { showUsage: true } });
  // What loads with the first answer has loaded.
  await ask('Hello');
  await expect.element(button('Regenerate')).toBeVisible();

  const transfer = await fixtureFiles('photo.jpg', 'quad.png', 'quad_alpha.webp');
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    drag(type, document.body, transfer);
  }
  await expect.poll(tiles).toBe(3);
  await frame();
  await frame();
  const whilePreparing = watchShifts();
  await expect.poll(readyTiles).toBe(3);
  await expect.element(page.getByText(/^3 images · /)).toBeVisible();
  await frame();
  await frame();
  expect(whilePreparing()).toEqual([]);

  await ask('What is in these?');
  await expect.poll(tiles).toBe(0);
  await expect.poll(() => document.querySelectorAll('[data-ick-part="caret"]').length).toBe(1);
  await frame();
  await frame();
  const whileStreaming = watchShifts();
  await expect.poll(() => page.getByRole('button', { name: 'Regenerate' }).length).toBe(2);
  await frame();
  await frame();
  expect(whileStreaming()).toEqual([]);
});
