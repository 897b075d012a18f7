import { afterEach, describe, expect, test } from 'vitest';
import { cdp, commands, page, server, userEvent } from 'vitest/browser';
import { loadFixture } from '../../helpers/load-fixture.js';
import { dropFromDisk as fromDisk } from '../intake/drop-from-disk.js';
import { chooseDetail, drag, fixtureFiles, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = (status = '') =>
  document.querySelectorAll(`[data-ick-part=tray-item]${status && `[data-status=${status}]`}`);
const answerCount = () =>
  document.querySelectorAll('article[data-role=assistant][data-status=complete]').length;
const notice = () => document.querySelector('[data-ick-part=notice]')?.textContent ?? '';
const path = `${server.config.root}/node_modules/.cache/dropped-into-a-chat.png`;

/** Writes an image to the disk, and drops it as a file manager does. */
async function dropFromDisk(): Promise<void> {
  const bytes = new Uint8Array(await (await loadFixture('quad.png')).arrayBuffer());
  await commands.writeFile(path, btoa(String.fromCharCode(...bytes)), 'base64');
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect(0, 0, 100, 100);
  const place = { x: frame.left + frame.width / 2, y: frame.top + 100 };
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp().send('Input.dispatchDragEvent', { type, ...place, data });
  }
}

function htmlDrop(html: string): DataTransfer {
  const transfer = new DataTransfer();
  transfer.setData('text/html', html);
  transfer.setData('text/uri-list', 'https://site.example/page');
  return transfer;
}

afterEach(() => {
  document.documentElement.style.fontSize = '';
});

