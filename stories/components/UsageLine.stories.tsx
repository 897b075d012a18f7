import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { UsageLine } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/UsageLine.tsx?raw';
import { usage } from '../shared/docs.js';

/** What a conversation has used and cost so far. It is shown below the composer once there is an answer. */
const meta = {
  title: 'Components/UsageLine',
  component: UsageLine,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
} satisfies Meta<typeof UsageLine>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The server's count. The estimate from before sending is its tooltip. */
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

/** A model whose prices are unknown. */
export const WithoutAPrice: Story = {
  args: { totals: { inputTokens: 900, outputTokens: 120, estimatedInputTokens: 910 } },
};

/** Without an estimate, for example in a conversation stored by an older version. */
export const OnlyReal: Story = {
  args: { totals: { inputTokens: 900, outputTokens: 120 } },
};
