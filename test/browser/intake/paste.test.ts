import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { readPaste, type PasteOptions } from '../../../src/intake/read-paste.js';
import type { IntakeOptions, IntakeResult } from '../../../src/intake/types.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { requestsWith } from '../../helpers/requests.js';

type Clipboard = { files?: File[]; text?: string; html?: string };
type Taken = IntakeResult & { keepsText: boolean };

function clipboard({ files = [], text, html }: Clipboard): DataTransfer {
  const data = new DataTransfer();
  if (text !== undefined) data.setData('text/plain', text);
  if (html !== undefined) data.setData('text/html', html);
  for (const file of files) data.items.add(file);
  return data;
}

/** Pastes into an element. The clipboard's data are gone once the handler has returned. */
async function paste(
  content: Clipboard,
  options?: PasteOptions,
  intake?: IntakeOptions,
): Promise<Taken | undefined> {
  const data = clipboard(content);
  let pasted: ReturnType<typeof readPaste>;
  const target = document.createElement('div');
  target.addEventListener('paste', (event) => {
    if (event.clipboardData) pasted = readPaste(event.clipboardData, options);
  });
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }));
  data.clearData();
  data.items.clear();
  return pasted && { ...(await pasted.collect(intake)), keepsText: pasted.keepsText };
}

const bitmap = async (name = 'image.png', fixture = 'quad.png'): Promise<File> =>
  new File([await loadFixture(fixture)], name, { type: 'image/png' });

const nameImage = ({ extension }: { extension: string }): string => `Eingefügtes Bild.${extension}`;

const remoteImage =
  '<meta charset="utf-8"><img src="https://site.example/pics/cat.png" alt="A cat">';
const cells = '<table><tr><td>1</td><td>2</td></tr></table>';

