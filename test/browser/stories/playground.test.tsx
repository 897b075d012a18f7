import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createConversationStore, createDraftStore } from '../../../src/index.js';
import { Playground } from '../../../stories/playground/Playground.js';
import '../../../src/components/styles.css';
import { fixtureFiles, pasteInto } from '../components/chat-page.js';

/** What one test leaves behind belongs to no other. */
let storedAs = '';
beforeEach(() => {
  storedAs = `playground-${crypto.randomUUID()}`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const storage of [localStorage, sessionStorage]) {
    for (const name of Object.keys(storage)) {
      if (name.startsWith(storedAs)) storage.removeItem(name);
    }
  }
  await createConversationStore().clearAll();
  await createDraftStore().clearAll();
});

const open = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Playground storedAs={storedAs} />
    </QueryClientProvider>,
  );

const isBroken = (image: HTMLImageElement) => image.complete && image.naturalWidth === 0;

const input = () => page.getByRole('textbox', { name: 'Message' });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const readyTiles = () =>
  document.querySelectorAll('[data-ick-part="tray-item"][data-status="ready"]').length;

async function choose(connection: string): Promise<void> {
  await userEvent.click(button(/^Connection: /));
  await userEvent.click(page.getByText(connection, { exact: true }));
  await expect.element(button(new RegExp(`^Connection: ${connection}`))).toBeVisible();
}

test('takes the photo of an iPhone and says what the demo backend received', async () => {
  await open();
  await userEvent.click(button('Inspect'));
  await pasteInto(input().element(), await fixtureFiles('quad.heic'));
  await expect.element(button('Send')).toBeEnabled();
  const panels = document.querySelector('#pg-inspect');
  await expect.poll(() => panels?.querySelectorAll('img').length).toBe(2);
  await expect.poll(() => [...(panels?.querySelectorAll('img') ?? [])].some(isBroken)).toBe(false);
  await expect
    .element(page.getByText('This browser does not show the original.'))
    .toBeInTheDocument();
  await userEvent.click(button(/^Close/));
  await userEvent.click(button('Send'));
  await expect
    .element(page.getByText(/It received 1 image, exactly as a model would/))
    .toBeVisible();
  await expect.element(page.getByRole('cell', { name: /96×64 px/ })).toBeVisible();
});

test('shows a diagram, code and a formula for the question that one press asks', async () => {
  await open();
  await userEvent.click(button('How is an image resized?'));
  await expect.element(page.getByRole('img', { name: 'Diagram' })).toBeVisible();
  await expect.poll(() => document.querySelector('[data-token=keyword]')).not.toBeNull();
  await expect.poll(() => document.querySelectorAll('math').length).toBe(2);
});

test('one press asks about a sample, and the next question can be typed', async () => {
  await open();
  await userEvent.click(button('Does this receipt add up?'));
  await expect.element(page.getByText(/^Yes, it adds up/)).toBeVisible();
  await expect.element(page.getByText(/no words|not a model/)).not.toBeInTheDocument();
  await expect.element(input()).toHaveFocus();
  await expect.element(input()).toHaveValue('');
});

test('a sample does not send what was already written', async () => {
  await open();
  await userEvent.fill(input(), 'My own question');
  await userEvent.click(button('What can you see here?'));
  await expect.poll(readyTiles).toBe(1);
  await expect.element(input()).toHaveValue('My own question');
  await expect.element(page.getByRole('article')).not.toBeInTheDocument();
});

test('a reload brings back the draft with its images, the connection and the theme, but no key', async () => {
  const before = await open();
  await choose('Anthropic');
  await userEvent.fill(page.getByLabelText('Key', { exact: true }), 'sk-secret');
  await userEvent.keyboard('{Enter}');
  // There is nobody who could refuse it here.
  await expect.element(input()).toHaveFocus();
  await userEvent.click(button(/^Theme: as the system/));
  await userEvent.fill(input(), 'Half a question');
  await pasteInto(input().element(), await fixtureFiles('quad.png'));
  await expect.poll(readyTiles).toBe(1);
  expect(Object.values(localStorage).join('\n')).not.toContain('sk-secret');
  await before.unmount();

  await open();
  await expect.element(input()).toHaveValue('Half a question');
  await expect.poll(readyTiles).toBe(1);
  await expect.element(button(/^Connection: Anthropic/)).toBeVisible();
  await expect.element(button(/^Theme: light/)).toBeVisible();
  await userEvent.click(button(/^Connection: /));
  await expect.element(button('Remove key')).not.toBeInTheDocument();
});

test('a reload brings back the conversation, and New chat begins another', async () => {
  const before = await open();
  await userEvent.click(button('What can you see here?'));
  await expect.element(button('Regenerate')).toBeVisible();
  await before.unmount();

  await open();
  await expect.element(button('Regenerate')).toBeVisible();
  await userEvent.click(button('New chat'));
  await expect.element(button('What can you see here?')).toBeVisible();
  await expect.element(input()).toHaveFocus();
});

test('without a key nothing is requested: what is written stays, and the field for the key has the focus', async () => {
  await page.viewport(1024, 768);
  const request = vi.spyOn(globalThis, 'fetch');
  await open();
  await choose('OpenAI');
  await userEvent.keyboard('{Escape}');
  await userEvent.fill(input(), 'Hello');
  await userEvent.keyboard('{Enter}');
  const key = page.getByLabelText('Key', { exact: true });
  await expect.element(key).toHaveFocus();
  await expect.element(input()).toHaveValue('Hello');
  await userEvent.keyboard('{Escape}');
  await expect.element(key).not.toBeVisible();
  await userEvent.click(button('Enter your OpenAI key to start'));
  await expect.element(key).toHaveFocus();
  const asked = request.mock.calls.map(([target]) =>
    target instanceof Request ? target.url : String(target),
  );
  request.mockRestore();
  expect(asked.filter((url) => url.includes('api.openai.com'))).toEqual([]);
  await userEvent.click(page.getByText('Custom', { exact: true }));
  await expect.element(button(/^Enter your .* key/)).not.toBeInTheDocument();
  expect(document.querySelector('[data-ick-part="notice"]')).toBeNull();
});

test('the panels show the image whose tile has the focus', async () => {
  await page.viewport(1280, 800);
  await open();
  await pasteInto(input().element(), await fixtureFiles('photo.jpg', 'quad.png'));
  await expect.poll(readyTiles).toBe(2);
  await userEvent.click(button('Inspect'));
  const name = page.getByRole('complementary', { name: 'Inspect' }).getByRole('definition').first();
  await userEvent.click(button('Remove image 1'));
  await expect.element(name).toHaveTextContent('quad.png');
  await userEvent.click(button(/^Undo/));
  await expect.poll(readyTiles).toBe(2);
  const tiles = document.querySelectorAll<HTMLElement>('[data-ick-part="tray-item"]');
  tiles[0]?.focus();
  await expect.element(name).toHaveTextContent('photo.jpg');
  tiles[1]?.focus();
  await expect.element(name).toHaveTextContent('quad.png');
});

test('with both sides open, 1280 px leave 720 to the chat', async () => {
  await page.viewport(1280, 800);
  await open();
  await userEvent.click(button('Inspect'));
  await userEvent.click(button('Chats'));
  await expect.element(page.getByRole('complementary', { name: 'Chats' })).toBeVisible();
  const chat = document.querySelector('.pg-chat');
  expect(chat?.getBoundingClientRect().width).toBeGreaterThanOrEqual(720);
});
