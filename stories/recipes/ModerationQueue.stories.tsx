import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { createSampleReply } from '../shared/sample-answers/create-sample-reply.js';
import { ModerationQueue as ModerationPage } from './ModerationQueue.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './use-judgements.ts?raw';
import { moderate } from './written-answers.js';

/**
 * Many images, one brief question about each, and a person who decides. It uses neither a chat nor a chat hook:
 * `prepareImage`, `assembleMessages`, a wire format and a transport, in a loop. The source below is that loop.
 */
const meta = {
  title: 'Recipes/Moderation queue',
  component: ModerationPage,
  parameters: { layout: 'fullscreen', docs: { source: { code: source, language: 'ts' } } },
  argTypes: { connection: { control: false } },
} satisfies Meta<typeof ModerationPage>;
export default meta;

/** Six images, each with an opinion that was written in advance. */
export const ModerationQueue: StoryObj<typeof meta> = {
  args: {
    connection: createDemoConnection({
      delayMs: 100,
      tokensPerSecond: 0,
      reply: createSampleReply(moderate),
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Add six images' }));
    await expect((await canvas.findAllByText(/^\d+ tokens$/))[0]).toBeVisible();
    await expect(await canvas.findByText(/^review: a receipt/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Allow receipt.png' }));
    await expect(canvas.getByRole('status')).toHaveTextContent('5 of 6 wait for you');
  },
};
