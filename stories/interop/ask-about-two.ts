import { expect, userEvent, waitFor, within } from 'storybook/test';
import { loadSamples } from '../shared/samples.js';
import { drop } from '../shared/transfer.js';

/** Drops two images, lowers the detail of the first, asks, and waits for the answer. */
export async function askAboutTwo(canvasElement: HTMLElement): Promise<void> {
  const canvas = within(canvasElement);
  drop(
    canvas.getByText(/resized on this device/),
    await loadSamples(['still-life.jpg', 'chart.png']),
  );
  await userEvent.click(await canvas.findByRole('button', { name: /^Detail of image 1: Auto/ }));
  await userEvent.click(await canvas.findByRole('menuitemradio', { name: /^Low/ }));
  await waitFor(() => expect(canvas.getByRole('button', { name: 'Ask' })).toBeEnabled());
  await userEvent.click(canvas.getByRole('button', { name: 'Ask' }));
  await expect(await canvas.findByText(/bar chart of pictures/)).toBeInTheDocument();
}
