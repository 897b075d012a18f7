import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { sampleFiles } from '../shared/samples.js';
import { onWideSheet } from '../shared/Sheet.js';
import { knownModelIds } from './ModelSelect.js';
import { TokenCalculator } from './TokenCalculator.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/countImageTokens.ts?raw';
import { usage } from '../shared/docs.js';

/**
 * What an image costs, before anything is sent. A provider resizes the image, cuts it into tiles or patches and charges
 * for each. `fitForModel` does the same arithmetic and returns the squares to draw. `countImageTokens` is the short
 * form for a model id. `sendSize` returns the size that the kit sends: never a pixel that the model would not see.
 */
const meta = {
  title: 'Models/Token calculator',
  component: TokenCalculator,
  decorators: [
    // The calculator keeps its own state from here on; other args start it anew.
    (Story, { args }) => <Story key={JSON.stringify(args)} />,
    onWideSheet,
  ],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: {
    width: 4032,
    height: 3024,
    model: 'gpt-5.6-terra',
    detail: 'high',
    sample: 'still-life.jpg',
  },
  argTypes: {
    model: { control: 'select', options: knownModelIds },
    detail: { control: 'inline-radio', options: ['auto', 'low', 'high', 'original'] },
    sample: { control: 'select', options: sampleFiles },
  },
} satisfies Meta<typeof TokenCalculator>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Patches of 32 px, up to a budget. */
export const Patches: Story = {};

export const PatchesTest: Story = {
  ...Patches,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const price = within(canvas.getByRole('region', { name: 'Price' }));
    const before = price.getByText(/tokens$/, { selector: '.st-big' }).textContent;
    await userEvent.selectOptions(canvas.getByLabelText('Detail'), 'low');
    await expect(price.getByText(/tokens$/, { selector: '.st-big' })).not.toHaveTextContent(before);
    await userEvent.selectOptions(canvas.getByLabelText('Model'), 'gpt-3.5-turbo');
    await expect(price.getByText('Sees no images')).toBeVisible();
  },
};

/** Tiles of 512 px, after two resizes. */
export const Tiles: Story = { args: { model: 'gpt-4o' } };

/** Patches of an image that is padded to whole patches. */
export const PaddedPatches: Story = { args: { model: 'claude-haiku-4-5' } };

/** One price for any image, so there are no squares. */
export const OnePrice: Story = { args: { model: 'gemini-3.5-flash' } };

/** Larger than the provider accepts: the sentence that a user would read. */
export const Refused: Story = { args: { model: 'claude-sonnet-5', width: 12_000, height: 900 } };
