import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { drag, fixtureFiles, openChat, pasteInto } from './chat-page.js';

/** A host that nobody has: like a site that does not let its images be copied. */
const link = 'https://photos.example/cat.png';
const ollama = { wire: ollamaChat, model: 'gemma3:4b' };

const field = () => page.getByRole('textbox', { name: 'URL of an image' });
const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = () =>
  Array.from(document.querySelectorAll('[data-ick-part=tray-item]'), (tile) =>
    tile.getAttribute('aria-label'),
  );
const notice = () => document.querySelector('[data-ick-part=notice]');
const remoteImages = () => document.querySelectorAll('img[src*="photos.example"]').length;
const asked = (address: string) =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes(address));
const ownImage = new URL('../../fixtures/images/quad.png', import.meta.url).href;
const linkTile = 'Image 1, cat.png, Image on photos.example, price comes with the answer';

async function giveAddress(address: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: 'Add images' }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Add from URL' }));
  await userEvent.fill(field(), address);
  await userEvent.keyboard('{Enter}');
}

function dropFromAnotherPage(urls: readonly string[]): void {
  const transfer = new DataTransfer();
  transfer.setData('text/html', urls.map((url) => `<img src="${url}">`).join(''));
  transfer.setData('text/uri-list', urls[0] ?? '');
  drag('drop', input().element(), transfer);
}

/** The dialog says what to do once, since the link cannot be sent in place of the image. */
async function expectOneSentence(): Promise<void> {
  await expect.element(page.getByText(/add the image as a file/)).toBeVisible();
  const told = [...document.querySelectorAll('dialog p')].filter(({ textContent }) => textContent);
  expect(told).toHaveLength(1);
}

const sendLink = () => page.getByRole('button', { name: 'Send the link instead' });

async function openWithLink() {
  const chat = await openChat();
  await giveAddress(link);
  await userEvent.click(sendLink());
  await expect.poll(tiles).toEqual([linkTile]);
  return chat;
}

describe('an address whose site lets nobody copy', () => {
  test('may be sent as a link, which goes out and is shown after a press only', async () => {
    const { bodies } = await openChat();
    await giveAddress(link);
    await expect.element(page.getByText(/must be reachable from the internet/)).toBeVisible();
    await userEvent.click(sendLink());
    await expect.element(field()).not.toBeInTheDocument();
    await expect.poll(tiles).toEqual([linkTile]);
    await expect.element(page.getByText('1 image · price comes with the answer')).toBeVisible();

    await userEvent.click(input());
    await userEvent.keyboard('What is this?{Enter}');
    const load = page.getByRole('button', { name: 'Image on photos.example: Load' });
    await expect.element(load).toBeVisible();
    await expect.poll(() => bodies[0]).toContain(`"image_url":{"url":"${link}"`);
    expect(remoteImages()).toBe(0);
    await userEvent.click(load);
    await expect.element(load).not.toBeInTheDocument();
  });

  test('is no offer where the connection takes no links, and what to do is said once', async () => {
    await openChat({ connection: ollama });
    await giveAddress(link);
    await expectOneSentence();
    await expect.element(sendLink()).not.toBeInTheDocument();
  });

  test('is no offer for an address of this machine', async () => {
    await openChat();
    await giveAddress('http://127.0.0.1:9/cat.png');
    await expectOneSentence();
    await expect.element(sendLink()).not.toBeInTheDocument();
  });
});

describe('an image dropped from such a page', () => {
  test('has the offer beside its refusal, which goes with the press, and the others stay', async () => {
    await openChat();
    dropFromAnotherPage([link, 'http://127.0.0.1:9/other.png']);
    await expect.element(sendLink()).toBeVisible();
    await expect.poll(() => notice()?.querySelectorAll('li')).toHaveLength(2);
    await userEvent.click(sendLink());
    await expect.poll(tiles).toEqual([linkTile]);
    await expect.poll(() => notice()?.textContent).toContain('other.png');
    expect(notice()?.textContent).not.toContain('cat.png');
    await expect.element(input()).toHaveFocus();
  });

  test('is sent as a link at once where the app prefers that, and is not fetched', async () => {
    // The list of requests holds 250, and the page's own modules fill it.
    performance.clearResourceTimings();
    // A server of this machine may follow links of this machine, and these images could be fetched.
    await openChat({
      connection: { baseUrl: 'http://localhost:9/v1' },
      chat: { intake: { prefersLinks: true, maxFiles: 1 } },
    });
    await userEvent.click(input());
    await userEvent.keyboard('Look');
    await expect.element(page.getByRole('button', { name: 'Send' })).toBeEnabled();
    dropFromAnotherPage([`${ownImage}?first`, `${ownImage}?second`]);
    await expect.poll(tiles).toHaveLength(1);
    expect(tiles()[0]).toContain(`Image on ${location.host}`);
    await expect.poll(() => notice()?.textContent).toContain('There is room for 1 more image');
    expect([...asked('?first'), ...asked('?second')]).toEqual([]);
  });
});

describe('a link in the tray', () => {
  test('opens without loading, is described there, and loads at a press', async () => {
    await openWithLink();
    const tile = page.getByRole('listitem', { name: linkTile });
    await expect
      .element(page.getByRole('button', { name: 'Mark up image 1' }))
      .not.toBeInTheDocument();
    (tile.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    const load = page.getByRole('button', { name: 'Image on photos.example: Load' });
    await expect.element(load).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Description' }));
    await userEvent.fill(page.getByRole('textbox', { name: 'Description' }), 'A cat');
    expect(remoteImages()).toBe(0);
    await userEvent.click(load);
    await expect.poll(remoteImages).toBe(1);
  });

  test('keeps its place and comes back when its removal is undone', async () => {
    await openWithLink();
    await pasteInto(input().element(), await fixtureFiles('quad.png'));
    await expect.poll(tiles).toHaveLength(2);
    await expect.element(page.getByText(/2 images · .* · 1 link/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Remove image 1' }));
    await expect.poll(tiles).toHaveLength(1);
    await userEvent.click(page.getByRole('button', { name: /^Undo/ }));
    await expect.poll(() => tiles()[0]).toBe(linkTile);
  });

  test('is still there when its question is edited, and goes out again', async () => {
    const { bodies } = await openWithLink();
    await userEvent.click(input());
    await userEvent.keyboard('First{Enter}');
    await expect.element(page.getByRole('button', { name: 'Edit' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Edit' }));
    await expect.poll(tiles).toEqual([linkTile]);
    await expect
      .element(page.getByRole('region', { name: 'Edit' }).getByRole('textbox'))
      .toHaveFocus();
    await userEvent.keyboard(' again{Enter}');
    await expect.poll(() => bodies.length).toBe(2);
    expect(bodies[1]).toContain(`"image_url":{"url":"${link}"`);
    expect(bodies[1]).toContain('First again');
  });
});
