import { jobFor, type Bench, type Lab } from '../measure/lab.ts';
import { markdownTable } from '../measure/markdown.ts';
import type { Photo } from '../measure/photos.ts';
import { FLOOR, KIT, type Goal, type Scenario } from '../measure/scenario.ts';
import { median, randomNumbers, shuffled } from '../measure/statistics.ts';
import type { Calm, Job, ManyRun } from '../page/protocol.ts';

const PHOTOS = 20;
const ROUNDS = 3;
const MAX_SIDE_PX = 1024;
const IDLE_MS = 3000;
/** A method that takes longer for one photo is left out of a quick run. */
const QUICK_ALONE_MS = 600;

interface Result {
  method: string;
  aloneMs: number;
  runs: ManyRun[];
}

interface Row {
  method: string;
  totalMs: number;
  firstMs: number;
  aloneMs: number;
  gapMs: number;
  taskMs: number;
  failed: number;
}

/** Holiday photos: mostly of a usual size, one very large. */
function chooseDrop({ photos }: Lab): Photo[] {
  const usual = photos.filter(({ megapixels }) => megapixels < 36);
  const largest = photos.at(-1);
  return Array.from({ length: PHOTOS }, (_, index) =>
    index === PHOTOS / 2 ? largest : usual[index % usual.length],
  ).filter((photo) => photo !== undefined);
}

/** The first photo by itself; the first try does not count. */
async function measureAlone(bench: Bench, method: string, job: Job, tries: number) {
  const times: number[] = [];
  for (let run = 0; run <= tries; run += 1) {
    const { ms } = await bench.page.evaluate(([name, one]) => window.bench.single(name, one), [
      method,
      job,
    ] as const);
    if (run > 0) times.push(ms);
  }
  return median(times);
}

async function measureMethods(lab: Lab, bench: Bench, jobs: Job[]): Promise<Result[]> {
  const [first] = jobs;
  if (!first) throw new Error('no photos');
  const results: Result[] = [];
  for (const method of bench.methods) {
    const aloneMs = await measureAlone(bench, method, first, lab.isQuick ? 1 : 3);
    const isLeftOut = lab.isQuick && method !== KIT && aloneMs > QUICK_ALONE_MS;
    if (!isLeftOut) results.push({ method, aloneMs, runs: [] });
  }
  const random = randomNumbers(PHOTOS);
  for (let round = 0; round < (lab.isQuick ? 1 : ROUNDS); round += 1) {
    for (const { method, runs } of shuffled(results, random)) {
      await lab.settle();
      const run = await bench.page.evaluate(([name, list]) => window.bench.many(name, list), [
        method,
        jobs,
      ] as const);
      runs.push(run);
    }
  }
  return results;
}

function rowOf({ method, aloneMs, runs }: Result): Row {
  const medianOf = (pick: (run: ManyRun) => number) => median(runs.map(pick));
  return {
    method,
    totalMs: medianOf(({ ms }) => ms),
    firstMs: medianOf(({ firstMs }) => firstMs),
    aloneMs,
    gapMs: medianOf(({ longestGapMs }) => longestGapMs),
    taskMs: Math.max(...runs.map(({ longestTaskMs }) => longestTaskMs)),
    failed: Math.max(...runs.map(({ failed }) => failed)),
  };
}

function goalsOf(rows: readonly Row[], idle: Calm): Goal[] {
  const kit = rows.find(({ method }) => method === KIT);
  const fastestPeer = rows.find(({ method }) => method !== KIT && method !== FLOOR);
  if (!kit || !fastestPeer) return [];
  return [
    {
      what: `${PHOTOS} photos at once, time beside the fastest peer`,
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
  ];
}

function detailsOf(rows: readonly Row[], idle: Calm): string {
  const kitMs = rows.find(({ method }) => method === KIT)?.totalMs ?? Number.NaN;
  return markdownTable(
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
        kitMs / row.totalMs,
        row.firstMs,
        row.aloneMs,
        row.gapMs,
        row.taskMs,
        String(row.failed),
      ]),
      ['idle page', '', '', '', '', idle.longestGapMs, idle.longestTaskMs, ''],
    ],
  );
}

/** How long a drop of twenty takes, when the first one is there, and whether the page stays usable. */
export const manyPhotos: Scenario = {
  name: 'many-photos',
  title: `${PHOTOS} photos at once, to ${MAX_SIDE_PX} px, JPEG`,
  async measure(lab) {
    const photos = chooseDrop(lab);
    const jobs = photos.map((_, index) => jobFor(photos, index, MAX_SIDE_PX));
    const bench = await lab.openBench(photos);
    try {
      const idle = await bench.page.evaluate((ms) => window.bench.idle(ms), IDLE_MS);
      const results = await measureMethods(lab, bench, jobs);
      const rows = results.map(rowOf).toSorted((a, b) => a.totalMs - b.totalMs);
      return { goals: goalsOf(rows, idle), details: detailsOf(rows, idle) };
    } finally {
      await bench.close();
    }
  },
};
