import { expect, userEvent, waitFor, within } from 'storybook/test';
import { loadSamples } from '../shared/samples.js';
import { drop } from '../shared/transfer.js';

/** Drops two images, gives each a detail, asks, and waits for the answer. */
export async function askAboutTwo(canvasElement: HTMLElement): Promise<void> {
  const canvas = within(canvasElement);
  drop(
    canvas.getByText(/resized on this device/),
    await loadSamples(['still-life.jpg', 'chart.png']),
  );
  for (const [number, detail] of ['low', 'high'].entries()) {
    const name = `Detail of image ${number + 1}`;
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name }), detail);
  }
  await waitFor(() => expect(canvas.getByRole('button', { name: 'Ask' })).toBeEnabled());
  await userEvent.click(canvas.getByRole('button', { name: 'Ask' }));
  await expect(await canvas.findByText(/bar chart of pictures/)).toBeInTheDocument();
}
