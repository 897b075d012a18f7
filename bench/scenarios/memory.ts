import { jobFor } from '../measure/lab.ts';
import { markdownTable } from '../measure/markdown.ts';
import { peakRendererMegabytes } from '../measure/memory.ts';
import { KIT, type Scenario } from '../measure/scenario.ts';

const FEW = 20;
const MANY = 100;
const MAX_SIDE_PX = 1024;
/** The slow ones would take minutes for a hundred photos. */
const METHODS = new Set([
  KIT,
  'plain <img> + canvas',
  'compressorjs',
  'browser-image-compression',
  'floor (decode small + encode)',
]);

/** Peak memory of the page's process, in a fresh browser for each figure. */
export const memory: Scenario = {
  name: 'memory',
  title: `Peak memory of the page, ${FEW} and ${MANY} photos of 12 MP`,
  async measure(lab) {
    const photo = lab.photos.find(({ megapixels }) => megapixels >= 11) ?? lab.photos[0];
    if (!photo) throw new Error('no photo');
    const peakOf = async (method: string, count: number) => {
      const photos = Array.from({ length: count }, () => photo);
      const bench = await lab.openBench(photos);
      try {
        const before = await peakRendererMegabytes(bench.browser);
        const jobs = photos.map((_, index) => jobFor(photos, index, MAX_SIDE_PX));
        await bench.page.evaluate(([name, list]) => window.bench.many(name, list), [
          method,
          jobs,
        ] as const);
        return { before, peak: await peakRendererMegabytes(bench.browser) };
      } finally {
        await bench.close();
      }
    };

    const probe = await lab.openBench([photo]);
    const methods = probe.methods.filter((method) =>
      lab.isQuick ? method === KIT : METHODS.has(method),
    );
    await probe.close();
    const rows: { method: string; before: number; few: number; many: number }[] = [];
    for (const method of methods) {
      const few = await peakOf(method, FEW);
      const many = await peakOf(method, MANY);
      rows.push({ method, before: few.before, few: few.peak, many: many.peak });
    }
    const kit = rows.find(({ method }) => method === KIT);
    return {
      goals: kit
        ? [
            {
              what: `peak memory of ${MANY} photos beside ${FEW}`,
              value: kit.many / kit.few,
              limit: 1.1,
              atMost: true,
              unit: '×',
            },
            {
              what: `peak memory of the page, ${MANY} photos`,
              value: kit.many,
              limit: 700,
              atMost: true,
              unit: 'MB',
            },
          ]
        : [],
      details: markdownTable(
        ['method', 'before, MB', `${FEW} photos, MB`, `${MANY} photos, MB`, `${MANY} ÷ ${FEW}`],
        rows.map(({ method, before, few, many }) => [method, before, few, many, many / few]),
      ),
    };
  },
};
