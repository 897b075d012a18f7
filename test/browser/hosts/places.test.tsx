import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { loadFixture } from '../../helpers/load-fixture.js';
import { eventually } from '../../helpers/eventually.js';
import {
  addStyle,
  closeAll,
  conversation,
  drawChat,
  find,
  openPage,
  paste,
  settled,
  styles,
} from '../../hosts/hosted-chat.js';

afterEach(() => {
  closeAll();
  document.body.replaceChildren();
  document.querySelectorAll('style[data-of-place]').forEach((style) => style.remove());
});

interface Place {
  /** What the chat's own elements are found in. */
  root: Document | ShadowRoot;
  container: HTMLElement;
  width: number;
  height: number;
}

const sized = (
  parent: Document | HTMLElement | ShadowRoot,
  width: number,
  height: number,
): HTMLElement => {
  const page = parent.ownerDocument ?? parent;
  const element = page.createElement('div');
  element.style.cssText = `width: ${width}px; height: ${height}px`;
  ('body' in parent ? parent.body : parent).append(element);
  return element;
};

const onPage = (): void => {
  addStyle(document, styles).dataset['ofPlace'] = '';
};

const places: Record<string, () => Place> = {
  'a page': () => {
    onPage();
    return { root: document, container: sized(document, 700, 600), width: 700, height: 600 };
  },
  'a shadow root': () => {
    const root = sized(document, 700, 600).attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    return { root, container: sized(root, 700, 600), width: 700, height: 600 };
  },
  'a modal dialog': () => {
    onPage();
    const dialog = document.createElement('dialog');
    dialog.style.padding = '0';
    document.body.append(dialog);
    dialog.showModal();
    return { root: document, container: sized(dialog, 600, 500), width: 600, height: 500 };
  },
  'a frame': () => {
    const page = openPage(700, 600, '');
    addStyle(page, styles);
    return { root: page, container: sized(page, 700, 600), width: 700, height: 600 };
  },
  'a floating widget': () => {
    onPage();
    const container = sized(document, 360, 400);
    container.style.cssText +=
      '; position: fixed; right: 16px; bottom: 16px; transform: translateZ(0)';
    return { root: document, container, width: 360, height: 400 };
  },
};

const focusIn = (root: Document | ShadowRoot): Element | null => root.activeElement;

