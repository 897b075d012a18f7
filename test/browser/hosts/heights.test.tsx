import { afterEach, describe, expect, test } from 'vitest';
import { KitRoot } from '../../../src/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';
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
import { eventually } from '../../helpers/eventually.js';

afterEach(closeAll);

const SIZES = [
  [1280, 720],
  [1440, 900],
  [390, 844],
  [360, 400],
] as const;

async function open(
  [width, height]: readonly [number, number],
  body: string,
  props: Parameters<typeof drawChat>[1] = {},
): Promise<{ page: Document; boxOf: (selector: string) => Promise<DOMRect> }> {
  const page = openPage(width, height, body);
  addStyle(page, styles);
  drawChat(await find(page, '#root'), props);
  await find(page, '[data-ick-part=image-chat]');
  await settled(page);
  const boxOf = async (selector: string) => (await find(page, selector)).getBoundingClientRect();
  return { page, boxOf };
}

const textPart = (text: string) => ({ type: 'text' as const, text });

const CARD = '[data-ick-part=composer] .ik\\:rounded-lg';
const HINT = '[data-ick-part=empty-chat] p:last-of-type';

describe.each(SIZES)('in a window of %i x %i', (...size) => {
  test.each([
    ['without a height around it', '<div id="root"></div>'],
    ['in a parent of that height', `<div id="root" style="height: ${size[1]}px"></div>`],
  ])('an empty chat %s is usable, in the middle, and nothing touches', async (_, body) => {
    const { page, boxOf } = await open(size, body);
    await eventually(async () => {
      const chat = await boxOf('[data-ick-part=image-chat]');
      const card = await boxOf(CARD);
      const empty = await boxOf('[data-ick-part=empty-chat]');
      expect(chat.height).toBeGreaterThanOrEqual(Math.min(400, size[1]));
      expect(chat.height).toBeLessThanOrEqual(size[1]);
      expect(card.bottom).toBeLessThanOrEqual(chat.bottom);
      expect(card.top - (await boxOf(HINT)).bottom).toBeGreaterThanOrEqual(8);
      const composer = await boxOf('[data-ick-part=composer]');
      const above = empty.top - chat.top;
      expect(above).toBeGreaterThanOrEqual(0);
      expect(Math.abs(above - (composer.top - empty.bottom))).toBeLessThan(2);
      expect(page.documentElement.scrollHeight).toBeLessThanOrEqual(size[1]);
      expect(page.documentElement.scrollWidth).toBeLessThanOrEqual(size[0]);
    });
  });
});

test.each([
  ['a block', '<div id="root" style="height: 400px"></div>', 400],
  [
    'a chain of percentages',
    '<div style="height: 420px"><div style="height: 100%"><div id="root" style="height: 100%"></div></div></div>',
    420,
  ],
  [
    'a column of a flex box',
    '<div style="display: flex; flex-direction: column; height: 450px"><b style="flex: none; height: 50px">Title</b><div id="root" style="flex: 1; min-height: 0"></div></div>',
    400,
  ],
  [
    'a row of a flex box',
    '<div style="display: flex; height: 410px"><div id="root" style="flex: 1; min-width: 0"></div></div>',
    410,
  ],
  [
    'a grid',
    '<div style="display: grid; grid-template-rows: 60px minmax(0, 1fr); height: 460px"><b>Title</b><div id="root"></div></div>',
    400,
  ],
  ['a box that is large', '<div id="root" style="height: 690px"></div>', 690],
])('the height of %s is taken', async (_, body, height) => {
  const initialEntries = conversation(await loadFixture('photo.jpg'));
  const { page, boxOf } = await open([800, 700], body, { initialEntries });
  await eventually(async () => {
    const chat = await boxOf('[data-ick-part=image-chat]');
    expect(chat.height).toBe(height);
    expect((await boxOf(CARD)).bottom).toBeLessThanOrEqual(chat.bottom);
    expect((await find(page, '[data-ick-part=messages]')).clientHeight).toBeGreaterThan(100);
  });
});

test('as a child of a flex box itself, beside a title, the chat takes what is left', async () => {
  const body = '<div id="root" style="display: flex; flex-direction: column; height: 450px"></div>';
  const page = openPage(800, 700, body);
  addStyle(page, styles);
  const root = await find(page, '#root');
  drawChat(root, {});
  const chat = await find(page, '[data-ick-part=image-chat]');
  const title = page.createElement('b');
  title.style.cssText = 'flex: none; height: 50px';
  root.prepend(title);
  await expect.poll(() => chat.getBoundingClientRect().height).toBe(400);
});

