import { useRef, useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { useImagePaste, type UseImagePasteOptions } from '../../src/index.js';
import { loadSample } from '../shared/samples.js';
import { onSheet } from '../shared/Sheet.js';
import { paste } from '../shared/transfer.js';
import { ArrivalList, useArrivals } from './Arrivals.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/useImagePaste.tsx?raw';
import { usage } from '../shared/docs.js';

const CELLS = 'Quarter\tOrders\nQ1\t1,204\nQ2\t1,388';

type PasteArgs = Pick<UseImagePasteOptions, 'mixedContent' | 'isDisabled'>;

function PasteTarget({ mixedContent = 'text', isDisabled = false }: PasteArgs): ReactElement {
  const { onImages, onRejections, ...arrivals } = useArrivals();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const { pasteProps } = useImagePaste({ onImages, onRejections, mixedContent, isDisabled });
  const pasteSample = async (file: 'chart.png' | 'still-life.jpg', words?: string) => {
    const image = await loadSample(file, 'image.png');
    if (!field.current) return;
    paste(field.current, { files: [image], ...(words !== undefined && { text: words }) });
  };
  return (
    <>
      <label className="st-field" {...pasteProps}>
        Paste here
        <textarea
          ref={field}
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className="st-row">
        <button
          type="button"
          className="st-button"
          onClick={() => void pasteSample('still-life.jpg')}
        >
          Paste an image
        </button>
        <button
          type="button"
          className="st-button"
          onClick={() => void pasteSample('chart.png', CELLS)}
        >
          Paste cells of a spreadsheet
        </button>
      </div>
      <ArrivalList {...arrivals} />
    </>
  );
}

/**
 * `useImagePaste` receives images that are pasted while the focus is inside an element. Spreadsheets and word
 * processors copy an image of the text together with the text. Whoever pastes cells wants the cells, so **text wins**
 * unless you say otherwise with `mixedContent`. Try it with your own clipboard too.
 */
const meta = {
  title: 'Hooks/useImagePaste',
  component: PasteTarget,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { mixedContent: 'text' },
  argTypes: { mixedContent: { control: 'inline-radio', options: ['text', 'images', 'both'] } },
} satisfies Meta<typeof PasteTarget>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Spreadsheet cells are pasted as text. */
export const TextWins: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Paste cells of a spreadsheet' }));
    await expect(await canvas.findByDisplayValue(/1,388/)).toBeVisible();
    await expect(canvas.queryByRole('listitem')).toBeNull();
  },
};

/** A screenshot is pasted as an image. */
export const Screenshot: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Paste an image' }));
    await expect(await canvas.findByText('Pasted image 1.jpg')).toBeVisible();
  },
};

/** The image of the cells is taken, and the text is not. */
export const ImagesWin: Story = {
  args: { mixedContent: 'images' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Paste cells of a spreadsheet' }));
    await expect(await canvas.findByRole('listitem')).toBeVisible();
    await expect(canvas.getByRole('textbox')).toHaveValue('');
  },
};

/** Both are taken. */
export const Both: Story = {
  args: { mixedContent: 'both' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Paste cells of a spreadsheet' }));
    await expect(await canvas.findByRole('listitem')).toBeVisible();
    await expect(canvas.getByDisplayValue(/1,388/)).toBeVisible();
  },
};
