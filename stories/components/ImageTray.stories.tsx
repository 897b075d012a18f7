import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import type { QueueItem } from '../../src/queue/types.js';
import { ImageTray, type ImageTrayProps } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
import { failures } from './samples/entries.js';
import {
  cutShortItem,
  everyState,
  failedItem,
  linkItem,
  preparingItem,
  queuedItem,
} from './samples/items.js';
import { loadFiles, type SampleFiles } from './samples/load-files.js';
import { readyItem } from './samples/images.js';
import { useSampleQueue } from './samples/use-sample-queue.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/ImageTray.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

interface TrayStoryProps extends Omit<ImageTrayProps, 'queue'> {
  items: readonly QueueItem[];
}

function SampleTray({ items, ...props }: TrayStoryProps): ReactElement {
  return <ImageTray queue={useSampleQueue(items)} {...props} />;
}

/**
 * The images of a message. Each tile shows its number, its detail with the price in tokens, and its state. A tile has the
 * same size in every state.
 *
 * Arrow keys move the focus, Enter opens an image, Delete and Backspace remove it, Alt with an arrow key moves it. Space
 * picks a tile up, as dragging does. Every change is announced to screen readers.
 */
const meta = {
  title: 'Components/ImageTray',
  component: sampleOf(ImageTray, SampleTray),
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  loaders: [loadFiles],
  args: { items: [], isSortable: true },
} satisfies Meta<typeof SampleTray>;
export default meta;

type Story = StoryObj<typeof meta>;

const show =
  (itemsOf: (files: SampleFiles) => readonly QueueItem[]): NonNullable<Story['render']> =>
  (args, { loaded }) => <SampleTray {...args} items={itemsOf(loaded as SampleFiles)} />;

/** Ready, preparing, waiting and failed, side by side. */
export const EveryState: Story = { render: show(everyState) };

/** With the detail it will be sent at, and the cost of each choice. Hover over the tile for its bytes before and after. */
export const Ready: Story = {
  render: show(({ receipt }) => [readyItem(receipt, { detail: 'high' })]),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Detail of image 1: High/ }));
    await expect(
      await canvas.findByRole('menuitemradio', { name: /^Low.*85 tokens$/ }),
    ).toBeVisible();
  },
};

/** The provider fetches the image. It is shown only in the dialog and after a press, because its host learns of each view. */
export const Link: Story = {
  render: show(({ receipt }) => [
    readyItem(receipt),
    linkItem('https://photos.example/harbour.jpg'),
    linkItem('https://images.a-long-host-name.example/cat.png', { widthPx: 1024, heightPx: 768 }),
  ]),
  play: async ({ canvasElement }) => {
    const tile = within(canvasElement).getByRole('listitem', { name: /Image 2/ });
    await expect(tile).toHaveAccessibleName(/Image on photos.example, price comes with/);
    await expect(within(tile).queryByRole('img')).toBeNull();
  },
};

/** A preview, a progress ring, and the state in words. */
export const Preparing: Story = { render: show(({ tower }) => [preparingItem(tower, 0.65)]) };

/** Queued behind other images. */
export const Waiting: Story = { render: show(({ tower }) => [queuedItem(tower)]) };

/**
 * The reason, with Try again where another try may help: after a timeout, but not for a damaged file. A failed image is not
 * sent, so it has no number. The other images continue.
 */
export const Failed: Story = {
  render: show(({ chart, tower }) => [
    failedItem(chart, failures.timeout),
    { ...failedItem(chart, failures.tooManyPixels), id: '2' },
    readyItem(tower),
  ]),
};

export const FailedTest: Story = {
  ...Failed,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Try again: chart.png' }));
    await expect(canvas.getByText('Preparing…')).toBeVisible();
    await expect(canvas.queryAllByRole('button', { name: /Try again/ })).toHaveLength(0);
    await expect(canvas.getByRole('listitem', { name: /^Image 2, tower.jpg/ })).toBeVisible();
  },
};

/** Only part of the original is sent: the caption says so, and a press on it says why. So does the tile's accessible name. */
export const Warned: Story = {
  render: show(({ receipt, tower }) => [cutShortItem(receipt), readyItem(tower)]),
  play: async ({ canvasElement }) => {
    const [warned, whole] = within(canvasElement).getAllByRole('listitem');
    await expect(warned).toHaveAttribute('data-warning');
    await expect(warned).toHaveAccessibleName(/missing/);
    await expect(whole).not.toHaveAttribute('data-warning');
  },
};

/** Images that are uploaded when Send is pressed: in progress, done, and failed. */
export const Uploading: Story = {
  render: (args, { loaded }) => {
    const { stillLife, tower, receipt } = loaded as SampleFiles;
    return (
      <SampleTray
        {...args}
        items={[stillLife, tower, receipt].map((file) => readyItem(file))}
        uploads={
          new Map([
            [stillLife.name, { status: 'uploading', progress: 0.6 }],
            [tower.name, { status: 'done', progress: 1 }],
            [receipt.name, { status: 'failed', progress: 0, error: failures.rateLimited }],
          ])
        }
      />
    );
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('Uploading…')).toBeVisible();
    await expect(canvas.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '60');
    await expect(canvas.getByRole('button', { name: 'Try again: Image 3' })).toBeVisible();
  },
};

/** More than eight tiles stand in rows. Two can be seen, and the tray scrolls. */
export const Many: Story = {
  render: show((files) =>
    Array.from({ length: 14 }, (_, index) =>
      readyItem(Object.values(files)[index % 4] as File, { id: String(index) }),
    ),
  ),
};

const oddNames = [
  'photo_\u202egpj.exe',
  '<img src=x onerror=alert(1)>.png',
  `${'a very long name '.repeat(18)}.jpg`,
  'صورة من العطلة الصيفية على شاطئ البحر.jpg',
  '',
];

/** File names are shown as plain text: no markup, no reversed text direction, and long names do not stretch a tile. */
export const OddNames: Story = {
  render: show(({ chart }) =>
    oddNames.map((name, index) => ({ ...failedItem(chart), id: String(index), name })),
  ),
};

/** The whole tray by keyboard. */
export const ByKeyboard: Story = {
  tags: ['!dev', '!autodocs'],
  render: show(({ stillLife, tower, receipt }) =>
    [stillLife, tower, receipt].map((file) => readyItem(file)),
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const names = (): (string | null)[] =>
      canvas.getAllByRole('listitem').map((tile) => tile.getAttribute('aria-label'));
    canvas.getAllByRole('listitem')[0]?.focus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect(names()[1]).toContain('still-life.jpg');
    await expect(canvas.getAllByRole('listitem')[1]).toHaveFocus();
    await userEvent.keyboard('{Delete}');
    await expect(names()).toHaveLength(2);
    await expect(canvas.getAllByRole('listitem')[1]).toHaveFocus();
  },
};