test('inside a root of the app, beside other parts, the chat takes its height and fills it', async () => {
  const page = openPage(800, 700, '<div id="root" style="height: 450px"></div>');
  addStyle(page, styles);
  drawChat(await find(page, '#root'), {}, (chat) => (
    <KitRoot style={{ display: 'grid', height: '100%' }}>{chat}</KitRoot>
  ));
  await eventually(async () => {
    const chat = (await find(page, '[data-ick-part=image-chat]')).getBoundingClientRect();
    const composer = (await find(page, '[data-ick-part=composer]')).getBoundingClientRect();
    expect(chat.height).toBe(450);
    expect(chat.bottom - composer.bottom).toBeLessThan(60);
    const empty = (await find(page, '[data-ick-part=empty-chat]')).getBoundingClientRect();
    expect(empty.top).toBeGreaterThan(60);
  });
});

test('without a height around it, a long conversation scrolls inside of the chat', async () => {
  const initialEntries = conversation(await loadFixture('photo.jpg'));
  const { page, boxOf } = await open([800, 700], '<div id="root"></div>', { initialEntries });
  await eventually(async () => {
    expect((await boxOf('[data-ick-part=image-chat]')).height).toBe(512);
    const messages = await find(page, '[data-ick-part=messages]');
    expect(messages.scrollHeight).toBeGreaterThan(messages.clientHeight);
  });
});

test.each([
  ['no', []],
  ['two', ['quad.png', 'photo.jpg']],
  ['a refused file and two', ['quad.png', 'photo.jpg', 'document.pdf']],
])('in a small place with %s images, what invites is whole', async (_, files) => {
  const { page, boxOf } = await open([360, 400], '<div id="root" style="height: 400px"></div>');
  if (files.length > 0) {
    await paste(page, ...files);
    await find(page, '[data-ick-part=tray-item][data-status=ready]');
    await settled(page);
  }
  await eventually(async () => {
    const box = (await find(page, '[data-ick-part=empty-chat]')).parentElement as HTMLElement;
    expect(box.scrollHeight).toBeLessThanOrEqual(box.clientHeight);
    const card = await boxOf(CARD);
    for (const part of box.querySelectorAll('p')) {
      expect(part.getBoundingClientRect().bottom).toBeLessThanOrEqual(card.top);
    }
  });
});

test('the line about dropping is left out of a narrow chat in a wide window', async () => {
  const { page } = await open([1280, 720], '<div id="root" style="width: 360px"></div>');
  const hint = await find(page, '[data-ick-part=dropzone-hint]');
  await expect.poll(() => hint.offsetHeight).toBe(16);
});

test.each([
  ['a box that is as wide as its content', 'display: flex', '', 760],
  ['a box in the middle of a grid', 'display: grid; place-items: center', '', 760],
  ['a box that floats', '', 'float: left', 760],
  ['a narrow one', 'display: flex; width: 300px', '', 300],
])('%s is as wide before an answer as after it', async (_, outer, inner, width) => {
  const body = `<div style="${outer}"><div id="root" style="${inner}"></div></div>`;
  const widthWith = async (text?: string): Promise<() => Promise<number>> => {
    const message = text && { id: 'a', role: 'assistant' as const, parts: [textPart(text)] };
    const { boxOf } = await open([1280, 720], body, {
      ...(message && { initialEntries: [{ message }] }),
    });
    return async () => (await boxOf('[data-ick-part=image-chat]')).width;
  };
  const empty = await widthWith();
  expect(Math.abs((await empty()) - width)).toBeLessThan(30);
  const full = await widthWith('A long answer. '.repeat(50));
  await eventually(async () => expect(await full()).toBe(await empty()));
});

test('the app says how high a chat without a height around it is', async () => {
  const style = { '--ick-min-height': '20rem' } as React.CSSProperties;
  const { boxOf } = await open([800, 700], '<div id="root"></div>', { style });
  await eventually(async () =>
    expect((await boxOf('[data-ick-part=image-chat]')).height).toBe(320),
  );
});
