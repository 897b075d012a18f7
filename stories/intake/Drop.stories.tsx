import { useRef, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { useImageDrop } from '../../src/index.js';
import { loadOddFiles } from '../shared/odd-files.js';
import { loadSamples } from '../shared/samples.js';
import { onSheet } from '../shared/Sheet.js';
import { drop } from '../shared/transfer.js';
import { ArrivalList, useArrivals } from './Arrivals.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/useImageDrop.tsx?raw';
import { usage } from '../shared/docs.js';

interface DropArgs {
  accept?: readonly string[];
  maxFiles?: number;
  maxBytes?: number;
  isDisabled?: boolean;
}

function DropTarget({ accept, maxFiles, maxBytes, isDisabled = false }: DropArgs): ReactElement {
  const { onImages, onRejections, ...arrivals } = useArrivals();
  const zone = useRef<HTMLDivElement>(null);
  const { dropProps, isDropTarget, draggedCount } = useImageDrop({
    onImages,
    onRejections,
    isDisabled,
    ...(accept && { accept }),
    ...(maxFiles !== undefined && { maxFiles }),
    ...(maxBytes !== undefined && { limits: { maxBytes } }),
  });
  const letFall = async (): Promise<void> => {
    const files = [
      ...(await loadSamples(['still-life.jpg', 'receipt.png'])),
      ...(await loadOddFiles(['holiday.jpg', 'cut-short.jpg', 'huge.png'])),
    ];
    if (zone.current) drop(zone.current, files);
  };
  return (
    <>
      <div
        {...dropProps}
        ref={zone}
        className="st-zone"
        data-over={isDropTarget || undefined}
        data-disabled={isDisabled || undefined}
      >
        {isDropTarget ? `${draggedCount} over the zone` : 'Drop images, files or a folder here'}
      </div>
      <button type="button" className="st-button" onClick={() => void letFall()}>
        Let five files fall
      </button>
      <ArrivalList {...arrivals} />
    </>
  );
}

/**
 * `useImageDrop` makes any element a drop target for images, folders, and images from other pages. A file that cannot
 * be accepted becomes a rejection with a code and a sentence, at once and from its header alone; the others continue.
 */
const meta = {
  title: 'Hooks/useImageDrop',
  component: DropTarget,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  argTypes: {
    accept: { control: 'check', options: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] },
    maxFiles: { control: { type: 'number', min: 0 } },
    maxBytes: { control: { type: 'number', min: 1000, step: 1000 } },
  },
} satisfies Meta<typeof DropTarget>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Two images are accepted. A text named `.jpg`, half a file and an image of 60,000 px a side are not. */
export const AnyImage: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Let five files fall' }));
    await expect(await canvas.findByText('receipt.png')).toBeVisible();
    for (const code of ['not-an-image', 'truncated', 'too-many-pixels']) {
      await expect(await canvas.findByText(code)).toBeVisible();
    }
  },
};

/** PNG only, one file, at most 100 kB. */
export const WithLimits: Story = {
  args: { accept: ['image/png'], maxFiles: 1, maxBytes: 100_000 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Let five files fall' }));
    await expect(await canvas.findByText('too-many-bytes')).toBeVisible();
    await expect(await canvas.findByText('receipt.png')).toBeVisible();
  },
};

/** A disabled zone still swallows the drop. Otherwise the browser would leave the page and open the file. */
export const Disabled: Story = { args: { isDisabled: true } };
