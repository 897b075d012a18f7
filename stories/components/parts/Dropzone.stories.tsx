import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { Dropzone } from '../../../src/parts.js';
import { loadSample } from '../../shared/samples.js';
import { onPartsPage } from './PartsPage.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../../usage/Dropzone.tsx?raw';
import { usage } from '../../shared/docs.js';

/**
 * Any element that accepts images. `data-drop-target` is set while files are dragged over it, and `data-dragged-count`
 * holds their number.
 */
const meta = {
  title: 'Components/Parts/Dropzone',
  decorators: [onPartsPage],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  component: Dropzone.Root,
  args: { onImages: fn(), onRejections: fn() },
  render: (args) => (
    <div className="parts-demo">
      <Dropzone.Root {...args}>
        <Dropzone.Hint />
      </Dropzone.Root>
    </div>
  ),
} satisfies Meta<typeof Dropzone.Root>;
export default meta;

/** A box of the app's own. It reacts to a drop and to a paste. */
export const WithoutLooks: StoryObj<typeof meta> = {};

export const WithoutLooksTest: StoryObj<typeof meta> = {
  ...WithoutLooks,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement, args }) => {
    const zone = within(canvasElement).getByText(/resized on this device/);
    const transfer = new DataTransfer();
    transfer.items.add(await loadSample('chart.png'));
    transfer.items.add(new File(['Dear diary'], 'diary.txt', { type: 'text/plain' }));
    zone.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
    await waitFor(() => expect(args.onImages).toHaveBeenCalledOnce());
    await expect(args.onRejections).toHaveBeenCalledOnce();
  },
};
