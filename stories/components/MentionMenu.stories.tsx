import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { MentionMenu } from '../../src/index.js';
import { Composer } from '../../src/parts.js';
import type { QueueItem } from '../../src/queue/types.js';
import { onSheet } from '../shared/Sheet.js';
import { loadFiles, type SampleFiles } from './samples/load-files.js';
import { readyItem } from './samples/images.js';
import { useSampleComposer } from './samples/use-sample-chat.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/MentionMenu.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

/** In a composer of the app's own. */
function OwnComposer({ items = [] }: { items?: readonly QueueItem[] }): ReactElement {
  return (
    <Composer.Root
      composer={useSampleComposer({ items })}
      className="st-card"
      style={{ position: 'relative', marginBlockStart: 240 }}
    >
      <Composer.Input className="st-input" />
      <MentionMenu />
    </Composer.Root>
  );
}

/**
 * Typing @ in the text offers the images. Arrow keys move, Enter inserts a mention, Escape closes. The focus stays in
 * the text.
 */
const meta = {
  title: 'Components/MentionMenu',
  component: sampleOf(MentionMenu, OwnComposer),
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  loaders: [loadFiles],
  render: (_args, { loaded }) => (
    <OwnComposer
      items={(Object.values(loaded as SampleFiles) as File[]).map((file) => readyItem(file))}
    />
  ),
} satisfies Meta<typeof OwnComposer>;
export default meta;

type Story = StoryObj<typeof meta>;

/** All images of the message are offered. */
export const Opened: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox'), 'Compare @');
    await expect(await canvas.findAllByRole('option')).toHaveLength(4);
  },
};

/** The text after the @ narrows the list, by number or by name. */
export const NarrowedDown: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('textbox'), 'Compare @rec');
    await expect(await canvas.findByRole('option', { name: /receipt/ })).toBeVisible();
    await expect(canvas.getAllByRole('option')).toHaveLength(1);
  },
};
