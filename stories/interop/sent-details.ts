import { within } from 'storybook/test';

/** The details of the images in the last request, as `SentImages` shows them. */
export async function sentDetails(canvasElement: HTMLElement): Promise<(string | undefined)[]> {
  const list = await within(canvasElement).findByRole('list', { name: 'Images in the request' });
  return within(list)
    .getAllByRole('listitem')
    .map((item) => item.querySelector('b')?.textContent);
}
