import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { loadSamples } from '../shared/samples.js';
import { onSheet } from '../shared/Sheet.js';
import { CopilotKitChat } from './CopilotKitChat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './CopilotKitChat.tsx?raw';
import { sentDetails } from './sent-details.js';
import { SentImages } from './SentImages.js';

/**
 * `createOnUpload` prepares the files of CopilotKit's composer for the model, and writes the detail of each into the
 * metadata of its part. `fromInputContent` reads them back where the agent runs. CopilotKit's own composer needs its
 * runtime on a server, so this story uses a plain file input with CopilotKit's types.
 */
const meta = {
  title: 'Interop/CopilotKit',
  component: CopilotKitChat,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: { code: source, language: 'tsx' } } },
  args: { connection: createDemoConnection({ delayMs: 0, tokensPerSecond: 300 }) },
  argTypes: { connection: { control: false }, onTrace: { control: false } },
} satisfies Meta<typeof CopilotKitChat>;
export default meta;

/** Choose a photo and a screenshot, and ask. The images of the last request are shown below. */
export const OnUpload: StoryObj<typeof meta> = {
  name: 'onUpload',
  render: (args) => (
    <SentImages>{(onTrace) => <CopilotKitChat {...args} onTrace={onTrace} />}</SentImages>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const files = await loadSamples(['still-life.jpg', 'chart.png']);
    await userEvent.upload(canvas.getByLabelText('Images'), files);
    const parts = within(canvas.getByRole('list', { name: 'Parts of the message' }));
    await waitFor(() => expect(parts.getAllByRole('listitem')).toHaveLength(2));
    await userEvent.click(canvas.getByRole('button', { name: 'What is in these images?' }));
    await expect(await canvas.findByText(/bar chart of pictures/)).toBeInTheDocument();
    await expect(await sentDetails(canvasElement)).toEqual(['low', 'high']);
  },
};
