import type { ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { useImagePicker, type UseImagePickerOptions } from '../../src/index.js';
import { loadOddFiles } from '../shared/odd-files.js';
import { loadSamples } from '../shared/samples.js';
import { onSheet } from '../shared/Sheet.js';
import { ArrivalList, useArrivals } from './Arrivals.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/useImagePicker.tsx?raw';
import { usage } from '../shared/docs.js';

type PickArgs = Pick<UseImagePickerOptions, 'isMultiple' | 'isFolder' | 'isDisabled' | 'maxFiles'>;

function PickButton(options: PickArgs): ReactElement {
  const { onImages, onRejections, ...arrivals } = useArrivals();
  const { inputProps, open } = useImagePicker({ ...options, onImages, onRejections });
  return (
    <>
      <input {...inputProps} data-testid="picker" />
      <button
        type="button"
        className="st-button"
        data-primary
        disabled={options.isDisabled}
        onClick={open}
      >
        {options.isFolder ? 'Pick a folder' : 'Pick images'}
      </button>
      <ArrivalList {...arrivals} />
    </>
  );
}

/**
 * `useImagePicker` opens the file dialog from any button: you render the hidden `<input>` and call `open()`. The dialog
 * only suggests types; the chosen files are still identified by their bytes.
 */
const meta = {
  title: 'Hooks/useImagePicker',
  component: PickButton,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { isMultiple: true, isFolder: false, isDisabled: false },
} satisfies Meta<typeof PickButton>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Any number of images, in the order of the dialog. */
export const Several: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const files = [
      ...(await loadSamples(['chart.png', 'receipt.png'])),
      ...(await loadOddFiles(['invoice.pdf'])),
    ];
    const user = userEvent.setup({ applyAccept: false });
    await user.upload(canvas.getByTestId('picker'), files);
    await expect(await canvas.findByText('chart.png')).toBeVisible();
    await expect(await canvas.findByText('invoice.pdf')).toBeVisible();
    const names = canvas.getAllByRole('listitem').map(({ textContent }) => textContent);
    await expect(names[0]).toContain('chart.png');
  },
};

/** One image at a time. */
export const One: Story = { args: { isMultiple: false } };

/** A whole folder, in the order of its file names. */
export const Folder: Story = { args: { isFolder: true } };