const key = (target: Element, name: string): void => {
  const view = (target.ownerDocument.defaultView ?? window) as typeof globalThis;
  target.dispatchEvent(
    new view.KeyboardEvent('keydown', {
      key: name,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
};

/** What is seen at the middle of an element, in its own document or shadow root. */
const isOnTop = (element: Element): boolean => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const seen = root.elementFromPoint(left + width / 2, top + height / 2);
  return seen !== null && (element === seen || element.contains(seen) || seen.contains(element));
};

describe.each(Object.entries(places))('in %s', (_, open) => {
  test('the styles are there, and nothing hangs over', async () => {
    const { root, container, width, height } = open();
    drawChat(container, { initialEntries: conversation(await loadFixture('photo.jpg')) });
    await paste(root, 'quad.png', 'photo.jpg');
    await find(root, '[data-ick-part=tray-item][data-status=ready]');
    await settled(root);
    const send = await find(root, '[data-ick-part=composer-send]');
    const view = container.ownerDocument.defaultView ?? window;
    await expect.poll(() => view.getComputedStyle(send).backgroundColor).toBe('rgb(58, 91, 217)');
    const card = send.closest<HTMLElement>('.ik\\:rounded-lg');
    expect(card && view.getComputedStyle(card).borderTopStyle).toBe('solid');

    const box = container.getBoundingClientRect();
    const chat = (await find(root, '[data-ick-part=image-chat]')).getBoundingClientRect();
    expect({ width: chat.width, height: chat.height }).toEqual({ width, height });
    const composer = (await find(root, '[data-ick-part=composer]')).getBoundingClientRect();
    expect(composer.bottom).toBeLessThanOrEqual(box.bottom);
    expect(composer.right).toBeLessThanOrEqual(box.right);
    const messages = await find(root, '[data-ick-part=messages]');
    // Two lines and more, also with a tray of images in the smallest place.
    expect(messages.clientHeight).toBeGreaterThanOrEqual(48);
    expect(messages.scrollWidth).toBe(messages.clientWidth);
    expect(container.scrollHeight).toBeLessThanOrEqual(height);
    expect(container.scrollWidth).toBeLessThanOrEqual(width);
  });

  test('the menu opens on top, is walked by keys, and gives the focus back', async () => {
    const { root, container } = open();
    drawChat(container);
    const button = await find(root, "[aria-haspopup='menu']");
    button.focus();
    button.click();
    const menu = await find(root, '[role=menu]');
    const items = [...menu.querySelectorAll('[role=menuitem]')];
    expect(items.length).toBeGreaterThan(1);
    await expect.poll(() => focusIn(root)).toBe(items[0]);
    await expect.poll(() => isOnTop(items[0] as Element)).toBe(true);
    key(items[0] as Element, 'ArrowDown');
    await expect.poll(() => focusIn(root)).toBe(items[1]);
    // A press inside of it is no press elsewhere.
    const view = (container.ownerDocument.defaultView ?? window) as typeof globalThis;
    const press = { bubbles: true, composed: true };
    items[1]?.dispatchEvent(new view.PointerEvent('pointerdown', press));
    expect(menu.isConnected).toBe(true);
    key(items[1] as Element, 'Escape');
    await expect.poll(() => root.querySelector('[role=menu]')).toBeNull();
    await expect.poll(() => focusIn(root)).toBe(button);

    button.click();
    await find(root, '[role=menu]');
    container.ownerDocument.body.dispatchEvent(new view.PointerEvent('pointerdown', press));
    await expect.poll(() => root.querySelector('[role=menu]')).toBeNull();
  });

  test.each([
    ['the lightbox', '[role=dialog][data-ick-part=lightbox]'],
    ['the editor', '[role=dialog][data-ick-part=markup]'],
  ])('%s covers the page, can be used, and gives the focus back', async (name, selector) => {
    const { root, container } = open();
    drawChat(container);
    await paste(root, 'photo.jpg');
    const tile = await find(root, '[data-ick-part=tray-item][data-status=ready]');
    const opener = name === 'the editor' ? await find(root, '[data-ick-part=tray-edit]') : tile;
    opener.focus();
    opener.click();
    const dialog = await find(root, selector);
    expect(dialog.matches(':modal')).toBe(true);
    const close = await find(dialog, 'button');
    await expect.poll(() => isOnTop(close)).toBe(true);
    const page = container.ownerDocument.documentElement;
    await eventually(() => {
      const { width, height } = dialog.getBoundingClientRect();
      expect([width, height]).toEqual([page.clientWidth, page.clientHeight]);
    });
    await expect.poll(() => dialog.contains(focusIn(root))).toBe(true);
    await settled(root);
    key(focusIn(root) as Element, 'Escape');
    await expect.poll(() => root.querySelector(selector)).toBeNull();
    await expect.poll(() => focusIn(root)).toBe(opener);
    expect(container.isConnected).toBe(true);
    expect(container.closest('dialog')?.open ?? true).toBe(true);
  });

  test('what is pasted is taken and announced, and what is asked is answered', async () => {
    const { root, container } = open();
    drawChat(container);
    await paste(root, 'quad.png');
    await find(root, '[data-ick-part=tray-item][data-status=ready]');
    const region = await find(root, '[data-ick-part=announcer]');
    await expect.poll(() => region.textContent).toMatch(/1 image/);
    const input = (await find(root, 'textarea')) as HTMLTextAreaElement;
    input.focus();
    if (container.ownerDocument === document) await userEvent.keyboard('What is it?');
    (await find(root, '[data-ick-part=composer-send]')).click();
    await find(root, '[data-ick-part=message][data-role=assistant] [data-ick-part=markdown]');
    await find(root, '[data-ick-part=message][data-role=user] img');
  });
});

test('in a modal dialog, Escape stops an answer and leaves the dialog open', async () => {
  onPage();
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  dialog.showModal();
  const container = sized(dialog, 600, 400);
  let isAborted = false;
  drawChat(container, {
    connection: {
      baseUrl: 'https://demo.example/v1',
      wire: (await import('../../../src/wire/openai-chat/index.js')).openaiChat,
      model: 'gpt-4o',
      maxRetries: 0,
      fetch: (input, init) =>
        new Promise((_, reject) => {
          new Request(input, init).signal.addEventListener('abort', () => {
            isAborted = true;
            reject(new DOMException('Stopped.', 'AbortError'));
          });
        }),
    },
  });
  const input = await find(document, 'textarea');
  input.focus();
  await userEvent.keyboard('Hello{Enter}');
  await find(document, '[data-ick-part=composer-stop]');
  input.focus();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => isAborted).toBe(true);
  expect(dialog.open).toBe(true);
});
