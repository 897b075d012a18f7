import type { ReactElement } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../../../src/components/styles.css';
import { ChatPopup, type ChatPopupProps } from '../../../src/popup.js';
import { type Connection, ImageChat, type ImageChatProps } from '../../../src/index.js';
import { demoConnection } from '../../helpers/demo-connection.js';
import { drag, fixtureFiles } from './chat-page.js';

beforeEach(async () => {
  await page.viewport(1000, 700);
});
afterEach(() => vi.restoreAllMocks());

const launcher = page.getByRole('button', { name: 'Open chat', exact: true });
const panel = page.getByRole('dialog', { name: 'Help' });
const text = page.getByRole('textbox', { name: 'Message' });

type PageOptions = Partial<ChatPopupProps> & { chat?: Partial<ImageChatProps> };

function openPage({ chat, ...popup }: PageOptions = {}) {
  const { connection } = demoConnection();
  return render(
    <main>
      <h1>The page</h1>
      <button type="button">Elsewhere</button>
      <ChatPopup label="Help" {...popup}>
        <ImageChat connection={connection} {...chat} />
      </ChatPopup>
    </main>,
  );
}

/** A connection whose answer goes on until `finish` is called. */
function heldAnswer(): { connection: Connection; finish: () => void } {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const send = (chunk: string): void => controller?.enqueue(encoder.encode(`data: ${chunk}\n\n`));
  const { connection } = demoConnection({
    fetch: async () =>
      new Response(
        new ReadableStream<Uint8Array>({
          start(given) {
            controller = given;
            send('{"choices":[{"index":0,"delta":{"content":"Two"}}]}');
          },
        }),
        { headers: { 'content-type': 'text/event-stream' } },
      ),
  });
  return {
    connection,
    finish() {
      send('{"choices":[{"index":0,"delta":{"content":" birds"},"finish_reason":"stop"}]}');
      send('[DONE]');
      controller?.close();
    },
  };
}

test.each(['popup', 'sidebar', 'modal'] as const)(
  'opens as a %s with the text focused, and returns the focus with Escape',
  async (mode) => {
    await openPage({ mode });
    expect(panel.query()).toBeNull();
    await launcher.click();
    await expect.element(panel).toBeVisible();
    await expect.element(text).toHaveFocus();
    await expect.poll(() => panel.element().matches(':modal')).toBe(mode === 'modal');
    await text.fill('Still here');

    await userEvent.keyboard('{Escape}');
    await expect.element(panel).not.toBeInTheDocument();
    await expect.element(launcher).toHaveFocus();

    await launcher.click();
    await expect.element(text).toHaveValue('Still here');
    await expect.element(text).toHaveFocus();
  },
);

test('Escape closes what is open inside first, then stops the answer, then closes the chat', async () => {
  const { connection } = heldAnswer();
  await openPage({ chat: { connection } });
  await launcher.click();
  await text.fill('What is this?');
  await userEvent.keyboard('{Enter}');
  const stop = page.getByRole('button', { name: 'Stop' });
  await expect.element(stop).toBeVisible();
  await page.getByRole('button', { name: 'Add images' }).click();
  const menu = page.getByRole('menu');
  await expect.element(menu).toBeVisible();

  await userEvent.keyboard('{Escape}');
  await expect.element(menu).not.toBeInTheDocument();
  await expect.element(stop).toBeVisible();
  await expect.element(panel).toBeVisible();

  await userEvent.keyboard('{Escape}');
  await expect.element(stop).not.toBeInTheDocument();
  await expect.element(panel).toBeVisible();

  await userEvent.keyboard('{Escape}');
  await expect.element(launcher).toHaveFocus();
});

