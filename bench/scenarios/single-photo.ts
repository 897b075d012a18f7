import { jobFor } from '../measure/lab.ts';
import type { Lab } from '../measure/lab.ts';
import { markdownTable } from '../measure/markdown.ts';
import { FLOOR, KIT, type Finding, type Goal, type Scenario } from '../measure/scenario.ts';
import { geometricMean, median, noise, randomNumbers, shuffled } from '../measure/statistics.ts';
import type { SingleRun } from '../page/protocol.ts';

const ROUNDS = 7;
const QUICK_ROUNDS = 3;

interface Row {
  method: string;
  /** Per photo. */
  mediansMs: number[];
  geoMeanMs: number;
  worstNoise: number;
  medianGapMs: number;
  worstGapMs: number;
  worstTaskMs: number;
}

function rowOf(method: string, runsPerPhoto: readonly SingleRun[][]): Row {
  const mediansMs = runsPerPhoto.map((runs) => median(runs.map(({ ms }) => ms)));
  const gaps = runsPerPhoto.flatMap((runs) => runs.map(({ longestGapMs }) => longestGapMs));
  return {
    method,
    mediansMs,
    geoMeanMs: geometricMean(mediansMs),
    worstNoise: Math.max(...runsPerPhoto.map((runs) => noise(runs.map(({ ms }) => ms)))),
    medianGapMs: median(gaps),
    worstGapMs: Math.max(...gaps),
    worstTaskMs: Math.max(...runsPerPhoto.flat().map(({ longestTaskMs }) => longestTaskMs)),
  };
}

/** Every method on every photo, in a new order each round, after one round that does not count. */
async function measureRows(lab: Lab, maxSidePx: number): Promise<Row[]> {
  const photos = lab.isQuick ? lab.photos.slice(0, 2) : lab.photos;
  const bench = await lab.openBench(photos);
  try {
    const cells = bench.methods.flatMap((method) =>
      photos.map((_, photo) => ({ method, photo, runs: [] as SingleRun[] })),
    );
    const random = randomNumbers(maxSidePx);
    for (let round = 0; round <= (lab.isQuick ? QUICK_ROUNDS : ROUNDS); round += 1) {
      for (const { method, photo, runs } of shuffled(cells, random)) {
        await lab.settle();
        const run = await bench.page.evaluate(([name, job]) => window.bench.single(name, job), [
          method,
          jobFor(photos, photo, maxSidePx),
        ] as const);
        if (round > 0) runs.push(run);
      }
    }
    return bench.methods.map((method) =>
      rowOf(
        method,
        cells.filter((cell) => cell.method === method).map(({ runs }) => runs),
      ),
    );
  } finally {
    await bench.close();
  }
}

function goalsOf(rows: readonly Row[], target: string, plainLimit: number): Goal[] {
  const kit = rows.find(({ method }) => method === KIT);
  if (!kit) return [];
  const limits: Record<string, number> = {
    compressorjs: 0.55,
    'browser-image-compression': 0.35,
    'plain <img> + canvas': plainLimit,
    [FLOOR]: 1.15,
  };
  return rows
    .filter(({ method }) => method in limits)
    .map(({ method, geoMeanMs }) => ({
      what: `one photo → ${target}, time beside ${method}`,
      value: kit.geoMeanMs / geoMeanMs,
      limit: limits[method] ?? 1,
      atMost: true,
      unit: '×',
    }));
}

function detailsOf(rows: readonly Row[], photoNames: readonly string[]): string {
  const kit = rows.find(({ method }) => method === KIT);
  return markdownTable(
    [
      'method',
      ...photoNames.map((name) => `${name}, ms`),
      'geo-mean, ms',
      'kit ÷ this',
      'worst IQR',
      'longest hold-up of the page, ms (median / worst)',
      'longest task, ms',
    ],
    rows
      .toSorted((a, b) => a.geoMeanMs - b.geoMeanMs)
      .map((row) => [
        row.method,
        ...row.mediansMs,
        row.geoMeanMs,
        (kit?.geoMeanMs ?? Number.NaN) / row.geoMeanMs,
        `${Math.round(row.worstNoise * 100)} %`,
        `${Math.round(row.medianGapMs)} / ${Math.round(row.worstGapMs)}`,
        Math.round(row.worstTaskMs),
      ]),
  );
}

function singlePhoto(maxSidePx: number, target: string, plainLimit: number): Scenario {
  return {
    name: `single-${maxSidePx}`,
    title: `One photo at a time, to ${target}, JPEG`,
    async measure(lab): Promise<Finding> {
      const rows = await measureRows(lab, maxSidePx);
      return {
        goals: goalsOf(rows, target, plainLimit),
        details: detailsOf(
          rows,
          lab.photos.map(({ name }) => name).slice(0, rows[0]?.mediansMs.length),
        ),
      };
    },
  };
}

export const singlePhotoScenarios = [
  singlePhoto(1024, '1024 × 768', 0.8),
  singlePhoto(512, '512 px', 1),
  singlePhoto(1568, '1568 px', 1),
];