describe('a paste', () => {
  test('of a screenshot is an image with a numbered name', async () => {
    const first = await paste({ files: [await bitmap()] });
    const second = await paste({ files: [await bitmap()] });
    expect(first).toMatchObject({
      keepsText: false,
      images: [{ from: 'paste', info: { width: 96 } }],
    });
    const numbers = [first, second].map((taken) =>
      Number(/^Pasted image (\d+)\.png$/.exec(taken?.images[0]?.name ?? '')?.[1]),
    );
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
  });

  test('has the ending of what the bytes are, and a name of the app’s own where there is one', async () => {
    const taken = await paste(
      { files: [await bitmap('image.png', 'jpeg_named.png')] },
      {},
      { nameImage },
    );
    expect(taken?.images[0]?.name).toBe('Eingefügtes Bild.jpg');
  });

  test.each([
    { from: 'a spreadsheet', content: { text: '1\t2\n', html: cells } },
    {
      from: 'a word processor',
      content: { text: 'Dear all', html: '<p>Dear all</p><img src="file:///C:/tmp/image001.png">' },
    },
    { from: 'an app that offers plain text', content: { text: 'words' } },
  ])('of text from $from with a bitmap of it is text', async ({ content }) => {
    const files = [await bitmap()];
    expect(await paste({ ...content, files })).toBeUndefined();
    expect(await paste({ ...content, files }, { mixedContent: 'images' })).toMatchObject({
      keepsText: false,
      images: [{}],
    });
    const both = await paste({ ...content, files }, { mixedContent: 'both' });
    expect(both).toMatchObject({ keepsText: true, images: [{ info: { width: 96 } }] });
    expect(both?.images).toHaveLength(1);
  });

  test('of text and images without files, as from a document, is text', async () => {
    const content = { text: 'Report', html: `<p>Report</p>${remoteImage}` };
    expect(await paste(content)).toBeUndefined();
    const both = await paste(content, { mixedContent: 'both' });
    expect(both).toMatchObject({ keepsText: true, rejections: [{ code: 'fetch-blocked' }] });
  });

  test.each([
    { text: undefined },
    { text: '' },
    { text: 'https://site.example/pics/cat.png' },
    { text: 'A cat' },
    { text: 'cat.png' },
  ])('of an image of a page, with the text $text, is the image, once', async ({ text }) => {
    const content = {
      files: [await bitmap()],
      html: remoteImage,
      ...(text !== undefined && { text }),
    };
    const taken = await paste(content);
    expect(taken).toMatchObject({ keepsText: false, rejections: [] });
    expect(taken?.images).toHaveLength(1);
  });

  test.each([
    'holiday.png',
    '/pictures/2026/holiday.png',
    'C:\\Pictures\\holiday.png',
    'file:///pictures/holiday.png',
  ])('of a copied file beside its name %s is the file', async (text) => {
    const taken = await paste({ files: [await bitmap('holiday.png')], text });
    expect(taken?.images.map(({ name }) => name)).toEqual(['holiday.png']);
  });

  test('of one bitmap in several formats is one image', async () => {
    const png = await bitmap();
    const bmp = new File([await loadFixture('quad.bmp')], 'image.bmp', { type: 'image/bmp' });
    expect((await paste({ files: [png, bmp] }))?.images).toHaveLength(1);
    expect((await paste({ files: [png, await bitmap()] }))?.images).toHaveLength(2);
  });

  test('of HTML that is only a remote image causes no request and says what to do', async () => {
    const html = `<img src="${new URL('../../fixtures/images/quad.png?paste', import.meta.url).href}">`;
    const anyway: IntakeOptions = { fetchLinks: true };
    const taken = await paste({ html }, {}, anyway);
    expect(taken).toMatchObject({
      keepsText: false,
      images: [],
      rejections: [{ code: 'fetch-blocked' }],
    });
    expect(taken?.rejections[0]?.message).toMatch(/Save the image on your device/);
    expect(await requestsWith('?paste')).toEqual([]);
    expect(await paste({ html }, { fetchLinks: true })).toMatchObject({
      images: [{ name: 'quad.png' }],
    });
  });

  test('of a data URL, as text or in HTML, is an image', async () => {
    const bytes = new Uint8Array(await (await loadFixture('quad.gif')).arrayBuffer());
    const url = `data:image/gif;base64,${btoa(String.fromCharCode(...bytes))}`;
    for (const content of [
      { text: url },
      { html: `<img src='${url}'>` },
      { text: ` ${url}\n`, html: `<img src="${url}">` },
    ]) {
      const taken = await paste(content);
      expect(taken).toMatchObject({
        keepsText: false,
        images: [{ info: { mediaType: 'image/gif' } }],
      });
      expect(taken?.images).toHaveLength(1);
    }
  });

  test('of a data URL of 30 MB is refused before it is decoded', async () => {
    const text = `data:image/png;base64,${'A'.repeat(44_000_000)}`;
    const taken = await paste({ text });
    expect(taken?.rejections[0]).toMatchObject({ code: 'too-many-bytes', limit: 31_457_280 });
  });

  test.each([
    { content: { text: 'words' } },
    { content: { text: 'https://site.example/cat.png' } },
    { content: { text: 'bold', html: '<b>bold</b>' } },
    { content: { html: '<img src="file:///C:/tmp/image001.png">' } },
    { content: {} },
  ])('of $content is left to the text field', async ({ content }) => {
    expect(await paste(content)).toBeUndefined();
  });

  test('of a file that is no image says so', async () => {
    const taken = await paste({ files: [await loadFixture('document.pdf')] });
    expect(taken).toMatchObject({
      images: [],
      rejections: [{ code: 'not-an-image', name: 'document.pdf' }],
    });
  });
});

/** Copies with the browser's own clipboard, and presses the keys. */
async function pasteFrom(content: Record<string, Blob>): Promise<ReturnType<typeof readPaste>> {
  const field = document.createElement('textarea');
  document.body.append(field);
  try {
    await userEvent.click(field);
    await navigator.clipboard.write([new ClipboardItem(content)]);
    const pasted = new Promise<ReturnType<typeof readPaste>>((resolve) => {
      field.addEventListener('paste', ({ clipboardData }) =>
        resolve(clipboardData ? readPaste(clipboardData) : undefined),
      );
    });
    await userEvent.keyboard('{Control>}v{/Control}');
    return await pasted;
  } finally {
    field.remove();
  }
}

describe('a paste from the real clipboard', () => {
  test('gives a bitmap as an image', async () => {
    const pasted = await pasteFrom({ 'image/png': await loadFixture('quad.png') });
    expect(await pasted?.collect()).toMatchObject({
      images: [{ info: { width: 96, height: 64 } }],
      rejections: [],
    });
  });

  test('gives text beside a bitmap of it as text', async () => {
    const pasted = await pasteFrom({
      'image/png': await loadFixture('quad.png'),
      'text/plain': new Blob(['1\t2'], { type: 'text/plain' }),
      'text/html': new Blob([cells], { type: 'text/html' }),
    });
    expect(pasted).toBeUndefined();
  });

  test('gives a copied web image as an image', async () => {
    const pasted = await pasteFrom({
      'image/png': await loadFixture('quad.png'),
      'text/html': new Blob([remoteImage], { type: 'text/html' }),
    });
    expect((await pasted?.collect())?.images).toHaveLength(1);
  });
});
