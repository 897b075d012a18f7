import { existsSync } from 'node:fs';
import { jobFor } from '../measure/lab.ts';
import { markdownTable } from '../measure/markdown.ts';
import { KIT, type Scenario } from '../measure/scenario.ts';
import { median } from '../measure/statistics.ts';
import type { SingleRun } from '../page/protocol.ts';

const FIREFOX = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';
const ROUNDS = 5;
const MAX_SIDE_PX = 1024;
const IDLE_MS = 3000;
const METHODS = [KIT, 'plain <img> + canvas', 'browser-image-compression'];

/** Firefox decodes for `createImageBitmap` on the page's own thread, even when a worker asks. */
export const firefox: Scenario = {
  name: 'firefox',
  title: `Firefox: how long the largest photo holds the page up, to ${MAX_SIDE_PX} px, JPEG`,
  async measure(lab) {
    if (!existsSync(FIREFOX)) return { goals: [], details: 'Firefox is not installed here.' };
    const photo = lab.photos.at(-1);
    if (!photo) throw new Error('no photo');
    const { launch } = await import('puppeteer-core');
    const browser = await launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
    try {
      const page = await browser.newPage();
      await page.goto(lab.server.url);
      await page.waitForFunction(() => 'bench' in window);
      const input = await page.$('input');
      await input?.uploadFile(photo.path);
      const job = jobFor([photo], 0, MAX_SIDE_PX);
      const idle = await page.evaluate((ms) => window.bench.idle(ms), IDLE_MS);
      const runsOf = new Map<string, SingleRun[]>(METHODS.map((name) => [name, []]));
      for (let round = 0; round <= (lab.isQuick ? 1 : ROUNDS); round += 1) {
        for (const [method, runs] of runsOf) {
          await lab.settle();
          const run = await page.evaluate(
            (name, one) => window.bench.single(name, one),
            method,
            job,
          );
          if (round > 0) runs.push(run);
        }
      }
      const rows = [...runsOf].map(([method, runs]) => ({
        method,
        ms: median(runs.map(({ ms }) => ms)),
        gapMs: median(runs.map(({ longestGapMs }) => longestGapMs)),
      }));
      return {
        goals: [
          {
            what: `Firefox: longest hold-up of the page, ${Math.round(photo.megapixels)} MP`,
            value: rows[0]?.gapMs ?? Number.NaN,
            limit: 50,
            atMost: true,
            unit: 'ms',
          },
        ],
        details: markdownTable(
          ['method', `${photo.name}, ms`, 'longest hold-up of the page, ms'],
          [
            ...rows.map(({ method, ms, gapMs }) => [method, ms, gapMs]),
            ['idle page', '', idle.longestGapMs],
          ],
        ),
      };
    } finally {
      await browser.close();
    }
  },
};
