import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Composer } from '../../../src/parts.js';
import { failedItem } from '../samples/items.js';
import { loadFiles, type SampleFiles } from '../samples/load-files.js';
import { readyItem } from '../samples/images.js';
import { type SampleComposer, useSampleComposer } from '../samples/use-sample-chat.js';
import { sampleOf, usage } from '../../shared/docs.js';
import { onPartsPage } from './PartsPage.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../../usage/ComposerParts.tsx?raw';

interface PlainComposerProps {
  sample?: SampleComposer;
  isBusy?: boolean;
  onStop?: () => void;
}

function PlainComposer({
  sample,
  isBusy = false,
  onStop = () => {},
}: PlainComposerProps): ReactElement {
  return (
    <Composer.Root
      composer={useSampleComposer(sample)}
      isBusy={isBusy}
      onStop={onStop}
      className="parts-demo"
    >
      <Composer.Input />
      <Composer.Unsent />
      <Composer.AddButton>Add images</Composer.AddButton> <Composer.Summary />{' '}
      <Composer.Send>Send</Composer.Send>
      <Composer.Stop>Stop</Composer.Stop> <Composer.Undo />
    </Composer.Root>
  );
}

/**
 * A form around text and images. `ComposerRoot` takes `useImageChat().composer`, or what an app builds from
 * `useImageQueue` and `useImageMessage`. `data-busy`, `data-sendable`, `data-armed` and `data-confirming` show its state.
 */
const meta = {
  title: 'Components/Parts/Composer',
  decorators: [onPartsPage],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  component: sampleOf(Composer.Root, PlainComposer),
  loaders: [loadFiles],
  args: { onStop: fn() },
} satisfies Meta<typeof PlainComposer>;
export default meta;

type Story = StoryObj<typeof meta>;

/** All parts, without the kit's look. */
export const WithoutLooks: Story = {
  render: (args, { loaded }) => (
    <PlainComposer
      {...args}
      sample={{ text: 'What does it say?', items: [readyItem((loaded as SampleFiles).receipt)] }}
    />
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('765 tokens', { exact: false })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeEnabled();
  },
};

/** While an answer streams, `data-busy` is set. */
export const Busy: Story = {
  args: { isBusy: true },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Stop' }));
    await expect(args.onStop).toHaveBeenCalledOnce();
  },
};

/** An image that could not be read is not sent, and `ComposerUnsent` says so. */
export const Unsent: Story = {
  render: (args, { loaded }) => {
    const { receipt, chart } = loaded as SampleFiles;
    return <PlainComposer {...args} sample={{ items: [readyItem(receipt), failedItem(chart)] }} />;
  },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('1 image failed and is not sent')).toBeVisible();
  },
};

/** Backspace in an empty line removes the last image; `ComposerUndo` restores it, until the message is sent. */
export const Undo: Story = {
  render: (args, { loaded }) => (
    <PlainComposer {...args} sample={{ items: [readyItem((loaded as SampleFiles).receipt)] }} />
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('textbox'));
    await userEvent.keyboard('{Backspace}');
    await expect(canvas.queryByText('765 tokens', { exact: false })).toBeNull();
    await expect(canvas.getByRole('button', { name: /^Undo/ })).toBeVisible();
  },
};

export const UndoTest: Story = {
  ...Undo,
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await Undo.play?.(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Undo/ }));
    await expect(canvas.getByText('765 tokens', { exact: false })).toBeVisible();
    await expect(canvas.queryByRole('button', { name: /^Undo/ })).toBeNull();
  },
};
