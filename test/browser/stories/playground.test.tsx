import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Playground } from '../../../stories/playground/Playground.js';
import '../../../src/components/styles.css';
import { fixtureFiles, pasteInto } from '../components/chat-page.js';

async function open(): Promise<void> {
  // The playground opens the conversation of this tab again, which would be that of an earlier test.
  sessionStorage.clear();
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <Playground />
    </QueryClientProvider>,
  );
}

const isBroken = (image: HTMLImageElement) => image.complete && image.naturalWidth === 0;

const input = () => page.getByRole('textbox', { name: 'Message' });

test('takes the photo of an iPhone and says what the demo backend received', async () => {
  await open();
  await pasteInto(input().element(), await fixtureFiles('quad.heic'));
  await expect.element(page.getByRole('button', { name: 'Send' })).toBeEnabled();
  const rail = document.querySelector('#pg-rail');
  await expect.poll(() => rail?.querySelectorAll('img').length).toBe(2);
  await expect.poll(() => [...(rail?.querySelectorAll('img') ?? [])].some(isBroken)).toBe(false);
  await expect
    .element(page.getByText('This browser does not show the original.'))
    .toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Send' }));
  await expect
    .element(page.getByText(/It received 1 image, exactly as a model would/))
    .toBeVisible();
  await expect.element(page.getByRole('cell', { name: /96×64 px/ })).toBeVisible();
});

test('answers about a sample at once, with what is in it', async () => {
  await open();
  await userEvent.click(page.getByRole('button', { name: 'Receipt' }));
  await userEvent.fill(input(), 'What does it say?');
  await expect.element(page.getByRole('button', { name: 'Send' })).toBeEnabled();
  await userEvent.click(page.getByRole('button', { name: 'Send' }));
  await expect.element(page.getByRole('cell', { name: 'Coffee beans, 500 g' })).toBeVisible();
  await expect.element(page.getByText(/no words|not a model/)).not.toBeInTheDocument();
});
