import { likenessOf, type Likeness } from '../measure/likeness.ts';
import { markdownTable } from '../measure/markdown.ts';
import type { Photo } from '../measure/photos.ts';
import { KIT, type Scenario } from '../measure/scenario.ts';

const PHOTO_SIDE_PX = 1024;
const SCREENSHOT_SIDE_PX = 1568;

/** How close a lossless result is to what sharp makes with Lanczos3 of the same size. */
export const sharpness: Scenario = {
  name: 'sharpness',
  title: 'Sharpness: lossless PNG beside Lanczos3 of sharp',
  async measure(lab) {
    const photos = lab.photos
      .filter(({ isMade }, index) => !isMade || index === 0)
      .slice(0, lab.isQuick ? 1 : 4);
    const images = [
      ...photos.map((photo) => ({ photo, maxSidePx: PHOTO_SIDE_PX })),
      { photo: lab.screenshot, maxSidePx: SCREENSHOT_SIDE_PX },
    ];
    const columns: { photo: Photo; maxSidePx: number; likeness: Map<string, Likeness> }[] = [];
    for (const { photo, maxSidePx } of images) {
      columns.push({
        photo,
        maxSidePx,
        likeness: await likenessOf(lab, photo, maxSidePx, 'methods'),
      });
    }
    const methods = [...(columns[0]?.likeness.keys() ?? [])];
    const kitOn = columns
      .map(({ likeness }) => likeness.get(KIT))
      .filter((one) => one !== undefined);
    const screenshotOfKit = kitOn.at(-1);
    return {
      goals: screenshotOfKit
        ? [
            {
              what: 'sharpness of photos, least SSIM beside Lanczos3',
              value: Math.min(...kitOn.slice(0, -1).map((one) => one.ssim)),
              limit: 0.997,
              atMost: false,
              unit: '',
            },
            {
              what: 'sharpness of a text screenshot, PSNR beside Lanczos3',
              value: screenshotOfKit.psnr,
              limit: 44,
              atMost: false,
              unit: 'dB',
            },
          ]
        : [],
      details: markdownTable(
        [
          'method',
          ...columns.map(({ photo, maxSidePx }) => `${photo.name} → ${maxSidePx} px, SSIM / dB`),
        ],
        methods.map((method) => [
          method,
          ...columns.map(({ likeness }) => {
            const one = likeness.get(method);
            return one ? `${one.ssim.toFixed(4)} / ${one.psnr.toFixed(1)}` : '–';
          }),
        ]),
      ),
    };
  },
};
