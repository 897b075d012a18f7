import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ThumbnailChooser, type ThumbnailChooserProps } from '../../src/index.js';
import { fullPage, onSheet } from '../shared/Sheet.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/ThumbnailChooser.tsx?raw';
import { sampleOf, usage } from '../shared/docs.js';

type ChooserProps = Pick<ThumbnailChooserProps, 'count' | 'onAdd' | 'onCancel'> & {
  maxChosen?: number;
};

function Slide({ index }: { index: number }): ReactElement {
  return (
    <svg width="96" height="54" viewBox="0 0 96 54" aria-hidden>
      <rect width="96" height="54" fill={`hsl(${index * 47} 45% 80%)`} />
      <rect x="8" y="10" width={20 + ((index * 13) % 60)} height="6" fill="#333" />
    </svg>
  );
}

function Chooser(props: ChooserProps): ReactElement {
  const [chosen, setChosen] = useState<readonly number[]>([0]);
  return (
    <ThumbnailChooser
      {...props}
      title="Slides of launch.slides"
      labelOf={(index) => `Slide ${index + 1}`}
      renderThumbnail={(index) => <Slide index={index} />}
      rangeLabel="Slides"
      chosen={chosen}
      onChosenChange={setChosen}
    />
  );
}

/**
 * Asks which parts of a file become images. Made for the `ask` of a `FileSource`, with arrow keys, ranges and any
 * number of thumbnails. Only those in view are rendered.
 */
const meta = {
  title: 'Components/ThumbnailChooser',
  component: sampleOf(ThumbnailChooser, Chooser),
  decorators: [onSheet],
  parameters: { ...fullPage, docs: { ...fullPage.docs, source: usage(source) } },
  args: { count: 24, onAdd: fn(), onCancel: fn() },
} satisfies Meta<typeof Chooser>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The slides of a presentation, to choose from. */
export const Slides: Story = {};

/** More are chosen than the message has room for. */
export const TooMany: Story = {
  args: { maxChosen: 3 },
  play: async ({ canvasElement }) => {
    const field = await within(canvasElement).findByRole('textbox', { name: 'Slides' });
    await userEvent.clear(field);
    await userEvent.type(field, '1-3, 7');
    await expect(
      within(canvasElement).getByRole('button', { name: 'Add 4 images' }),
    ).toBeDisabled();
  },
};
