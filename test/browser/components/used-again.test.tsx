import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ChatEntry } from '../../../src/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { drag, fixtureFiles, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = () =>
  Array.from(document.querySelectorAll('[data-ick-part=tray-item]'), (tile) => ({
    label: tile.getAttribute('aria-label') ?? '',
    status: tile.getAttribute('data-status'),
  }));
const ready = () => tiles().filter(({ status }) => status === 'ready').length;
const answers = () =>
  document.querySelectorAll('article[data-role=assistant][data-status=complete]').length;

async function askAbout(...names: readonly string[]): Promise<string[]> {
  const { bodies } = await openChat();
  await pasteInto(input().element(), await fixtureFiles(...names));
  await expect.poll(ready).toBe(names.length);
  await userEvent.fill(input(), 'What is this?');
  await userEvent.keyboard('{Enter}');
  await expect.poll(answers).toBe(1);
  await expect.poll(tiles).toEqual([]);
  return bodies;
}

async function send(): Promise<void> {
  await userEvent.fill(input(), 'And now?');
  await userEvent.keyboard('{Enter}');
  await expect.poll(answers).toBe(2);
}

describe('an image that was added a second time', () => {
  test('stays, says of which it is a copy, and is removed from there', async () => {
    await openChat();
    const box = input().element();
    await pasteInto(box, await fixtureFiles('quad.png'));
    await pasteInto(box, await fixtureFiles('quad.gif'));
    await pasteInto(box, await fixtureFiles('quad.png'));
    await expect
      .poll(() => tiles().map(({ label }) => /Same as image \d/.exec(label)?.[0]))
      .toEqual([undefined, undefined, 'Same as image 1']);
    await expect.poll(ready).toBe(3);
    const caption = page.getByRole('button', { name: 'Image 3: Same as 1. Same as image 1.' });
    await expect.element(caption).toHaveTextContent('Same as 1');
    await userEvent.click(caption);
    await expect.element(page.getByRole('button', { name: /^Detail of image 3:/ })).toBeVisible();
    await userEvent.click(page.getByText('Remove', { exact: true }));
    await expect.poll(ready).toBe(2);
    await expect.poll(() => tiles().some(({ label }) => label.includes('Same as'))).toBe(false);
  });

  test('in other bytes of the same pixels is known by what is made of it', async () => {
    await openChat();
    const box = input().element();
    const bitmap = await createImageBitmap(await loadFixture('photo.jpg'));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const png = await canvas.convertToBlob({ type: 'image/png' });
    const padded = new Blob([png, new Uint8Array(64)]);
    for (const [at, blob] of [png, padded].entries()) {
      const transfer = new DataTransfer();
      transfer.items.add(new File([blob], `shot-${at}.png`, { type: 'image/png' }));
      await pasteInto(box, transfer);
    }
    await expect.poll(() => tiles()[1]?.label).toContain('Same as image 1');
  });
});

describe('an image of the conversation is used again', () => {
  test('from its message, with its name', async () => {
    const bodies = await askAbout('quad.png', 'photo.jpg');
    await userEvent.click(page.getByRole('button', { name: 'Use this image: Image 2' }));
    await expect.poll(ready).toBe(1);
    expect(tiles()[0]?.label).toContain('photo.jpg');
    await send();
    expect(bodies.at(-1)?.match(/data:image\//g)).toHaveLength(3);
  });

  test('from the lightbox', async () => {
    await askAbout('quad.png');
    await userEvent.click(page.getByRole('button', { name: 'Open image 1' }));
    const use = page.getByRole('dialog').getByRole('button', { name: 'Use this image' });
    await userEvent.click(use);
    await expect.poll(ready).toBe(1);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('by dragging it to the composer, once', async () => {
    await askAbout('quad.png');
    const button = page.getByRole('button', { name: 'Open image 1' }).element();
    const transfer = new DataTransfer();
    drag('dragstart' as 'drop', button, transfer);
    drag('dragenter', input().element(), transfer);
    drag('dragover', input().element(), transfer);
    const dropped = drag('drop', input().element(), transfer);
    expect(dropped.defaultPrevented).toBe(true);
    await expect.poll(ready).toBe(1);
    expect(tiles()[0]?.label).toContain('quad.png');
  });

  test('from an answer that shows it by its address', async () => {
    const url = `${location.origin}/test/fixtures/images/quad.png`;
    const entries: ChatEntry[] = [
      {
        message: { id: 'a', role: 'assistant', parts: [{ type: 'text', text: `![quad](${url})` }] },
        status: 'complete',
      } as ChatEntry,
    ];
    await openChat({ chat: { initialEntries: entries } });
    await userEvent.click(page.getByRole('button', { name: 'Load' }));
    await userEvent.click(page.getByRole('button', { name: 'Use this image' }));
    await expect.poll(ready).toBe(1);
  });
});
