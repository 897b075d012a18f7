import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { UsageLine } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/UsageLine.tsx?raw';
import { usage } from '../shared/docs.js';

/** What a conversation used and cost so far. It stands below the composer once there is an answer. */
const meta = {
  title: 'Components/UsageLine',
  component: UsageLine,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
} satisfies Meta<typeof UsageLine>;
export default meta;

type Story = StoryObj<typeof meta>;

/** As the server counted it, beside what was expected before it was sent. */
export const EstimatedBesideReal: Story = {
  args: {
    totals: {
      inputTokens: 4212,
      outputTokens: 388,
      estimatedInputTokens: 4176,
      cost: { amount: 0.0131, currency: 'USD' },
    },
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText(/4,600 tokens/)).toHaveTextContent('4,176');
  },
};

/** A model whose prices are not known. */
export const WithoutAPrice: Story = {
  args: { totals: { inputTokens: 900, outputTokens: 120, estimatedInputTokens: 910 } },
};

/** Nothing was expected: the conversation was kept by an older version, say. */
export const OnlyReal: Story = {
  args: { totals: { inputTokens: 900, outputTokens: 120 } },
};
