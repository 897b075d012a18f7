import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { MessageTotals } from '../../src/index.js';
import { Composer } from '../../src/parts.js';
import { onSheet } from '../shared/Sheet.js';
import { loadFiles, type SampleFiles } from './samples/load-files.js';
import { readyItem } from './samples/images.js';
import { type SampleComposer, useSampleComposer } from './samples/use-sample-chat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/MessageTotals.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

/** In a composer of the app's own. */
function OwnComposer({ sample }: { sample?: SampleComposer }): ReactElement {
  return (
    <Composer.Root
      composer={useSampleComposer(sample)}
      className="st-card"
      style={{ position: 'relative', marginBlockStart: 240 }}
    >
      <Composer.Input className="st-input" />
      <MessageTotals showUsage />
    </Composer.Root>
  );
}

/** The number of images and, with `showUsage`, the size and cost of the message. Pressing it shows all figures next to the limits of the model. */
const meta = {
  title: 'Components/MessageTotals',
  component: sampleOf(MessageTotals, OwnComposer),
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  loaders: [loadFiles],
} satisfies Meta<typeof OwnComposer>;
export default meta;

type Story = StoryObj<typeof meta>;

const roomy = {
  images: { value: 2, limit: 1500 },
  tokens: { value: 4120, limit: 400_000 },
  bytes: { value: 812_000, limit: 512_000_000 },
  fullness: 0.01,
};

/** The panel with all figures. */
export const Opened: Story = {
  render: (_args, { loaded }) => {
    const { stillLife, tower } = loaded as SampleFiles;
    return (
      <OwnComposer sample={{ items: [readyItem(stillLife), readyItem(tower)], totals: roomy }} />
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: /^2 images/ }));
    await expect(await canvas.findByText('Estimated tokens')).toBeVisible();
  },
};

/** From 80 % of a limit on, the figures turn amber. */
export const NearTheLimit: Story = {
  render: (_args, { loaded }) => {
    const { stillLife } = loaded as SampleFiles;
    const tokens = { value: 372_000, limit: 400_000 };
    return (
      <OwnComposer
        sample={{ items: [readyItem(stillLife)], totals: { ...roomy, tokens, fullness: 0.93 } }}
      />
    );
  },
};
