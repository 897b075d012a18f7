import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { ImageDropzone } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
import { loadSample } from '../shared/samples.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/ImageDropzone.tsx?raw';
import { usage } from '../shared/docs.js';

/** A place to drop images, folders, and images from other pages. A disabled one still swallows the drop. */
const meta = {
  title: 'Components/ImageDropzone',
  component: ImageDropzone,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { onImages: fn(), onRejections: fn(), isDisabled: false, isPageWide: false },
} satisfies Meta<typeof ImageDropzone>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Nothing is being dragged. */
export const Waiting: Story = {};

/** Disabled: what is dropped here is ignored. */
export const Disabled: Story = { args: { isDisabled: true } };

/** While files are dragged over it, it says what will happen when they are dropped. */
export const Dragged: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const transfer = new DataTransfer();
    transfer.items.add(await loadSample('chart.png'));
    transfer.items.add(await loadSample('receipt.png'));
    const zone = canvas.getByText(/resized on this device/);
    zone.dispatchEvent(
      new DragEvent('dragenter', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
    await expect(await canvas.findByText('Drop to add 2 images')).toBeVisible();
  },
};

/** It can contain anything. */
export const Wrapped: Story = {
  args: { children: <p style={{ padding: 24 }}>Drop an image on this paragraph.</p> },
};
