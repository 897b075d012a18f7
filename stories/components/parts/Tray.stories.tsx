import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Announcer, Tray } from '../../../src/parts.js';
import type { QueueItem } from '../../../src/queue/types.js';
import { cutShortItem, everyState } from '../samples/items.js';
import { loadFiles, type SampleFiles } from '../samples/load-files.js';
import { readyItem } from '../samples/images.js';
import { useSampleQueue } from '../samples/use-sample-queue.js';
import { sampleOf, usage } from '../../shared/docs.js';
import { onPartsPage } from './PartsPage.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../../usage/Tray.tsx?raw';

interface PlainTrayProps {
  items: readonly QueueItem[];
  onEdit?: (id: string) => void;
}

function PlainTray({ items, onEdit = () => {} }: PlainTrayProps): ReactElement {
  const queue = useSampleQueue(items);
  return (
    <Announcer>
      <Tray.Root queue={queue} className="parts-demo">
        {queue.items.map((item) => (
          <Tray.Item key={item.id} item={item}>
            <Tray.Thumbnail />
            <Tray.Progress />
            <Tray.Number /> <Tray.Status /> <Tray.Warning>!</Tray.Warning> <Tray.Retry />
            <Tray.Same />
            <div>
              <Tray.Detail /> <Tray.Edit onEdit={onEdit}>Mark up</Tray.Edit>{' '}
              <Tray.Remove>Remove</Tray.Remove>
            </div>
          </Tray.Item>
        ))}
      </Tray.Root>
    </Announcer>
  );
}

/**
 * `TrayRoot` takes a queue, `TrayItem` one of its images; the other parts go anywhere inside a tile. Every state is in
 * the data attributes (`data-status`, `data-final`, `data-dragging`), progress is in `--ick-progress`.
 */
const meta = {
  title: 'Components/Parts/Tray',
  decorators: [onPartsPage],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  component: sampleOf(Tray.Root, PlainTray),
  loaders: [loadFiles],
  args: { items: [], onEdit: fn() },
  render: (args, { loaded }) => <PlainTray {...args} items={everyState(loaded as SampleFiles)} />,
} satisfies Meta<typeof PlainTray>;
export default meta;

/** One image in each state. Borders, sizes and places are the app's own. */
export const WithoutLooks: StoryObj<typeof meta> = {};

export const WithoutLooksTest: StoryObj<typeof meta> = {
  ...WithoutLooks,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // What could not be read has nothing to mark up.
    await expect(canvas.getAllByRole('listitem')).toHaveLength(5);
    await expect(canvas.getAllByRole('button', { name: /^Mark up/ })).toHaveLength(4);
    await userEvent.click(canvas.getByRole('button', { name: 'Remove image 2' }));
    await expect(canvas.getByText('Image 2 removed')).toBeInTheDocument();
    await expect(canvas.getAllByRole('listitem')).toHaveLength(4);
  },
};

/**
 * `TrayWarning` marks an image that is not sent exactly as it was given. `TrayEdit` passes an image to a markup editor.
 */
export const WarningAndMarkUp: StoryObj<typeof meta> = {
  render: (args, { loaded }) => {
    const { receipt, stillLife } = loaded as SampleFiles;
    return <PlainTray {...args} items={[cutShortItem(receipt), readyItem(stillLife)]} />;
  },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByTitle(/missing/)).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Mark up image 2' }));
    await expect(args.onEdit).toHaveBeenCalledOnce();
  },
};

/** `TraySame` marks an image that was added a second time. It stays until the user removes it. */
export const AddedTwice: StoryObj<typeof meta> = {
  render: (args, { loaded }) => {
    const { receipt, stillLife } = loaded as SampleFiles;
    const again = { ...readyItem(receipt), id: 'again' };
    return <PlainTray {...args} items={[readyItem(receipt), readyItem(stillLife), again]} />;
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('Same as image 1')).toBeVisible();
  },
};
