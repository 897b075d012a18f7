import { markdownTable } from '../measure/markdown.ts';
import { KIT, type Scenario } from '../measure/scenario.ts';
import { median } from '../measure/statistics.ts';
import type { AssembleRun } from '../page/request-protocol.ts';

const IMAGES = 20;
const BYTES_EACH = 2_000_000;
const ROUNDS = 5;
const MEGABYTE = 1_000_000;

/** A request with twenty images in it, written out for the network. */
export const requestBody: Scenario = {
  name: 'request-body',
  title: `The body of a request with ${IMAGES} images of ${BYTES_EACH / MEGABYTE} MB`,
  async measure(lab) {
    const { page, close } = await lab.openRequestBench([]);
    try {
      const names = await page.evaluate(() => window.requests.assemblers);
      const rows: { name: string; runs: AssembleRun[] }[] = [];
      for (const name of names) {
        const runs: AssembleRun[] = [];
        for (let round = 0; round <= (lab.isQuick ? 1 : ROUNDS); round += 1) {
          await lab.settle();
          const run = await page.evaluate(
            ([assembler, images, bytes]) => window.requests.assemble(assembler, images, bytes),
            [name, IMAGES, BYTES_EACH] as const,
          );
          if (round > 0) runs.push(run);
        }
        rows.push({ name, runs });
      }
      const figures = rows.map(({ name, runs }) => ({
        name,
        ms: median(runs.map(({ ms }) => ms)),
        gapMs: median(runs.map(({ longestGapMs }) => longestGapMs)),
        heapMegabytes: median(runs.map(({ heapGrowthBytes }) => heapGrowthBytes)) / MEGABYTE,
        bodyMegabytes: (runs[0]?.bodyBytes ?? 0) / MEGABYTE,
      }));
      const kit = figures.find(({ name }) => name.startsWith(KIT));
      return {
        goals: kit
          ? [
              {
                what: `body with ${IMAGES} images: longest hold-up of the page`,
                value: kit.gapMs,
                limit: 50,
                atMost: true,
                unit: 'ms',
              },
              {
                what: `body with ${IMAGES} images: heap growth beside the size of the body`,
                value: kit.heapMegabytes / kit.bodyMegabytes,
                limit: 0.5,
                atMost: true,
                unit: '×',
              },
            ]
          : [],
        details: markdownTable(
          ['written by', 'ms', 'longest hold-up, ms', 'heap growth, MB', 'body, MB'],
          figures.map(({ name, ms, gapMs, heapMegabytes, bodyMegabytes }) => [
            name,
            ms,
            gapMs,
            heapMegabytes,
            bodyMegabytes,
          ]),
        ),
      };
    } finally {
      await close();
    }
  },
};
