import { jobFor } from '../measure/lab.ts';
import { markdownTable } from '../measure/markdown.ts';
import { FLOOR, KIT, type Scenario } from '../measure/scenario.ts';
import { median, randomNumbers, shuffled } from '../measure/statistics.ts';
import type { ManyRun } from '../page/protocol.ts';

const PHOTOS = 20;
const ROUNDS = 3;
const MAX_SIDE_PX = 1024;

const medianOf = (runs: readonly ManyRun[], pick: (run: ManyRun) => number) =>
  median(runs.map(pick));

/** How long a drop of twenty takes, when the first one is there, and whether the page stays usable. */
export const manyPhotos: Scenario = {
  name: 'many-photos',
  title: `${PHOTOS} photos at once, to ${MAX_SIDE_PX} px, JPEG`,
  async measure(lab) {
    // A drop of holiday pictures: mostly of a usual size, one very large.
    const usual = lab.photos.filter(({ megapixels }) => megapixels < 36);
    const largest = lab.photos.at(-1) ?? usual[0];
    const photos = Array.from({ length: PHOTOS }, (_, index) =>
      index === PHOTOS / 2 ? largest : usual[index % usual.length],
    ).filter((photo) => photo !== undefined);
    const jobs = photos.map((_, index) => jobFor(photos, index, MAX_SIDE_PX));

    const bench = await lab.openBench(photos);
    try {
      const idle = await bench.page.evaluate(() => window.bench.idle(3000));
      const results = bench.methods.map((method) => ({
        method,
        runs: [] as ManyRun[],
        aloneMs: 0,
      }));
      const random = randomNumbers(PHOTOS);
      for (const result of results) {
        const alone: number[] = [];
        for (let run = 0; run < 4; run += 1) {
          const { ms } = await bench.page.evaluate(
            ([method, job]) => window.bench.single(method, job),
            [result.method, jobFor(photos, 0, MAX_SIDE_PX)] as const,
          );
          if (run > 0) alone.push(ms);
        }
        result.aloneMs = median(alone);
      }
      for (let round = 0; round < (lab.isQuick ? 1 : ROUNDS); round += 1) {
        for (const { method, runs } of shuffled(results, random)) {
          await lab.settle();
          runs.push(
            await bench.page.evaluate(([name, list]) => window.bench.many(name, list), [
              method,
              jobs,
            ] as const),
          );
        }
      }
      const rows = results
        .map(({ method, runs, aloneMs }) => ({
          method,
          totalMs: medianOf(runs, ({ ms }) => ms),
          firstMs: medianOf(runs, ({ firstMs }) => firstMs),
          aloneMs,
          gapMs: medianOf(runs, ({ longestGapMs }) => longestGapMs),
          taskMs: Math.max(...runs.map(({ longestTaskMs }) => longestTaskMs)),
          failed: Math.max(...runs.map(({ failed }) => failed)),
        }))
        .toSorted((a, b) => a.totalMs - b.totalMs);
      const kit = rows.find(({ method }) => method === KIT);
      const fastestPeer = rows.find(({ method }) => method !== KIT && method !== FLOOR);
      const details = markdownTable(
        [
          'method',
          'all done, ms',
          'kit ÷ this',
          'first done, ms',
          'one alone, ms',
          'longest hold-up of the page, ms',
          'longest task, ms',
          'failed',
        ],
        [
          ...rows.map((row) => [
            row.method,
            row.totalMs,
            (kit?.totalMs ?? Number.NaN) / row.totalMs,
            row.firstMs,
            row.aloneMs,
            row.gapMs,
            row.taskMs,
            String(row.failed),
          ]),
          ['idle page', '', '', '', '', idle.longestGapMs, idle.longestTaskMs, ''],
        ],
      );
      if (!kit || !fastestPeer) return { goals: [], details };
      return {
        goals: [
          {
            what: `${PHOTOS} photos at once, time beside the fastest peer (${fastestPeer.method})`,
            value: kit.totalMs / fastestPeer.totalMs,
            limit: 0.45,
            atMost: true,
            unit: '×',
          },
          {
            what: 'the first of them, later than alone',
            value: kit.firstMs - kit.aloneMs,
            limit: 150,
            atMost: true,
            unit: 'ms',
          },
          {
            what: 'longest hold-up of the page meanwhile, above an idle page',
            value: kit.gapMs - idle.longestGapMs,
            limit: 16,
            atMost: true,
            unit: 'ms',
          },
        ],
        details,
      };
    } finally {
      await bench.close();
    }
  },
};
