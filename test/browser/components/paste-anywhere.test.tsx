import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ComposerInput, ComposerRoot } from '../../../src/components/parts/composer/index.js';
import { useImageQueue } from '../../../src/react/use-image-queue.js';
import { fixtureFiles, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = () => document.querySelectorAll('[data-ick-part=tray-item]').length;
const notice = () => document.querySelector('[data-ick-part=notice]')?.textContent ?? '';

function add(html: string): Element {
  const box = document.createElement('div');
  box.innerHTML = html;
  document.body.append(box);
  return box.firstElementChild ?? box;
}

function Small({ name }: { name: string }) {
  const queue = useImageQueue();
  const composer = {
    text: '',
    setText: () => undefined,
    queue,
    canSend: false,
    submit: async () => undefined,
    addRejections: () => undefined,
  };
  return (
    <ComposerRoot composer={composer} data-testid={name} data-images={queue.items.length}>
      <ComposerInput />
      <button type="button">Tools</button>
    </ComposerRoot>
  );
}

const imagesOfBoth = () =>
  ['one', 'other'].map((name) =>
    Number(document.querySelector<HTMLElement>(`[data-testid=${name}]`)?.dataset['images']),
  );

describe('a paste outside of the text', () => {
  test('goes to the only chat of the page, whose text then has the focus', async () => {
    await openChat();
    await pasteInto(document.body, await fixtureFiles('quad.png'));
    await expect.poll(tiles).toBe(1);
    await expect.element(input()).toHaveFocus();
    await pasteInto(
      page.getByRole('button', { name: 'Send' }).element(),
      await fixtureFiles('quad.gif'),
    );
    await expect.poll(tiles).toBe(2);
  });

  test('stays with what takes it: fields, editors, dialogs, and the page itself', async () => {
    await openChat();
    const boxes = [
      add('<input>'),
      add('<div contenteditable><b>x</b></div>'),
      add('<div role="dialog"><button>x</button></div>'),
      add('<button>x</button>'),
    ];
    boxes[3]?.addEventListener('paste', (event) => event.preventDefault());
    for (const box of boxes) {
      await pasteInto(box.querySelector('b, button') ?? box, await fixtureFiles('quad.png'));
    }
    const modal = add('<dialog><p>x</p></dialog>') as HTMLDialogElement;
    modal.showModal();
    await pasteInto(document.body, await fixtureFiles('quad.png'));
    modal.close();
    await pasteInto(document.body, await fixtureFiles('quad.gif'));
    await expect.poll(tiles).toBe(1);
    for (const box of [...boxes, modal]) box.parentElement?.remove();
  });

  test('on a control that takes no text goes to the chat', async () => {
    await openChat();
    const controls = [
      '<input type="checkbox">',
      '<input type="RANGE">',
      '<input value="https://site.example" readonly>',
      '<select></select>',
    ].map(add);
    for (const control of controls) await pasteInto(control, await fixtureFiles('quad.png'));
    await expect.poll(tiles).toBe(4);
    for (const control of controls) control.parentElement?.remove();
  });

  test('goes to nobody where the app says so, and text is left to the page', async () => {
    await openChat({ chat: { intake: { isPageWidePaste: false } } });
    const data = await fixtureFiles('quad.png');
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      cancelable: true,
      bubbles: true,
    });
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  test('of two composers goes to the one around the focus, or to none', async () => {
    await render(
      <>
        <Small name="one" />
        <Small name="other" />
      </>,
    );
    await pasteInto(document.body, await fixtureFiles('quad.png'));
    const tools = document.querySelector('[data-testid=other] button');
    if (tools) await pasteInto(tools, await fixtureFiles('quad.png'));
    await expect.poll(imagesOfBoth).toEqual([0, 1]);
  });
});

describe('an image beside text in the clipboard', () => {
  test('is offered after the text went in, and added by a press', async () => {
    await openChat();
    const data = await fixtureFiles('quad.png');
    data.setData('text/plain', 'Revenue\t4.2 M');
    await pasteInto(input().element(), data);
    await expect.poll(notice).toMatch(/The clipboard also held an image/);
    expect(tiles()).toBe(0);
    await userEvent.click(page.getByRole('button', { name: 'Add it' }));
    await expect.poll(tiles).toBe(1);
    await expect.poll(notice).toBe('');
  });

  test('is offered where a word processor embeds it in the HTML, its placeholders are not', async () => {
    await openChat();
    const canvas = new OffscreenCanvas(96, 96);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    const noise = context.createImageData(96, 96);
    // Pixels that no encoder makes small.
    noise.data.forEach((_, at) => (noise.data[at] = Math.imul(at + 1, 0x9e3779b1) >>> 24));
    context.putImageData(noise, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    const url = `data:image/png;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
    const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    expect(url.length).toBeGreaterThan(8192);
    const data = new DataTransfer();
    data.setData('text/plain', 'Revenue');
    data.setData('text/html', `<p>Revenue</p><img src="${dot}"><img src="${url}">`);
    await pasteInto(input().element(), data);
    await expect.poll(notice).toMatch(/The clipboard also held an image/);
    await userEvent.click(page.getByRole('button', { name: 'Add it' }));
    await expect.poll(tiles).toBe(1);
    await expect.poll(notice).toBe('');
  });

  test('is offered no longer once it was dismissed', async () => {
    await openChat();
    const data = await fixtureFiles('quad.png');
    data.setData('text/plain', 'words');
    await pasteInto(input().element(), data);
    await userEvent.click(page.getByRole('button', { name: 'Dismiss' }));
    await expect.poll(notice).toBe('');
    expect(tiles()).toBe(0);
  });
});
