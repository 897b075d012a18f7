import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { loadSamples } from '../shared/samples.js';
import { onSheet } from '../shared/Sheet.js';
import { drop } from '../shared/transfer.js';
import { AssistantUiChat } from './AssistantUiChat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './AssistantUiChat.tsx?raw';
import { sentDetails } from './sent-details.js';
import { SentImages } from './SentImages.js';

/**
 * assistant-ui manages and renders the conversation. `createAttachmentAdapter` prepares its attachments for the model
 * while the user types, and `createChatModelAdapter` sends them to an endpoint of the kit. Here the detail of an image
 * depends on its file.
 */
const meta = {
  title: 'Interop/assistant-ui',
  component: AssistantUiChat,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: { code: source, language: 'tsx' } } },
  args: { connection: createDemoConnection({ delayMs: 0, tokensPerSecond: 300 }) },
  argTypes: { connection: { control: false }, onTrace: { control: false } },
} satisfies Meta<typeof AssistantUiChat>;
export default meta;

/** Drop a photo and a screenshot, and ask. The images of the last request are shown below. */
export const LocalRuntime: StoryObj<typeof meta> = {
  render: (args) => (
    <SentImages>{(onTrace) => <AssistantUiChat {...args} onTrace={onTrace} />}</SentImages>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    drop(canvas.getByText('Drop images here'), await loadSamples(['still-life.jpg', 'chart.png']));
    await expect(await canvas.findByText('still-life.jpg')).toBeVisible();
    await expect(await canvas.findByText('chart.png')).toBeVisible();
    await userEvent.type(canvas.getByRole('textbox', { name: 'Question' }), 'Compare them.');
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Ask' })).toBeEnabled());
    await userEvent.click(canvas.getByRole('button', { name: 'Ask' }));
    await expect(await canvas.findByText(/bar chart of pictures/)).toBeInTheDocument();
    await expect(await sentDetails(canvasElement)).toEqual(['low', 'high']);
  },
};
