import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { loadSamples } from '../shared/samples.js';
import { onSheet } from '../shared/Sheet.js';
import { PlainChat } from './PlainChat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './PlainChat.tsx?raw';
import './plain-chat.css';

/**
 * `useImageChat` alone, in plain HTML: conversation, composer, images, streaming, stop and errors, without a single
 * component of the kit. The source below is the whole code.
 */
const meta = {
  title: 'Hooks/useImageChat',
  component: PlainChat,
  decorators: [
    (Story) => (
      <div className="plain-chat">
        <Story />
      </div>
    ),
    onSheet,
  ],
  parameters: { layout: 'fullscreen', docs: { source: { code: source, language: 'tsx' } } },
  argTypes: { connection: { control: false } },
} satisfies Meta<typeof PlainChat>;
export default meta;

/** Add images, ask a question and read the answer. */
export const PlainHtml: StoryObj<typeof meta> = {
  name: 'Plain HTML',
  args: { connection: createDemoConnection({ delayMs: 0, tokensPerSecond: 300 }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]')!;
    await userEvent.upload(input, await loadSamples(['receipt.png']));
    await canvas.findByText('receipt.png: ready');
    await userEvent.type(canvas.getByRole('textbox'), 'Hello');
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Ask' })).toBeEnabled());
    await userEvent.click(canvas.getByRole('button', { name: 'Ask' }));
    await expect(await canvas.findByText(/receipt from/)).toBeVisible();
  },
};
