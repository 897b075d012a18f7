import { afterEach, describe, expect, test } from 'vitest';
import layered from '../../../src/components/styles-layered.css?inline';
import { elementKinds } from '../../hosts/element-kinds.js';
import { hostPages } from '../../hosts/host-pages.js';
import { addStyle, closeAll, drawChat, find, openPage, styles } from '../../hosts/hosted-chat.js';
import { differences, looksOf } from '../../hosts/looks.js';
import { changesOn, openConversation } from '../../hosts/opened-conversation.js';

afterEach(closeAll);

/** Tailwind also sets what nobody sees, such as the style of borders without a width. */
const SEEN =
  /^(?:list-style|width$|height$|display$|padding|margin|background|border-.*-width$|opacity|fill$|stroke)/;

const pick = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, hostPages[name] ?? '']));

const namesIn = (css: string, pattern: RegExp): string[] => [
  ...new Set([...css.matchAll(pattern)].map((match) => match[1] ?? '')),
];

describe('styles.css', () => {
  test('looks the same on pages whose rules name elements', async () => {
    const hosts = pick(
      'rules for elements',
      'Tailwind 3',
      'the Vite template',
      'a layer that unsets all',
    );
    expect(changesOn(await openConversation(), hosts, { orders: ['after'] })).toEqual([]);
  });

  test.each(Object.entries(pick('Tailwind 4', 'rules for elements')))(
    'changes nothing of the page: %s',
    (_, css) => {
      const page = openPage(1000, 800, elementKinds);
      const all = () => page.querySelectorAll('html, body, body *');
      const host = addStyle(page, css);
      const bare = looksOf(page, all());
      const own = addStyle(page, styles);
      expect(differences(bare, looksOf(page, all()))).toEqual([]);
      host.before(own);
      expect(differences(bare, looksOf(page, all()))).toEqual([]);
    },
  );

  test("leaves an app's own elements inside of the chat to the app", async () => {
    const page = openPage(800, 700);
    addStyle(page, hostPages['Tailwind 4'] ?? '');
    addStyle(page, '.btn { padding: 9px 20px; border: 2px solid red; background: green }');
    addStyle(page, styles);
    drawChat(await find(page, '#root'), {
      header: <header className="bg-red-500 flex p-4 text-lg">Support</header>,
      tools: (
        <button type="button" className="btn rounded-full">
          Voice
        </button>
      ),
      empty: <ul className="p-4 shadow-lg">An example</ul>,
    });
    const view = page.defaultView ?? window;
    const lookOf = async (selector: string) => view.getComputedStyle(await find(page, selector));
    expect(await lookOf('header')).toMatchObject({
      display: 'flex',
      padding: '16px',
      fontSize: '18px',
    });
    expect(await lookOf('.btn')).toMatchObject({ padding: '9px 20px', borderTopStyle: 'solid' });
    expect((await lookOf('.btn')).borderRadius).not.toBe('0px');
    expect((await lookOf('ul.p-4')).padding).toBe('16px');
  });

  test('takes the size that a class of the app gives the chat, and its variables', async () => {
    const page = openPage(800, 700);
    addStyle(
      page,
      '.mine { height: 300px; width: 400px; margin: 7px; --ick-accent: rgb(1, 2, 3) }',
    );
    addStyle(page, styles);
    drawChat(await find(page, '#root'), { className: 'mine' });
    const chat = await find(page, '.mine');
    const { width, height } = chat.getBoundingClientRect();
    expect([width, height]).toEqual([400, 300]);
    const send = await find(page, '[data-ick-part=composer-send]');
    await expect
      .poll(() => page.defaultView?.getComputedStyle(send).backgroundColor)
      .toBe('rgb(1, 2, 3)');
  });

  test('has no name that a page could have, too', () => {
    for (const css of [styles, layered]) {
      const own = /^(?:--ick-|image-chat-kit\.|ick-)/;
      const layers = namesIn(css, /@layer\s+([^{;]+)[{;]/g).flatMap(
        (one) => one.split(/,\s*/) ?? [],
      );
      const variables = namesIn(css, /[{;\s](--[\w-]+)\s*:/g);
      const registered = namesIn(css, /@property\s+([\w-]+)/g);
      const animations = namesIn(css, /@keyframes\s+([\w-]+)/g);
      const all = [...layers, ...variables, ...registered, ...animations];
      expect(all.filter((name) => !own.test(name.trim()))).toEqual([]);
      expect(variables.length).toBeGreaterThan(20);
    }
  });

  test('keeps the licence of what is compiled into it', () => {
    expect(styles).toMatch(/^\/\*! tailwindcss v\S+ \| MIT License/);
    expect(layered).toMatch(/^\/\*! tailwindcss v\S+ \| MIT License/);
  });
});

describe('styles-layered.css', () => {
  test('looks the same in Tailwind 4, between its base and its utilities', async () => {
    const order = '@layer theme, base, image-chat-kit, components, utilities;';
    const opened = await openConversation({ css: order + layered });
    expect(changesOn(opened, pick('Tailwind 4'), { seen: SEEN })).toEqual([]);
  });

  test("leaves the order of a page's own layers alone", async () => {
    const page = openPage(400, 300, '<button class="btn">Theirs</button>');
    addStyle(page, layered);
    addStyle(
      page,
      `@layer reset, components; @layer reset { button { all: unset } }
       @layer components { .btn { background: rgb(0, 128, 0); padding: 8px 20px } }`,
    );
    const button = await find(page, '.btn');
    const look = page.defaultView?.getComputedStyle(button);
    expect(look).toMatchObject({ backgroundColor: 'rgb(0, 128, 0)', padding: '8px 20px' });
  });

  test("gives way to an app's own classes, layered or not", async () => {
    const page = openPage(800, 700);
    addStyle(page, `@layer theme, base, image-chat-kit, components, utilities;${layered}`);
    addStyle(page, hostPages['Tailwind 4'] ?? '');
    addStyle(page, '[data-ick-part=composer-send] { border-radius: 3px }');
    drawChat(await find(page, '#root'), { className: 'p-4' });
    const chat = await find(page, '[data-ick-part=image-chat]');
    expect(page.defaultView?.getComputedStyle(chat).padding).toBe('16px');
    const send = await find(page, '[data-ick-part=composer-send]');
    expect(page.defaultView?.getComputedStyle(send).borderRadius).toBe('3px');
  });
});

test('no list of the kit is indented, on a bare page too', async () => {
  const { page } = await openConversation();
  const tray = await find(page, '[data-ick-part=tray]');
  // Its own room on both sides, and none of a list.
  expect(page.defaultView?.getComputedStyle(tray).paddingInlineStart).toBe('16px');
});
