import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { createDemoConnection } from '../shared/demo-connection.js';
import { createSampleReply } from '../shared/sample-answers/create-sample-reply.js';
import { ReceiptsToTable as ReceiptsPage } from './ReceiptsToTable.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './ReceiptsToTable.tsx?raw';
import { readReceipts } from './written-answers.js';

/**
 * Receipts in, a table out, without a chat on the page: `responseSchema` asks for a list of objects, and its rows appear as
 * they arrive. The demo backend knows shop, date and total of the two samples; for any other image
 * it describes what it received.
 */
const meta = {
  title: 'Recipes/Receipts to a table',
  component: ReceiptsPage,
  parameters: { layout: 'fullscreen', docs: { source: { code: source, language: 'tsx' } } },
  argTypes: { connection: { control: false } },
} satisfies Meta<typeof ReceiptsPage>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Add both receipts, and read them. */
export const Receipts: Story = {
  args: { connection: createDemoConnection({ reply: createSampleReply(readReceipts) }) },
};

/** The same, without a model's delay. */
export const AtOnce: Story = {
  args: {
    connection: createDemoConnection({
      delayMs: 0,
      tokensPerSecond: 0,
      reply: createSampleReply(readReceipts),
    }),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Receipt' }));
    const read = canvas.getByRole('button', { name: 'Read them' });
    await waitFor(() => expect(read).toBeEnabled());
    await userEvent.click(read);
    await expect(await canvas.findByRole('columnheader', { name: 'total' })).toBeVisible();
  },
};
