import type { Lab } from '../measure/lab.ts';
import { markdownTable } from '../measure/markdown.ts';
import type { Scenario } from '../measure/scenario.ts';
import type { PhotosRun } from '../page/chat-protocol.ts';

const PHOTOS = 300;
const FEW_PHOTOS = 30;

/** Whether a whole holiday dropped on the chat leaves the page usable. */
export const dropPhotos: Scenario = {
  name: 'drop-photos',
  title: `${PHOTOS} photos dropped on the chat`,
  async measure(lab) {
    const few = await measureDrop(lab, FEW_PHOTOS);
    const many = lab.isQuick ? few : await measureDrop(lab, PHOTOS);
    return {
      goals: [
        {
          what: `longest task of the page while ${many.photos} photos come in`,
          value: many.longestTaskMs,
          limit: 50,
          atMost: true,
          unit: 'ms',
        },
        {
          what: 'longest hold-up of the page meanwhile',
          value: many.longestGapMs,
          limit: 50,
          atMost: true,
          unit: 'ms',
        },
        {
          what: `first preview of ${many.photos} photos`,
          value: many.firstPreviewMs,
          limit: 1000,
          atMost: true,
          unit: 'ms',
        },
        {
          what: `time for one of ${PHOTOS} photos, beside one of ${FEW_PHOTOS}`,
          value: many.allReadyMs / many.photos / (few.allReadyMs / few.photos),
          limit: 1.1,
          atMost: true,
          unit: '×',
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
        [few, many].map((run) => [
          String(run.photos),
          run.firstPreviewMs,
          run.allReadyMs / 1000,
          run.longestTaskMs,
          run.longestGapMs,
          String(run.failed),
        ]),
      ),
    };
  },
};

async function measureDrop(lab: Lab, count: number): Promise<PhotosRun> {
  const usual = lab.photos.filter(({ megapixels }) => megapixels < 36);
  const photos = Array.from({ length: count }, (_, index) => usual[index % usual.length]).filter(
    (photo) => photo !== undefined,
  );
  const { page, close } = await lab.openChatBench(photos);
  try {
    await lab.settle();
    return await page.evaluate(() => window.chat.dropPhotos());
  } finally {
    await close();
  }
}