describe('a file that was removed from the disk', () => {
  test('after it was made ready is sent all the same', async () => {
    const { bodies } = await openChat();
    await dropFromDisk();
    await expect.poll(() => tiles('ready').length).toBe(1);
    await commands.removeFile(path);
    await userEvent.click(input());
    await userEvent.keyboard('What is this?{Enter}');
    await expect.poll(answerCount).toBe(1);
    expect(bodies[0]).toContain('data:image/');
  });

  test('before it is made anew is made from its bytes, which were kept', async () => {
    const { bodies } = await openChat();
    await dropFromDisk();
    await expect.poll(() => tiles('ready').length).toBe(1);
    await userEvent.fill(input(), 'What is this?');
    await commands.removeFile(path);
    await chooseDetail(1, /^Low/);
    await expect.poll(() => tiles('ready').length).toBe(1);
    expect(tiles()[0]?.hasAttribute('data-warning')).toBe(false);
    await userEvent.click(input());
    await userEvent.keyboard('{Enter}');
    await expect.poll(answerCount).toBe(1);
    expect(bodies[0]).toContain('"detail":"low"');
  });

  test('and was too large to be kept is made from what was made of it, and that is told', async () => {
    const { bodies } = await openChat({ chat: { intake: { keepBytes: false } } });
    await dropFromDisk();
    await expect.poll(() => tiles('ready').length).toBe(1);
    await commands.removeFile(path);
    await chooseDetail(1, /^Low/);
    await expect.poll(() => tiles()[0]?.hasAttribute('data-warning')).toBe(true);
    // Below a warning, the menu is part of its note.
    await userEvent.click(page.getByRole('button', { name: /^Image 1: File is gone/ }));
    await chooseDetail(1, /^Auto/);
    await expect.poll(() => tiles()[0]?.getAttribute('aria-label')).not.toContain('85 tokens');
    await expect.poll(() => tiles()[0]?.hasAttribute('data-warning')).toBe(true);
    await userEvent.fill(input(), 'What is this?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(answerCount).toBe(1);
    expect(bodies[0]).toContain('"detail":"high"');
  });
});

describe('a file that cannot be read', () => {
  test('has a tile, which tries again', async () => {
    await openChat();
    const bytes = new Uint8Array(await (await loadFixture('quad.png')).arrayBuffer());
    await commands.writeFile(path, btoa(String.fromCharCode(...bytes)), 'base64');
    const file = await fromDisk([path], ({ files }) => Promise.resolve(files[0]));
    // Chromium looks at a file with the first use of its size, and takes one that is gone by then for empty.
    expect(file?.size).toBe(bytes.length);
    await commands.removeFile(path);
    const transfer = new DataTransfer();
    if (file) transfer.items.add(file);
    await pasteInto(input().element(), transfer);
    await expect.poll(() => tiles('failed').length).toBe(1);
    expect(tiles('failed')[0]?.textContent).toMatch(/could not be read/);
    expect(notice()).toBe('');
    page
      .getByRole('button', { name: /Try again/ })
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.poll(() => tiles('failed').length).toBe(1);
  });
});

describe('an image of the page’s own memory', () => {
  test('is taken while the page keeps it, and told when it is gone', async () => {
    await openChat();
    const url = URL.createObjectURL(await loadFixture('quad.png'));
    drag('drop', document.body, htmlDrop(`<img src="${url}">`));
    await expect.poll(() => tiles('ready').length).toBe(1);
    URL.revokeObjectURL(url);
    drag('drop', document.body, htmlDrop(`<img src="${url}">`));
    await expect.poll(notice).toMatch(/where the page cannot reach it. Save the image/);
    await expect.poll(() => tiles().length).toBe(1);
  });
});

describe('an image that is painted in part and cannot be decoded', () => {
  test('is told on its tile, and the one beside it goes out', async () => {
    const { bodies } = await openChat();
    const bytes = new Uint8Array(await (await loadFixture('small_text.png')).arrayBuffer());
    bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 400);
    const transfer = await fixtureFiles('quad.png');
    transfer.items.add(new File([bytes], 'half-painted.png', { type: 'image/png' }));
    await pasteInto(input().element(), transfer);
    await expect.poll(() => tiles('failed').length).toBe(1);
    expect(tiles('failed')[0]?.textContent).toMatch(/half-painted.png/);
    await userEvent.click(input());
    await userEvent.keyboard('What is this?{Enter}');
    await expect.poll(answerCount).toBe(1);
    expect(bodies[0]?.match(/data:image\//g)).toHaveLength(1);
  });
});

describe('a name of 300 letters in Arabic with an override', () => {
  const name = `${'صورة '.repeat(60)}\u202egpj.txt`;

  test('is read as it is in a tile and in a refusal, and pushes nothing apart', async () => {
    await openChat();
    const transfer = new DataTransfer();
    transfer.items.add(new File([await loadFixture('quad.png')], name, { type: 'image/png' }));
    transfer.items.add(new File(['words'], name, { type: 'text/plain' }));
    drag('drop', document.body, transfer);
    await expect.poll(() => tiles('ready').length).toBe(1);
    await expect.poll(notice).toContain('gpj.txt');
    const shown = `${notice()} ${tiles()[0]?.getAttribute('aria-label')}`;
    expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(tiles()[0]?.getBoundingClientRect().width).toBe(104);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  });

  test('is read as it is in the lightbox, which stays inside of the window', async () => {
    await openChat();
    const transfer = new DataTransfer();
    transfer.items.add(new File([await loadFixture('quad.png')], name, { type: 'image/png' }));
    drag('drop', document.body, transfer);
    await expect.poll(() => tiles('ready').length).toBe(1);
    await userEvent.click(page.getByRole('listitem'), { position: { x: 50, y: 50 } });
    const lightbox = page.getByRole('dialog');
    await expect.element(lightbox).toBeVisible();
    const { textContent, scrollWidth } = lightbox.element();
    const shown = `${textContent} ${lightbox.element().getAttribute('aria-label')}`;
    expect(shown).toContain('صورة');
    expect(shown).toContain('gpj.txt');
    expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(scrollWidth).toBeLessThanOrEqual(window.innerWidth);
    await expect.element(page.getByRole('button', { name: 'Close' })).toBeInViewport();
  });
});

describe('letters twice as large', () => {
  test('leave the menu and its dialog inside of the window', async () => {
    document.documentElement.style.fontSize = '32px';
    await openChat();
    await userEvent.click(page.getByRole('button', { name: 'Add images' }));
    for (const role of ['menu', 'dialog'] as const) {
      await expect.element(page.getByRole(role)).toBeVisible();
      await expect
        .poll(() => page.getByRole(role).element().contains(document.activeElement))
        .toBe(true);
      const { left, right, top, bottom } = page.getByRole(role).element().getBoundingClientRect();
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(window.innerWidth);
      expect(bottom).toBeLessThanOrEqual(window.innerHeight);
      if (role === 'menu') {
        await userEvent.keyboard('{End}{Enter}');
      }
    }
  });
});
