import { jobFor, type Lab } from '../measure/lab.ts';
import { likenessOf, type Likeness } from '../measure/likeness.ts';
import { markdownTable } from '../measure/markdown.ts';
import type { Photo } from '../measure/photos.ts';
import type { Scenario } from '../measure/scenario.ts';
import { median, randomNumbers, shuffled } from '../measure/statistics.ts';

const ROUNDS = 9;
const TARGETS_PX = [1024, 512, 1568];

async function timesOf(lab: Lab, photos: readonly Photo[], maxSidePx: number) {
  const bench = await lab.openBench(photos);
  try {
    const cells = bench.variants.flatMap((variant) =>
      photos.map((_, photo) => ({ variant, photo, ms: [] as number[] })),
    );
    const random = randomNumbers(maxSidePx);
    for (let round = 0; round <= (lab.isQuick ? 3 : ROUNDS); round += 1) {
      for (const { variant, photo, ms } of shuffled(cells, random)) {
        await lab.settle();
        const run = await bench.page.evaluate(([name, job]) => window.bench.single(name, job), [
          variant,
          jobFor(photos, photo, maxSidePx),
        ] as const);
        if (round > 0) ms.push(run.ms);
      }
    }
    return { variants: bench.variants, cells };
  } finally {
    await bench.close();
  }
}

const showLikeness = (one: Likeness | undefined): string =>
  one ? `${one.ssim.toFixed(4)} / ${one.psnr.toFixed(1)}` : '–';

/** What a larger decode and the kit's filter cost, and what they are good for. */
export const decodeSize: Scenario = {
  name: 'decode-size',
  title: 'Decode size and filter: ms (JPEG) and SSIM / PSNR in dB (lossless) beside Lanczos3',
  async measure(lab) {
    const photos = lab.photos
      .filter(({ isMade, megapixels }) => !isMade || megapixels > 36)
      .slice(0, lab.isQuick ? 1 : undefined);
    const tables: string[] = [];
    for (const maxSidePx of lab.isQuick ? [1024] : TARGETS_PX) {
      const { variants, cells } = await timesOf(lab, photos, maxSidePx);
      const likeness: Map<string, Likeness>[] = [];
      for (const photo of photos) {
        likeness.push(await likenessOf(lab, photo, maxSidePx, 'variants'));
      }
      tables.push(
        markdownTable(
          [`to ${maxSidePx} px`, ...photos.map(({ name }) => name)],
          variants.map((variant) => [
            variant,
            ...photos.map((_, photo) => {
              const cell = cells.find((one) => one.variant === variant && one.photo === photo);
              const ms = median(cell?.ms ?? []).toFixed(0);
              return `${ms} ms, ${showLikeness(likeness[photo]?.get(variant))}`;
            }),
          ]),
        ),
      );
    }
    return { goals: [], details: tables.join('\n\n') };
  },
};
