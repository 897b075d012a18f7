import type { Page } from 'playwright';
import { markdownTable } from '../measure/markdown.ts';
import type { Scenario } from '../measure/scenario.ts';

const CYCLES = 1000;
const QUICK_CYCLES = 100;
/** Until caches and lazy parts are there. */
const WARM_UP = 40;
const MEGABYTE = 1_000_000;

/** Listeners and nodes that are alive, as the browser counts them after collecting. */
async function countAlive(page: Page): Promise<{ listeners: number; nodes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { jsEventListeners, nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { listeners: jsEventListeners, nodes };
}

/** What a chat leaves behind that was taken off the page. */
export const mountCycles: Scenario = {
  name: 'mount-cycles',
  title: `${CYCLES} times mounted and unmounted`,
  async measure(lab) {
    const photos = lab.photos.slice(0, 1);
    const { page, close } = await lab.openChatBench(photos);
    try {
      const before = await page.evaluate((times) => window.chat.cycle(times), WARM_UP);
      const aliveBefore = await countAlive(page);
      const after = await page.evaluate(
        (times) => window.chat.cycle(times),
        lab.isQuick ? QUICK_CYCLES : CYCLES,
      );
      const alive = await countAlive(page);
      const left = {
        'object URLs': after.objectUrls,
        workers: page.workers().length,
        listeners: Math.max(0, alive.listeners - aliveBefore.listeners),
        nodes: Math.max(0, alive.nodes - aliveBefore.nodes),
      };
      const heapMegabytes = (after.heapBytes - before.heapBytes) / MEGABYTE;
      const goal = { limit: 0, atMost: true, unit: 'left' };
      return {
        goals: [
          ...Object.entries(left)
            .filter(([what]) => what !== 'nodes')
            .map(([what, value]) => ({
              what: `${what} after ${after.cycles} mounts`,
              value,
              ...goal,
            })),
          {
            what: `growth of the heap in ${after.cycles} mounts`,
            value: heapMegabytes,
            limit: 5,
            atMost: true,
            unit: 'MB',
          },
        ],
        details: markdownTable(
          ['mounts', 'of these with an image', ...Object.keys(left), 'heap, MB more'],
          [
            [
              String(after.cycles),
              String(after.withImage),
              ...Object.values(left).map(String),
              heapMegabytes,
            ],
          ],
        ),
      };
    } finally {
      await close();
    }
  },
};
