import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { loadOddFiles } from '../shared/odd-files.js';
import { loadSamples } from '../shared/samples.js';
import { onSheet } from '../shared/Sheet.js';
import { hover } from '../shared/transfer.js';
import { DropzoneChat } from './DropzoneChat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './DropzoneChat.tsx?raw';
import { sentDetails } from './sent-details.js';
import { SentImages } from './SentImages.js';

/**
 * react-dropzone's `useDropzone` keeps its zone and its `onDrop`. `createGetFilesFromEvent` identifies images by their
 * bytes and prepares them for the model before `onDrop` is called. `imagePartOf(file)` returns what to send, with its
 * detail. Files that are not images go to `onReject` with a sentence.
 */
const meta = {
  title: 'Interop/react-dropzone',
  component: DropzoneChat,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: { code: source, language: 'tsx' } } },
  args: { connection: createDemoConnection({ delayMs: 0, tokensPerSecond: 300 }) },
  argTypes: { connection: { control: false }, onTrace: { control: false } },
} satisfies Meta<typeof DropzoneChat>;
export default meta;

/** Drop a photo, a screenshot and a text file that is named like an image, and ask. */
export const UseDropzone: StoryObj<typeof meta> = {
  name: 'useDropzone',
  render: (args) => (
    <SentImages>{(onTrace) => <DropzoneChat {...args} onTrace={onTrace} />}</SentImages>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const zone = canvas.getByText('Drop images here');
    const letGo = hover(zone, [
      ...(await loadSamples(['still-life.jpg', 'chart.png'])),
      ...(await loadOddFiles(['holiday.jpg'])),
    ]);
    await waitFor(() => expect(zone).toHaveAttribute('data-over'));
    letGo();
    await expect(await canvas.findByText(/^holiday.jpg: /)).toBeVisible();
    await expect(zone).not.toHaveAttribute('data-over');
    const ask = canvas.getByRole('button', { name: 'What is in these images?' });
    await waitFor(() => expect(ask).toBeEnabled());
    await userEvent.click(ask);
    await expect(await canvas.findByText(/bar chart of pictures/)).toBeInTheDocument();
    await expect(await sentDetails(canvasElement)).toEqual(['low', 'high']);
  },
};
