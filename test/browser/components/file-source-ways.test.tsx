import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pdfPages } from '../../../src/pdf/index.js';
import { videoFrames } from '../../../src/video.js';
import { makePdf, numberedPages, pdfFile } from '../../fixtures/pdf/make-pdf.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { makeVideo } from '../../helpers/make-video.js';
import { openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = () =>
  [...document.querySelectorAll('[data-ick-part=tray-item]')].map(
    (tile) => tile.getAttribute('aria-label') ?? '',
  );

const sources = [
  {
    source: 'PDF',
    make: async () => pdfFile(makePdf(numberedPages(2)), 'report.pdf'),
    choose: async () => {
      await userEvent.fill(page.getByRole('textbox', { name: 'Pages' }), '2');
      await userEvent.click(page.getByRole('button', { name: 'Add 1 image' }));
    },
    image: 'report.pdf, page 2',
  },
  {
    source: 'video',
    make: () => makeVideo({ frames: 50 }),
    choose: async () => {
      await userEvent.fill(page.getByRole('slider', { name: 'Time' }), '0.8');
      await userEvent.click(page.getByRole('button', { name: 'Add this frame' }));
      await userEvent.click(page.getByRole('button', { name: 'Add 1 image' }));
    },
    image: 'clip.mp4, 0:00.8',
  },
];

function transferOf(...files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

const openWithSources = () =>
  openChat({ chat: { intake: { fileSources: [pdfPages(), videoFrames()] } } });

async function pick(container: Element, files: readonly File[]): Promise<void> {
  const picker = container.querySelector<HTMLInputElement>('input[type=file]');
  if (!picker) throw new Error('There is no file dialog.');
  expect(picker.accept).toMatch(/application\/pdf.*video\/\*/);
  picker.files = transferOf(...files).files;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
}

describe.each(sources)('a $source', ({ make, choose, image }) => {
  test.each(['a file', 'a file with its name as text'])(
    'that is pasted as %s opens its chooser, and leaves no text',
    async (what) => {
      await openWithSources();
      const file = await make();
      const transfer = transferOf(file);
      if (what !== 'a file') transfer.setData('text/plain', file.name);
      await pasteInto(input().element(), transfer);
      await choose();
      await expect.poll(tiles).toHaveLength(1);
      expect(tiles()[0]).toContain(image);
      await expect.element(input()).toHaveValue('');
      await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    },
  );

  test('that is pasted outside of the text comes to the chat as well', async () => {
    await openWithSources();
    await pasteInto(document.body, transferOf(await make()));
    await choose();
    await expect.poll(tiles).toHaveLength(1);
    expect(tiles()[0]).toContain(image);
  });

  test('that is picked beside a photo opens its chooser, and both come in', async () => {
    const { container } = await openWithSources();
    await pick(container, [await make(), await loadFixture('photo.jpg')]);
    await choose();
    await expect.poll(() => tiles().toSorted().join('\n')).toContain(image);
    await expect.poll(tiles).toHaveLength(2);
  });
});
