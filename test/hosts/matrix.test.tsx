import { afterEach, expect, test } from 'vitest';
import { elementKinds } from './element-kinds.js';
import { hostPages } from './host-pages.js';
import { addStyle, closeAll, find, openPage, settled, styles } from './hosted-chat.js';
import { differences, looksOf } from './looks.js';
import { changesOn, openConversation } from './opened-conversation.js';

afterEach(closeAll);

test.each([
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 760 },
  { theme: 'light', width: 1240 },
] as const)('a conversation looks the same on every page: $theme, $width px', async (options) => {
  expect(changesOn(await openConversation(options), hostPages)).toEqual([]);
});

test.each([
  ['the menu', "[aria-haspopup='menu']", '[role=menu]'],
  [
    'the panel of sizes and prices',
    '[data-ick-part=message-totals]',
    '[data-ick-part=message-totals][aria-expanded=true]',
  ],
  ['the lightbox', '[data-ick-part=tray-item]', '[data-ick-part=lightbox] img'],
  ['the editor', '[data-ick-part=tray-edit]', '[data-ick-part=markup] canvas'],
  [
    'the box of a question',
    "button[aria-label='Edit']",
    '[data-ick-part=messages] [data-ick-part=composer-input]',
  ],
])('%s looks the same on every page', async (_, button, opened) => {
  const conversation = await openConversation();
  (await find(conversation.page, button)).click();
  await find(conversation.page, opened);
  await settled(conversation.page);
  expect(changesOn(conversation, hostPages)).toEqual([]);
});

test.each(Object.entries(hostPages))('%s looks the same with the kit', (_, css) => {
  const page = openPage(1000, 800, elementKinds);
  const all = () => page.querySelectorAll('html, body, body *');
  const host = addStyle(page, css);
  const bare = looksOf(page, all());
  expect(bare.length).toBeGreaterThan(55);
  const own = addStyle(page, styles);
  expect(differences(bare, looksOf(page, all()))).toEqual([]);
  host.before(own);
  expect(differences(bare, looksOf(page, all()))).toEqual([]);
});
