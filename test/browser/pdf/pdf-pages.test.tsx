import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ImageChatProps } from '../../../src/index.js';
import { readImageInfo } from '../../../src/formats/read-info.js';
import { fitForModel } from '../../../src/models/count-image-tokens.js';
import { findRules } from '../../../src/models/find-rules.js';
import { pdfPages, type PdfPagesOptions } from '../../../src/pdf/index.js';
import {
  makePdf,
  numberedPage,
  numberedPages,
  pdfFile,
  turnedPage,
} from '../../fixtures/pdf/make-pdf.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { drag, openChat } from '../components/chat-page.js';
import { bytesAsText, colourName, readPixels } from '../pipeline/read-pixels.js';

const tiles = () =>
  [...document.querySelectorAll('[data-ick-part=tray-item]')].map((tile) =>
    tile.getAttribute('aria-label'),
  );
const notice = () => document.querySelector('[data-ick-part=notice]')?.textContent ?? '';
const dialog = () => page.getByRole('dialog');
const button = (name: string | RegExp) => dialog().getByRole('button', { name });
const pagesField = () => page.getByRole('textbox', { name: 'Pages' });

const passwordField = () => dialog().getByLabelText('Password');
const attachedFile = () => document.querySelector<HTMLElement>('[data-ick-part=composer-file]');
const drawn = () => document.querySelectorAll('[role=option] canvas').length;

/** A note in the shape of a filled rectangle. */
const square = (name: string, rect: string, flags: number, color: string): string =>
  `<< /Type /Annot /Subtype /Square /T (${name}) /Rect [${rect}] /C [${color}] /IC [${color}] /F ${flags} >>`;

const openPdfChat = (options: PdfPagesOptions = {}, chat: Partial<ImageChatProps> = {}) =>
  openChat({ chat: { intake: { fileSources: [pdfPages(options)] }, ...chat } });

function drop(...files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  drag('drop', document.body, transfer);
}

async function choose(ranges: string): Promise<void> {
  await userEvent.fill(pagesField(), ranges);
  await userEvent.click(button(/^Add \d/));
}

