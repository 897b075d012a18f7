import { markdownTable } from '../measure/markdown.ts';
import type { Scenario } from '../measure/scenario.ts';
import { median } from '../measure/statistics.ts';
import type { SendRun } from '../page/request-protocol.ts';

const IMAGES = 20;
const ROUNDS = 5;
const MEGABYTE = 1_000_000;

/** How long a person waits after pressing Send before anything goes out. */
export const send: Scenario = {
  name: 'send',
  title: `From Send to the request, ${IMAGES} images attached`,
  async measure(lab) {
    const photos = Array.from(
      { length: IMAGES },
      (_, index) => lab.photos[index % lab.photos.length],
    ).filter((photo) => photo !== undefined);
    const { page, close } = await lab.openRequestBench(photos);
    try {
      const runs: SendRun[] = [];
      for (let round = 0; round <= (lab.isQuick ? 1 : ROUNDS); round += 1) {
        await lab.settle();
        const run = await page.evaluate(() => window.requests.send());
        if (round > 0) runs.push(run);
      }
      const ms = median(runs.map((run) => run.ms));
      const gapMs = median(runs.map(({ longestGapMs }) => longestGapMs));
      const [first] = runs;
      return {
        goals: [
          {
            what: `Send to request, ${IMAGES} images attached`,
            value: ms,
            limit: 100,
            atMost: true,
            unit: 'ms',
          },
        ],
        details: markdownTable(
          ['images', 'body, MB', 'Send to request, ms', 'longest hold-up, ms'],
          [[first?.images ?? 0, (first?.bodyBytes ?? 0) / MEGABYTE, ms, gapMs]],
        ),
      };
    } finally {
      await close();
    }
  },
};
