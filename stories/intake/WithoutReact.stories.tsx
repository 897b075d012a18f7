import { useEffect, useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { collectImages, type IntakeResult } from '../../src/core.js';
import { loadOddFiles, oddFiles, type OddFile } from '../shared/odd-files.js';
import { loadSamples } from '../shared/samples.js';
import { onSheet } from '../shared/Sheet.js';
import { ArrivalList } from './Arrivals.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/collectImages.ts?raw';
import { usage } from '../shared/docs.js';

function Collected({ odd, maxFiles }: { odd: readonly OddFile[]; maxFiles: number }): ReactElement {
  const [result, setResult] = useState<IntakeResult>({ images: [], rejections: [] });
  useEffect(() => {
    const controller = new AbortController();
    async function collect(): Promise<void> {
      const files = [
        ...(await loadOddFiles(odd)),
        ...(await loadSamples(['still-life.jpg', 'chart.png', 'receipt.png'])),
      ];
      const { signal } = controller;
      const collected = await collectImages(files, { maxFiles, signal }).catch(() => undefined);
      if (collected) setResult(collected);
    }
    void collect();
    return () => controller.abort();
  }, [odd, maxFiles]);
  return <ArrivalList {...result} />;
}

/**
 * Drop, paste and pick all call `collectImages`: files or a `DataTransfer` in, images and rejections out. It does not
 * need React. Choose what is wrong with the files, and read what a user would see.
 */
const meta = {
  title: 'Intake/Without React',
  component: Collected,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  argTypes: { odd: { control: 'check', options: Object.keys(oddFiles) } },
} satisfies Meta<typeof Collected>;
export default meta;

/** Everything that can be wrong with a file, in plain words. */
export const Rejections: StoryObj<typeof meta> = {
  args: {
    odd: ['empty.png', 'holiday.jpg', 'invoice.pdf', 'huge.png', 'cut-short.jpg'],
    maxFiles: 2,
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (const code of ['empty-file', 'not-an-image', 'too-many-pixels', 'too-many-files']) {
      await expect((await canvas.findAllByText(code))[0]).toBeVisible();
    }
  },
};
