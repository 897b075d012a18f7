import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../src/components/styles.css';
import { openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = () => Array.from(document.querySelectorAll<HTMLElement>('[data-ick-part=tray-item]'));
const statuses = () => tiles().map((tile) => tile.dataset['status']);

/** A long page whose bands of colour tell where a piece of it is from, with words in them. */
async function longPage([width, height] = [1170, 9000]): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#222';
  context.font = '16px sans-serif';
  for (let y = 40; y < height; y += 32) {
    context.fillText('The quick brown fox jumps over the lazy dog and goes on. '.repeat(3), 30, y);
  }
  context.fillStyle = '#f00';
  context.fillRect(0, 0, 20, 600);
  context.fillStyle = '#00f';
  context.fillRect(0, height - 600, 20, 600);
  return new File([await canvas.convertToBlob()], 'page.png', { type: 'image/png' });
}

let screenshot: File;
beforeAll(async () => {
  screenshot = await longPage();
});

async function open(model: string, image = screenshot) {
  const chat = await openChat({ connection: { model }, chat: { labels: true } });
  const transfer = new DataTransfer();
  transfer.items.add(image);
  await pasteInto(input().element(), transfer);
  await expect.poll(statuses).toEqual(['ready']);
  return chat;
}

/** Opens what the caption of the tile says in full, with what helps. */
async function openWarning(): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: /^Image 1: .*too small to read/ }));
}

test('words that become too small are told, with what to do', async () => {
  await open('gpt-4o');
  await expect
    .poll(() => tiles()[0]?.getAttribute('aria-label'))
    .toMatch(
      /made 4\.4 times smaller, and its words may be too small to read\. Cut it into pieces, or crop it\./,
    );
  await expect.poll(() => tiles()[0]?.dataset['warning']).toBe('');
  await expect.element(page.getByText('Small text')).toBeVisible();
  await openWarning();
  await expect.element(page.getByRole('button', { name: /^Crop: Image 1/ })).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: /^Send original/ }))
    .not.toBeInTheDocument();
});

test('a detail that makes words too small keeps the focus on the image, where the warning comes', async () => {
  await open('gpt-4o', await longPage([740, 2000]));
  const detail = page.getByRole('button', { name: /^Detail of image 1/ });
  await userEvent.click(detail);
  await userEvent.click(page.getByRole('menuitemradio', { name: /^Low/ }));
  await expect.element(page.getByText('Small text')).toBeVisible();
  await expect.poll(() => tiles()[0]?.contains(document.activeElement)).toBe(true);
});

test('the image is cut into pieces that overlap, in its place, each named and labelled', async () => {
  const { bodies } = await open('gpt-4o');
  await openWarning();
  await userEvent.click(page.getByRole('button', { name: /^Cut into 3: Image 1/ }));
  await expect.poll(statuses).toEqual(['ready', 'ready', 'ready']);
  expect(tiles().map((tile) => tile.getAttribute('aria-label')?.split(', ')[1])).toEqual([
    'page.png (1/3)',
    'page.png (2/3)',
    'page.png (3/3)',
  ]);
  await expect.poll(() => document.activeElement).toBe(tiles()[0]);
  await expect
    .poll(() => tiles().some((tile) => tile.dataset['warning'] !== undefined))
    .toBe(false);
  await userEvent.fill(input(), 'What does it say?');
  await userEvent.click(page.getByRole('button', { name: 'Send' }));
  await expect.poll(() => bodies.length).toBe(1);
  const body = bodies[0] ?? '';
  expect(body).toContain('Part 1 of 3 of page.png, from top to bottom.');
  const urls = [...body.matchAll(/data:image\/\w+;base64,[\w+/=]+/g)].map(([url]) => url);
  const ends = await Promise.all(urls.map(markedEnds));
  expect(ends).toEqual(['start', '', 'end']);
});

test('a cut is undone in one step', async () => {
  await open('gpt-4o');
  await openWarning();
  await userEvent.click(page.getByRole('button', { name: /^Cut into 3: Image 1/ }));
  await expect.poll(statuses).toEqual(['ready', 'ready', 'ready']);
  await userEvent.click(page.getByRole('button', { name: 'Undo: Cut into 3' }));
  await expect.poll(statuses).toEqual(['ready']);
  await expect.poll(() => tiles()[0]?.getAttribute('aria-label')?.split(', ')[1]).toBe('page.png');
  await expect.element(page.getByRole('button', { name: /^Undo/ })).not.toBeInTheDocument();
});

test('an image that this browser cannot cut stays, and the reason is shown', async () => {
  await open('gpt-4o');
  const { createImageBitmap } = globalThis;
  globalThis.createImageBitmap = () => Promise.reject(new DOMException('no', 'InvalidStateError'));
  onTestFinished(() => {
    globalThis.createImageBitmap = createImageBitmap;
  });
  await openWarning();
  await userEvent.click(page.getByRole('button', { name: /^Cut into 3: Image 1/ }));
  await expect
    .poll(() => document.querySelector('[data-ick-part=tray-item] [role=alert]')?.textContent)
    .toMatch(/Save it as JPEG or PNG/);
  expect(statuses()).toEqual(['ready']);
});

/** Which end of the page a piece shows. */
async function markedEnds(url: string): Promise<string> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  const at = (y: number) => context?.getImageData(4, y, 1, 1).data ?? [];
  const [red = 0, green = 255] = at(10);
  const [redBelow = 255, , blue = 0] = at(image.naturalHeight - 10);
  return [red > 150 && green < 120 ? 'start' : '', blue > 150 && redBelow < 120 ? 'end' : ''].join(
    '',
  );
}

test('detail original is offered where the model has it, and sends the words larger', async () => {
  await open('gpt-5.6-terra');
  await expect
    .poll(() => tiles()[0]?.getAttribute('aria-label'))
    .toContain('or send it with detail original');
  await openWarning();
  await userEvent.click(page.getByRole('button', { name: /^Send original: Image 1/ }));
  await expect.poll(() => tiles()[0]?.dataset['warning']).toBeUndefined();
  await expect.poll(statuses).toEqual(['ready']);
});
