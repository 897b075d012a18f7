import { markdownTable } from '../measure/markdown.ts';
import { peakBrowserMegabytes, peakRendererMegabytes } from '../measure/memory.ts';
import type { Lab } from '../measure/lab.ts';
import type { Scenario } from '../measure/scenario.ts';
import type { BatchRun } from '../page/request-protocol.ts';

const FEW = 100;
const MANY = 1_000;
const MEGABYTE = 1_000_000;

interface Row extends BatchRun {
  pageMegabytes: number;
  browserMegabytes: number;
}

async function build(lab: Lab, images: number): Promise<Row> {
  const photos = lab.photos.filter(({ megapixels }) => megapixels < 20);
  const { browser, page, close } = await lab.openRequestBench(photos);
  try {
    const run = await page.evaluate((count) => window.requests.batch(count), images);
    return {
      ...run,
      pageMegabytes: await peakRendererMegabytes(browser),
      browserMegabytes: await peakBrowserMegabytes(browser),
    };
  } finally {
    await close();
  }
}

/** A batch of a thousand photographs, made to fit and written into files in the page. */
export const batch: Scenario = {
  name: 'batch',
  title: `A batch of ${FEW} and of ${MANY} photographs`,
  async measure(lab) {
    const few = await build(lab, lab.isQuick ? FEW / 10 : FEW);
    const many = await build(lab, lab.isQuick ? FEW : MANY);
    return {
      goals: [
        {
          what: `peak memory of the page, ${many.requests} images beside ${few.requests}`,
          value: many.pageMegabytes / few.pageMegabytes,
          limit: 1.2,
          atMost: true,
          unit: '×',
        },
        {
          what: `heap growth for a batch of ${many.requests} images`,
          value: many.heapGrowthBytes / MEGABYTE,
          limit: 100,
          atMost: true,
          unit: 'MB',
        },
      ],
      details: markdownTable(
        [
          'images',
          's',
          'files',
          'together, MB',
          'heap growth, MB',
          'peak of the page, MB',
          'peak of the browser, MB',
          'longest hold-up, ms',
        ],
        [few, many].map((row) => [
          row.requests,
          row.ms / 1000,
          row.files,
          row.bytes / MEGABYTE,
          row.heapGrowthBytes / MEGABYTE,
          row.pageMegabytes,
          row.browserMegabytes,
          row.longestGapMs,
        ]),
      ),
    };
  },
};
