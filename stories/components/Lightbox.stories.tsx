import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { KitRoot } from '../../src/index.js';
import { Lightbox, type LightboxImage, QueueLightbox } from '../../src/lightbox.js';
import type { QueueItem } from '../../src/queue/types.js';
import { loadFiles, type SampleFiles } from './samples/load-files.js';
import { readyItem } from './samples/images.js';
import { useSampleQueue } from './samples/use-sample-queue.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/Lightbox.tsx?raw';
// oxlint-disable-next-line import/default -- the same
import queueSource from '../usage/QueueLightbox.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';
import { fullPage } from '../shared/Sheet.js';

function SampleLightbox({ images }: { images: readonly LightboxImage[] }): ReactElement {
  const [index, setIndex] = useState<number | undefined>(0);
  return (
    <KitRoot style={{ padding: 24, minHeight: 480 }}>
      <button type="button" onClick={() => setIndex(0)}>
        Open
      </button>
      {index !== undefined && (
        <Lightbox
          images={images}
          index={index}
          onIndexChange={setIndex}
          onClose={() => setIndex(undefined)}
        />
      )}
    </KitRoot>
  );
}

function SampleQueueLightbox({ items }: { items: readonly QueueItem[] }): ReactElement {
  const queue = useSampleQueue(items);
  const [openId, setOpenId] = useState<string | undefined>(items[0]?.id);
  return (
    <KitRoot style={{ padding: 24, minHeight: 480 }}>
      <button type="button" onClick={() => setOpenId(items[0]?.id)}>
        Open
      </button>
      <QueueLightbox items={queue.items} openId={openId} onOpenIdChange={setOpenId} queue={queue} />
    </KitRoot>
  );
}

/**
 * One image, as large as the window allows, but at first never larger than its own pixels. Plus, minus, wheel and pinch
 * zoom. Arrow keys pan a zoomed image, and otherwise turn to the next one, as Home, End, a swipe and the thumbnails do.
 * Escape closes, and the focus returns to where it was.
 */
const meta = {
  title: 'Components/Lightbox',
  component: sampleOf(Lightbox, SampleLightbox),
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  loaders: [loadFiles],
  args: { images: [] },
  render: (_args, { loaded }) => (
    <SampleLightbox
      images={(Object.values(loaded as SampleFiles) as File[]).map((file) => ({
        id: file.name,
        name: file.name,
        data: { kind: 'bytes', bytes: file },
        caption: '1024 × 768 · 4.1 MB → 188 kB, 95 % saved · 765 tokens',
      }))}
    />
  ),
} satisfies Meta<typeof SampleLightbox>;
export default meta;

export const Opened: StoryObj<typeof meta> = {};

export const ByKeyboard: StoryObj<typeof meta> = {
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByRole('dialog', { name: 'still-life.jpg' })).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await expect(await canvas.findByRole('dialog', { name: 'tower.jpg' })).toBeVisible();
    await expect(canvas.getByText('2 of 4')).toBeVisible();
  },
};

/** The image is saved under its own name, with the extension of its actual format. */
export const Download: StoryObj<typeof meta> = {
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const link = await canvas.findByRole('link', { name: 'Download' });
    await expect(link).toHaveAttribute('download', 'still-life.jpg');
  },
};

/**
 * Opened from a tray: the image at the pixels that are sent, the original under a slider, the squares that the model
 * charges for, and a menu with the size and price of each detail.
 */
export const WhatTheModelSees: StoryObj<typeof meta> = {
  parameters: { docs: { source: usage(queueSource) } },
  render: (_args, { loaded }) => (
    <SampleQueueLightbox
      items={(Object.values(loaded as SampleFiles) as File[]).map((file) => readyItem(file))}
    />
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'What the model sees' }));
    await expect(await canvas.findByText('1024 × 768 · 4 squares of 512 px')).toBeVisible();
  },
};

export const WhatTheModelSeesTest: StoryObj<typeof meta> = {
  ...WhatTheModelSees,
  tags: ['!dev', '!autodocs'],
  play: async (context) => {
    await WhatTheModelSees.play?.(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Description' }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Description' }), 'Fruit');
    await userEvent.click(canvas.getByRole('button', { name: 'Detail: Auto (high) · 765 tokens' }));
    await userEvent.click(await canvas.findByRole('menuitemradio', { name: /^Low/ }));
    await expect(
      await canvas.findByRole('button', { name: 'Detail: Low · 85 tokens' }),
    ).toHaveFocus();
  },
};
