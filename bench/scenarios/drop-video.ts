import { markdownTable } from '../measure/markdown.ts';
import { peakRendererMegabytes } from '../measure/memory.ts';
import type { Scenario } from '../measure/scenario.ts';

const SECONDS = 60;

/** Whether a video dropped on the chat is at hand at once, and costs no more memory than its frames. */
export const dropVideo: Scenario = {
  name: 'drop-video',
  title: `A video of ${SECONDS} s dropped on the chat`,
  async measure(lab) {
    const { page, browser, close } = await lab.openChatBench([]);
    try {
      await lab.settle();
      const run = await page.evaluate((seconds) => window.chat.dropVideo(seconds), SECONDS);
      const peakMb = await peakRendererMegabytes(browser);
      return {
        goals: [
          {
            what: `first frame of a video of ${SECONDS} s`,
            value: run.previewMs,
            limit: 1000,
            atMost: true,
            unit: 'ms',
          },
          {
            what: 'longest task of the page while frames of a video are chosen and added',
            value: run.longestTaskMs,
            limit: 100,
            atMost: true,
            unit: 'ms',
          },
        ],
        details: markdownTable(
          [
            'video, MB',
            'first frame, ms',
            '6 frames evenly, ms',
            'scene changes, ms',
            'found',
            'longest task, ms',
            'longest hold-up, ms',
            'peak memory, MB',
          ],
          [
            [
              (run.bytes / 1e6).toFixed(1),
              run.previewMs,
              run.evenMs,
              run.scenesMs,
              String(run.scenes),
              run.longestTaskMs,
              run.longestGapMs,
              peakMb,
            ],
          ],
        ),
      };
    } finally {
      await close();
    }
  },
};