async function send(bodies: readonly string[]): Promise<Blob[]> {
  await userEvent.fill(page.getByRole('textbox', { name: 'Message' }), 'Compare');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => bodies.length).toBe(1);
  const urls = bodies[0]?.match(/data:image\/[^"]+/g) ?? [];
  return Promise.all(urls.map(async (url) => (await fetch(url)).blob()));
}

describe('a dropped PDF', () => {
  test('becomes images of the chosen pages, upright, in exactly the size of the model', async () => {
    const { bodies } = await openPdfChat();
    const turned = turnedPage(numberedPage(3));
    drop(pdfFile(makePdf([...numberedPages(2), turned, numberedPage(4)], { author: 'Secret' })));
    await choose('1, 3');
    await expect.poll(tiles).toHaveLength(2);
    expect(tiles()[1]).toContain('report.pdf, page 3');
    const images = await send(bodies);
    expect(images).toHaveLength(2);
    const rules = findRules('gpt-4o');
    for (const image of images) {
      const { width, height } = await readImageInfo(image);
      expect(width).toBe(768);
      expect(Math.abs(height - (768 * 842) / 595)).toBeLessThan(1);
      expect(fitForModel({ width, height }, rules, 'high')).toMatchObject({ width, height });
      expect(await bytesAsText(image)).not.toContain('Secret');
      const { at } = await readPixels(image);
      expect(colourName(at(0.05, 0.03))).toBe('red');
      expect(colourName(at(0.95, 0.03))).toBe('blue');
      expect(colourName(at(0.05, 0.95))).toBe('white');
    }
  });

  test('asks for its password until it is right', async () => {
    await openPdfChat();
    drop(pdfFile(makePdf(numberedPages(1), { password: 'open sesame' }), 'locked.pdf'));
    await userEvent.fill(passwordField(), 'guess');
    await userEvent.click(button('Open'));
    await expect.element(page.getByText('This password is not right. Try again.')).toBeVisible();
    await userEvent.fill(passwordField(), 'open sesame');
    await userEvent.click(button('Open'));
    await expect.element(page.getByRole('option', { name: 'Page 1' })).toBeVisible();
    await userEvent.click(button('Add 1 image'));
    await expect.poll(tiles).toHaveLength(1);
    expect(tiles()[0]).toContain('locked.pdf, page 1');
    expect(notice()).toBe('');
  });

  test('is left alone when the user cancels, whose text has the focus again', async () => {
    await openPdfChat();
    drop(pdfFile(makePdf(numberedPages(3))), await loadFixture('photo.jpg'));
    await expect.element(page.getByRole('option', { name: 'Page 1' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveFocus();
    await expect.poll(tiles).toHaveLength(1);
    expect(notice()).toBe('');
  });

  test('of 600 pages shows those in view, and takes no more than the app allows', async () => {
    await openPdfChat({ maxPages: 20 });
    drop(pdfFile(makePdf(numberedPages(600)), 'long.pdf'));
    await userEvent.fill(pagesField(), '1-21');
    await expect.element(page.getByText('There is room for 20. Choose fewer.')).toBeVisible();
    await expect.poll(drawn).toBeGreaterThan(0);
    expect(drawn()).toBeLessThan(100);
    await choose('600');
    await expect.poll(tiles).toHaveLength(1);
    expect(tiles()[0]).toContain('long.pdf, page 600');
  });

  test('is sent itself if the user prefers that, where the app accepts files', async () => {
    await openPdfChat({}, { acceptFiles: true });
    drop(pdfFile(makePdf(numberedPages(2)), 'contract.pdf'));
    await userEvent.click(button('Attach as a file'));
    await expect.poll(() => attachedFile()?.innerText).toContain('contract.pdf');
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(tiles()).toEqual([]);
  });

  test('has pages of any size', async () => {
    const { bodies } = await openPdfChat();
    const sizes = [
      { width: 14_400, height: 14_400 },
      { width: 3, height: 4 },
      { width: 2000, height: 200 },
    ];
    drop(pdfFile(makePdf(sizes.map((size, at) => numberedPage(at + 1, size)))));
    await choose('1-3');
    await expect.poll(tiles).toHaveLength(3);
    const images = await send(bodies);
    expect(images).toHaveLength(3);
    for (const image of images) {
      expect(colourName((await readPixels(image)).at(0.005, 0.05))).toBe('red');
    }
  });

  test('looks as it is printed: with what is filled in, without what is hidden', async () => {
    const { bodies } = await openPdfChat();
    const PRINTED = 4;
    const HIDDEN = 2;
    const blank = { width: 200, height: 200, content: '' };
    const notes = [
      square('seen', '0 0 100 200', PRINTED, '1 0 0'),
      square('not seen', '100 0 200 200', HIDDEN, '0 0 1'),
    ];
    drop(pdfFile(makePdf([{ ...blank, entries: `/Annots [${notes.join(' ')}]` }])));
    await choose('1');
    await expect.poll(tiles).toHaveLength(1);
    const [image = new Blob()] = await send(bodies);
    const { at } = await readPixels(image);
    expect(colourName(at(0.25, 0.5))).toBe('red');
    expect(colourName(at(0.75, 0.5))).toBe('white');
  });
});

describe('a PDF that cannot be opened', () => {
  test('is refused in words, and the rest of the drop comes in', async () => {
    await openPdfChat();
    const broken = makePdf(numberedPages(2)).slice(0, 80);
    drop(pdfFile(broken, 'broken.pdf'), await loadFixture('photo.jpg'));
    await expect.poll(notice).toMatch(/broken\.pdf: This PDF is damaged\./);
    await expect.poll(tiles).toHaveLength(1);
  });

  test('because its worker never answers, is given up after a while', async () => {
    const silent = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
    await openPdfChat({ timeoutMs: 300, worker: silent });
    drop(pdfFile(makePdf(numberedPages(1)), 'slow.pdf'));
    await expect.poll(notice).toMatch(/slow\.pdf: This PDF took too long to read\./);
  });

  test('yet can be cancelled', async () => {
    const silent = URL.createObjectURL(new Blob([''], { type: 'text/javascript' }));
    await openPdfChat({ worker: silent });
    drop(pdfFile(makePdf(numberedPages(1)), 'slow.pdf'));
    await expect.element(page.getByText('Opening the PDF…')).toBeVisible();
    await userEvent.click(button('Cancel'));
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(notice()).toBe('');
  });

  test('because its worker does not start, is named, and the developer reads why', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await openPdfChat({ worker: '/no-such-worker.mjs' });
    drop(pdfFile(makePdf(numberedPages(1)), 'a.pdf'));
    await expect.poll(notice).toMatch(/a\.pdf: This file is a PDF document, not an image\./);
    expect(warn.mock.calls.flat().join(' ')).toContain('pdf.worker.min.mjs');
    warn.mockRestore();
  });
});
