import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readImageInfo } from '../../../src/formats/read-info.js';
import { fitForModel } from '../../../src/models/count-image-tokens.js';
import { findRules } from '../../../src/models/find-rules.js';
import { pdfPages } from '../../../src/pdf/index.js';
import {
  makePdf,
  numberedPage,
  numberedPages,
  pdfFile,
  turnedPage,
} from '../../fixtures/pdf/make-pdf.js';
import { drag, openChat } from '../components/chat-page.js';

const intake = { fileSources: [pdfPages()] };
const tiles = () =>
  [...document.querySelectorAll('[data-ick-part=tray-item]')].map((tile) =>
    tile.getAttribute('aria-label'),
  );

function drop(...files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  drag('drop', document.body, transfer);
}

/** Images of a request, in order. */
async function imagesOf(body: string | undefined): Promise<Blob[]> {
  const urls = body?.match(/data:image\/[^"]+/g) ?? [];
  return Promise.all(urls.map(async (url) => (await fetch(url)).blob()));
}

/** Names the colour at a place, in fractions of the sides. */
async function coloursOf(image: Blob): Promise<(x: number, y: number) => string> {
  const bitmap = await createImageBitmap(image);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return (x, y) => {
    const [r, g, b] = context?.getImageData(x * width, y * height, 1, 1).data ?? [];
    const name = [r, g, b].map((value = 0) => (value > 200 ? 1 : value < 55 ? 0 : '?')).join('');
    return { '100': 'red', '001': 'blue', '111': 'white' }[name] ?? name;
  };
}

async function choose(ranges: string, count: number): Promise<void> {
  await userEvent.fill(page.getByRole('textbox', { name: 'Pages' }), ranges);
  await userEvent.click(page.getByRole('button', { name: /^Add \d/ }));
  await expect.poll(tiles).toHaveLength(count);
}

async function send(text: string): Promise<void> {
  await userEvent.fill(page.getByRole('textbox', { name: 'Message' }), text);
  await userEvent.keyboard('{Enter}');
}

describe('a dropped PDF', () => {
  test('becomes images of the chosen pages, upright, in exactly the size of the model', async () => {
    const { bodies } = await openChat({ chat: { intake } });
    const turned = turnedPage(numberedPage(3));
    drop(pdfFile(makePdf([...numberedPages(2), turned, numberedPage(4)], { author: 'Secret' })));
    await choose('1, 3', 2);
    expect(tiles()[1]).toContain('report.pdf, page 3');
    await send('Compare');
    await expect.poll(() => bodies.length).toBe(1);
    const images = await imagesOf(bodies[0]);
    expect(images).toHaveLength(2);
    const rules = findRules('gpt-4o');
    for (const image of images) {
      const { width, height } = await readImageInfo(image);
      expect(width).toBe(768);
      expect(Math.abs(height - (768 * 842) / 595)).toBeLessThan(1);
      expect(fitForModel({ width, height }, rules, 'high')).toMatchObject({ width, height });
      expect(await image.text()).not.toContain('Secret');
      const colourAt = await coloursOf(image);
      expect(colourAt(0.05, 0.03)).toBe('red');
      expect(colourAt(0.95, 0.03)).toBe('blue');
      expect(colourAt(0.05, 0.95)).toBe('white');
    }
  });
});
