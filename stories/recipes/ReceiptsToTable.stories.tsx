import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { readText } from '../playground/read-text.js';
import { createDemoConnection } from '../shared/demo-connection.js';
import { ReceiptsToTable as ReceiptsPage } from './ReceiptsToTable.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from './ReceiptsToTable.tsx?raw';

/**
 * Receipts in, a table out, without a chat on the screen: the system prompt asks for JSON, and the page reads it. The
 * columns are those of the answer: a model gives shop, date and total, the demo backend gives what it received.
 */
const meta = {
  title: 'Recipes/Receipts to a table',
  component: ReceiptsPage,
  parameters: { layout: 'fullscreen', docs: { source: { code: source, language: 'tsx' } } },
  argTypes: { connection: { control: false } },
} satisfies Meta<typeof ReceiptsPage>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The whole answer holds the words that the demo backend could read. */
export const Receipts: Story = { args: { connection: createDemoConnection({ readText }) } };

/** Without reading words, which takes some seconds. */
export const AtOnce: Story = {
  args: { connection: createDemoConnection({ delayMs: 0, tokensPerSecond: 0 }) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Receipt' }));
    const read = canvas.getByRole('button', { name: 'Read them' });
    await waitFor(() => expect(read).toBeEnabled());
    await userEvent.click(read);
    await expect(await canvas.findByRole('columnheader', { name: 'tokens' })).toBeVisible();
  },
};
