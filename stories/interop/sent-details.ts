import { within } from 'storybook/test';

/** The details of the pictures in the last request, as `SentPictures` shows them. */
export async function sentDetails(canvasElement: HTMLElement): Promise<(string | undefined)[]> {
  const list = await within(canvasElement).findByRole('list', { name: 'Pictures in the request' });
  return within(list)
    .getAllByRole('listitem')
    .map((item) => item.querySelector('b')?.textContent);
}
