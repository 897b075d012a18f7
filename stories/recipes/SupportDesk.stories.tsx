import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { createSampleReply } from '../shared/sample-answers/create-sample-reply.js';
import { fullPage } from '../shared/Sheet.js';
import { SupportDesk as SupportDeskPage } from './SupportDesk.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './SupportDesk.tsx?raw';
import { assist } from './written-answers.js';

/**
 * A ticket on the left, the chat on the right. The app calls `useImageChat` itself, so its own buttons add images and
 * write into the composer. `ImageChatView` is the interface. `labels` lets the agent say "image 2".
 */
const meta = {
  title: 'Recipes/Support desk',
  component: SupportDeskPage,
  parameters: {
    ...fullPage,
    docs: { ...fullPage.docs, source: { code: source, language: 'tsx' } },
  },
  argTypes: { connection: { control: false } },
} satisfies Meta<typeof SupportDeskPage>;
export default meta;

/** Press a screenshot, then a question. The answers were written in advance. */
export const SupportDesk: StoryObj<typeof meta> = {
  args: { connection: createDemoConnection({ reply: createSampleReply(assist) }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^The sales chart/ }));
    await userEvent.click(canvas.getByRole('button', { name: 'What went wrong here?' }));
    await expect(canvas.getByRole('textbox')).toHaveValue('What went wrong here?');
    // With a mouse, it is seen once the pointer is on the image.
    await expect(await canvas.findByRole('button', { name: 'Remove image 1' })).toBeEnabled();
  },
};
