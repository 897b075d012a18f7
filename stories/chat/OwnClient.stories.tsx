import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoBackend } from '../../src/demo/index.js';
import type { ChatMessage } from '../../src/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import { createSampleReply } from '../shared/sample-answers/create-sample-reply.js';
import { loadSamples } from '../shared/samples.js';
import { onSheet } from '../shared/Sheet.js';
import { drop } from '../shared/transfer.js';
import { OwnClient } from './OwnClient.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './OwnClient.tsx?raw';

const backend = createDemoBackend({ delayMs: 0, reply: createSampleReply() });

/** A client of the app's own: plain `fetch`, no streaming. */
async function ask(messages: readonly ChatMessage[]): Promise<string> {
  const { path, headers, body } = await openaiChat.buildRequest(messages, {
    model: 'gpt-5.6-terra',
    stream: false,
  });
  const response = await backend(`https://demo.invalid/v1${path}`, {
    method: 'POST',
    headers,
    body,
  });
  const { choices } = (await response.json()) as { choices: { message: { content: string } }[] };
  return choices[0]?.message.content ?? '';
}

/**
 * `useImageMessage` assembles and checks, and leaves sending to you: text, images and history go in; `messages`, tokens
 * and problems come out. Here the app's own client sends them, without a store and without streaming.
 */
const meta = {
  title: 'Hooks/Your own client',
  component: OwnClient,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: { code: source, language: 'tsx' } } },
  args: { model: 'gpt-5.6-terra', ask },
  argTypes: { ask: { control: false } },
} satisfies Meta<typeof OwnClient>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Drop images and ask a question. */
export const PlainFetch: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    drop(canvas.getByText('Drop images here'), await loadSamples(['chart.png', 'receipt.png']));
    await waitFor(() => expect(canvas.getByText(/^2 images/)).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: 'Ask' }));
    await expect(await canvas.findByText(/bar chart of pictures/)).toBeVisible();
  },
};

/** A model that cannot see: once there is an image, the problem says so and Ask is disabled. */
export const ModelThatCannotSee: Story = {
  args: { model: 'gpt-3.5-turbo' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    drop(canvas.getByText('Drop images here'), await loadSamples(['chart.png']));
    await expect(await canvas.findByText(/Choose a model that can see/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Ask' })).toBeDisabled();
  },
};
