import { markdownTable } from '../measure/markdown.ts';
import type { Scenario } from '../measure/scenario.ts';

const PHOTOS = 300;
const QUICK_PHOTOS = 20;

/** Whether a whole holiday dropped on the chat leaves the page usable. */
export const dropPhotos: Scenario = {
  name: 'drop-photos',
  title: `${PHOTOS} photos dropped on the chat`,
  async measure(lab) {
    const usual = lab.photos.filter(({ megapixels }) => megapixels < 36);
    const photos = Array.from(
      { length: lab.isQuick ? QUICK_PHOTOS : PHOTOS },
      (_, index) => usual[index % usual.length],
    ).filter((photo) => photo !== undefined);
    const { page, close } = await lab.openChatBench(photos);
    try {
      await lab.settle();
      const run = await page.evaluate(() => window.chat.dropPhotos());
      return {
        goals: [
          {
            what: `longest task of the page while ${run.photos} photos come in`,
            value: run.longestTaskMs,
            limit: 50,
            atMost: true,
            unit: 'ms',
          },
          {
            what: `first preview of ${run.photos} photos`,
            value: run.firstPreviewMs,
            limit: 1000,
            atMost: true,
            unit: 'ms',
          },
        ],
        details: markdownTable(
          [
            'photos',
            'first preview, ms',
            'all ready, s',
            'longest task, ms',
            'longest hold-up, ms',
            'failed',
          ],
          [
            [
              String(run.photos),
              run.firstPreviewMs,
              run.allReadyMs / 1000,
              run.longestTaskMs,
              run.longestGapMs,
              String(run.failed),
            ],
          ],
        ),
      };
    } finally {
      await close();
    }
  },
};
