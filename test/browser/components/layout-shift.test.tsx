import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ChatEntry } from '../../../src/chat/types.js';
import { createConversationStore } from '../../../src/storage/conversation-store.js';
import { drag, fixtureFiles, openChat } from './chat-page.js';

interface LayoutShift extends PerformanceEntry {
  hadRecentInput: boolean;
  value: number;
  sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

/** Allows for the send button, which makes room for the stop button: on a slow machine not at once after the press. */
const STILL = 0.001;

/** Adds up what moves on the page, other than in answer to a press or a key. */
function watchShifts(): () => { score: number; moved: string } {
  const shifts: LayoutShift[] = [];
  const take = (entries: PerformanceEntryList): void => {
    shifts.push(...(entries as LayoutShift[]).filter(({ hadRecentInput }) => !hadRecentInput));
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  onTestFinished(() => observer.disconnect());
  return () => {
    take(observer.takeRecords());
    return {
      score: shifts.reduce((sum, { value }) => sum + value, 0),
      moved: shifts
        .map(({ value, sources }) => [value, ...sources.map(describeSource)].join(' '))
        .join('\n'),
    };
  };
}

function describeSource(source: LayoutShift['sources'][number]): string {
  const { node, previousRect: before, currentRect: after } = source;
  const element = node instanceof Element ? node : node?.parentElement;
  const part = element?.closest('[data-ick-part]')?.getAttribute('data-ick-part');
  return `${element?.localName} in ${part}: ${before.x},${before.y} to ${after.x},${after.y}`;
}

/** Shifts are reported after the frame that they are in. */
async function settledFrames(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

const ANSWER = `Here is what the images show:

- The first one is a **photo** of a street.
- The second has four fields:
  1. red and green
  2. blue and white

| Image | What is in it | Colours |
| --- | --- | ---: |
| Image 1 | A street | 12,400 |
| Image 2 | Four fields of one colour each, as large as each other, beside a name that is much longer | 4 |
| Image 3 | The same, half transparent | 4 |

\`\`\`ts
const colours = [red, green, blue];
for (const colour of colours) console.log(colour);
\`\`\`

That is all.`;

const input = () => page.getByRole('textbox', { name: 'Message' });
const count = (selector: string) => document.querySelectorAll(selector).length;
const tiles = (status = '') => count(`[data-ick-part=tray-item]${status}`);
const summary = () => document.querySelector('[data-ick-part=composer-summary]')?.textContent;
const answers = () => count('article[data-role=assistant][data-status=complete]');

const isDrawn = (image: HTMLImageElement) => image.complete && image.naturalWidth > 0;

function expectNone({ score, moved }: { score: number; moved: string }): void {
  expect(score < STILL ? '' : moved).toBe('');
}

test('nothing moves by itself from an empty chat to an answer that was regenerated', async () => {
  await page.viewport(1000, 800);
  await openChat({
    chat: { showUsage: true },
    demo: { tokensPerSecond: 150, reply: () => ANSWER },
  });
  await expect.element(input()).toBeVisible();
  await settledFrames();
  const shifts = watchShifts();

  const transfer = await fixtureFiles('photo.jpg', 'quad.png', 'quad_alpha.webp');
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    drag(type, document.body, transfer);
  }
  await expect.poll(() => tiles('[data-status=ready]')).toBe(3);
  await expect.poll(summary).toMatch(/^3 images · /);
  await settledFrames();
  expectNone(shifts());

  await userEvent.fill(input(), 'What is in these?');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => tiles()).toBe(0);
  await expect.poll(answers).toBe(1);
  await expect.element(page.getByText('That is all.')).toBeVisible();
  await settledFrames();
  expectNone(shifts());

  await userEvent.click(page.getByRole('button', { name: 'Regenerate' }));
  await expect.poll(answers).toBe(0);
  await expect.poll(answers).toBe(1);
  await expect.element(page.getByText('That is all.')).toBeVisible();
  await settledFrames();
  expectNone(shifts());
});

test('nothing moves by itself when a conversation comes back with a reload', async () => {
  await page.viewport(1000, 800);
  const conversationStore = createConversationStore<ChatEntry>({ name: 'test-layout-shift' });
  onTestFinished(() => conversationStore.clearAll());
  const conversationKey = crypto.randomUUID();
  const chat = { conversationKey, conversationStore };
  const before = await openChat({ chat, demo: { tokensPerSecond: Infinity, reply: () => ANSWER } });
  const transfer = await fixtureFiles('photo.jpg', 'quad.png');
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    drag(type, document.body, transfer);
  }
  await expect.poll(() => tiles('[data-status=ready]')).toBe(2);
  await userEvent.fill(input(), 'What is in these?');
  await userEvent.keyboard('{Enter}');
  await expect.poll(answers).toBe(1);
  const statusInStore = async () =>
    (await conversationStore.load(conversationKey))?.[1]?.answer?.status;
  await expect.poll(statusInStore).toBe('complete');
  await before.screen.unmount();

  const shifts = watchShifts();
  await openChat({ chat });
  await expect.poll(answers).toBe(1);
  await expect.element(page.getByText('That is all.')).toBeVisible();
  await expect
    .poll(() => [...document.querySelectorAll<HTMLImageElement>('article img')].filter(isDrawn))
    .toHaveLength(2);
  await settledFrames();
  expectNone(shifts());
});