test('an answer goes on while the chat is closed, and the button says that it is ready', async () => {
  const { connection, finish } = heldAnswer();
  await openPage({ chat: { connection } });
  await launcher.click();
  await text.fill('How many birds?');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Two')).toBeVisible();
  await page.getByRole('button', { name: 'Close chat' }).click();
  await expect.element(launcher).toHaveFocus();

  finish();
  const ready = page.getByRole('button', { name: 'Open chat. An answer is ready.' });
  await expect.element(ready).toBeVisible();
  await expect.element(page.getByText('An answer is ready in the chat.')).toBeInTheDocument();
  await ready.click();
  await expect.element(page.getByText('Two birds')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(launcher).toBeVisible();
});

test('takes what is dropped anywhere on the page while it is open, and nothing while it is closed', async () => {
  await openPage({ mode: 'sidebar' });
  await launcher.click();
  await expect.element(text).toHaveFocus();
  const transfer = await fixtureFiles('photo.jpg');
  const heading = page.getByRole('heading', { name: 'The page' }).element();
  drag('dragenter', heading, transfer);
  expect(drag('drop', heading, transfer).defaultPrevented).toBe(true);
  await expect.element(panel.getByRole('listitem')).toHaveAttribute('data-status', 'ready');

  await page.getByRole('button', { name: 'Close chat' }).click();
  await expect.element(launcher).toHaveFocus();
  expect(drag('drop', heading, transfer).defaultPrevented).toBe(false);
});

test('closed by the app with an image in large, it leaves the page usable, and opens with the image again', async () => {
  const { connection } = demoConnection();
  const popup = (open: boolean): ReactElement => (
    <ChatPopup label="Help" mode="sidebar" hasLauncher={false} open={open}>
      <ImageChat connection={connection} />
    </ChatPopup>
  );
  const screen = await render(popup(true));
  await expect.element(text).toHaveFocus();
  drag('drop', text.element(), await fixtureFiles('photo.jpg'));
  const tile = panel.getByRole('listitem');
  await expect.element(tile).toHaveAttribute('data-status', 'ready');
  (tile.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const large = page.getByRole('dialog', { name: 'photo.jpg' });
  await expect.element(large).toBeVisible();

  await screen.rerender(popup(false));
  await expect.poll(() => document.querySelector('dialog[open]')).toBeNull();
  await screen.rerender(popup(true));
  await expect.element(large).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(large).not.toBeInTheDocument();
  await expect.element(panel).toBeVisible();
});

test('has the whole screen on a phone, and its side follows the direction of the text', async () => {
  await openPage({ dir: 'rtl', mode: 'sidebar' });
  await launcher.click();
  await expect.element(panel).toBeVisible();
  await expect.poll(() => panel.element().getBoundingClientRect().left).toBe(0);
  await page.viewport(360, 640);
  await expect
    .poll(() => panel.element().getBoundingClientRect().toJSON())
    .toMatchObject({
      left: 0,
      top: 0,
      width: 360,
      height: 640,
    });
});

test('loads the code of the chat when the pointer or the focus reaches the button', async () => {
  const preload = vi.fn();
  await openPage({ preload });
  (launcher.element() as HTMLElement).focus();
  await expect.poll(() => preload.mock.calls.length).toBeGreaterThan(0);
});

/** How far an element is from the bottom right corner of the window, px. */
const fromCorner = (element: Element): number[] => {
  const { right, bottom } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  return [clientWidth - right, clientHeight - bottom].map(Math.round);
};

test('has its place in the window inside of an element that is transformed and clips, and actions in its head', async () => {
  const { connection } = demoConnection();
  const begin = vi.fn();
  await render(
    <div
      style={{ transform: 'translate(200px, 50px)', overflow: 'hidden', width: 300, height: 200 }}
    >
      <ChatPopup
        label="Help"
        actions={
          <button type="button" onClick={begin}>
            New chat
          </button>
        }
      >
        <ImageChat connection={connection} />
      </ChatPopup>
    </div>,
  );
  await expect.poll(() => fromCorner(launcher.element())).toEqual([16, 16]);
  await launcher.click();
  await expect.element(panel).toBeVisible();
  await expect.poll(() => fromCorner(panel.element())).toEqual([16, 16]);
  await panel.getByRole('button', { name: 'New chat' }).click();
  expect(begin).toHaveBeenCalledOnce();
  await page.getByRole('button', { name: 'Close chat' }).click();
  await expect.element(launcher).toHaveFocus();
});
