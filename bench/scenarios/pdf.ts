import { markdownTable } from '../measure/markdown.ts';
import { KIT, type Scenario } from '../measure/scenario.ts';
import { median } from '../measure/statistics.ts';
import type { PdfRun } from '../page/request-protocol.ts';

const PAGES = 40;
const ROUNDS = 5;
const MEGABYTE = 1_000_000;
const PEER = 'pdf.js';

/** From a PDF to a thumbnail of each page, beside pdf.js alone. */
export const pdf: Scenario = {
  name: 'pdf',
  title: `A PDF of ${PAGES} pages, a thumbnail of each`,
  async measure(lab) {
    const { page, close } = await lab.openRequestBench([]);
    try {
      const rows: { name: string; ms: number; firstMs: number; gapMs: number; heap: number }[] = [];
      for (const name of [KIT, PEER] as const) {
        const runs: PdfRun[] = [];
        for (let round = 0; round <= (lab.isQuick ? 1 : ROUNDS); round += 1) {
          await lab.settle();
          const run = await page.evaluate(([by, pages]) => window.requests.pdf(by, pages), [
            name,
            PAGES,
          ] as const);
          if (round > 0) runs.push(run);
        }
        rows.push({
          name,
          ms: median(runs.map((run) => run.ms)),
          firstMs: median(runs.map(({ firstMs }) => firstMs)),
          gapMs: median(runs.map(({ longestGapMs }) => longestGapMs)),
          heap: median(runs.map(({ heapGrowthBytes }) => heapGrowthBytes)) / MEGABYTE,
        });
      }
      const [kit, peer] = rows;
      return {
        goals:
          kit && peer
            ? [
                {
                  what: `PDF of ${PAGES} pages: first thumbnail, beside ${PEER} alone`,
                  value: kit.firstMs / peer.firstMs,
                  limit: 1.3,
                  atMost: true,
                  unit: '×',
                },
                {
                  what: `PDF of ${PAGES} pages: longest hold-up, beside ${PEER} alone`,
                  value: kit.gapMs / peer.gapMs,
                  limit: 1.3,
                  atMost: true,
                  unit: '×',
                },
              ]
            : [],
        details: markdownTable(
          ['drawn by', 'first thumbnail, ms', 'all, ms', 'longest hold-up, ms', 'heap growth, MB'],
          rows.map(({ name, firstMs, ms, gapMs, heap }) => [name, firstMs, ms, gapMs, heap]),
        ),
      };
    } finally {
      await close();
    }
  },
};
