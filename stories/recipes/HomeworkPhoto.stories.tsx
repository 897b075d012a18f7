import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { createSampleReply } from '../shared/sample-answers/create-sample-reply.js';
import { fullPage } from '../shared/Sheet.js';
import { HomeworkPhoto as HomeworkPage } from './HomeworkPhoto.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './HomeworkPhoto.tsx?raw';
import { tutor } from './written-answers.js';

/**
 * One photo that stays in view, with a tutor next to it. The photo is sent with the first question; the following ones
 * are about the same page. On a phone, `capture` on the hidden input opens the camera.
 */
const meta = {
  title: 'Recipes/Homework photo',
  component: HomeworkPage,
  parameters: {
    ...fullPage,
    docs: { ...fullPage.docs, source: { code: source, language: 'tsx' } },
  },
  argTypes: { connection: { control: false } },
} satisfies Meta<typeof HomeworkPage>;
export default meta;

/** Take the sample page, and ask for a hint. */
export const HomeworkPhoto: StoryObj<typeof meta> = {
  args: {
    connection: createDemoConnection({
      delayMs: 100,
      tokensPerSecond: 60,
      reply: createSampleReply(tutor),
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Homework' }));
    const hint = canvas.getByRole('button', { name: 'Give me a hint' });
    await waitFor(() => expect(hint).toBeEnabled());
    await userEvent.click(hint);
    // The words fade in.
    await waitFor(() => expect(canvas.getByText(/second line of/)).toBeVisible());
  },
};
