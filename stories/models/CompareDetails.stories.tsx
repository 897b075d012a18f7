import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { onWideSheet } from '../shared/Sheet.js';
import { DetailTable } from './DetailTable.js';
import { knownModelIds, typicalModels } from './ModelSelect.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/countImageTokens.ts?raw';
import { usage } from '../shared/docs.js';

/**
 * The same image at every `detail`, across models. If a provider's `auto` would use the full size, the kit sends `high`
 * unless you ask for `original`, so that nobody pays for it by accident.
 */
const meta = {
  title: 'Models/Compare details',
  component: DetailTable,
  decorators: [onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { width: 4032, height: 3024, models: typicalModels },
  argTypes: { models: { control: 'multi-select', options: knownModelIds } },
} satisfies Meta<typeof DetailTable>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A photo of 12 megapixels. */
export const Photo: Story = {
  play: async ({ canvasElement }) => {
    const row = within(canvasElement).getByRole('row', { name: /^gpt-5\.6-terra/ });
    await expect(row).toHaveTextContent('2,942');
  },
};

/** A phone's screenshot, tall and narrow. */
export const Screenshot: Story = { args: { width: 1170, height: 2532 } };

/** A panorama. Some endpoints refuse it unless it is resized. */
export const Panorama: Story = { args: { width: 12_000, height: 2400 } };

/** Every model in the tables. */
export const EveryModel: Story = { args: { models: knownModelIds } };
