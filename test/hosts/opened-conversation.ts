import { expect } from 'vitest';
import { loadFixture } from '../helpers/load-fixture.js';
import {
  addStyle,
  conversation,
  drawChat,
  find,
  openPage,
  paste,
  settled,
  styles,
} from './hosted-chat.js';
import { differences, looksOf } from './looks.js';

export interface OpenedConversation {
  page: Document;
  /** The kit's stylesheet. */
  own: HTMLStyleElement;
}

interface ConversationOptions {
  css?: string;
  theme?: 'light' | 'dark';
  width?: number;
}

/** A conversation with images in its composer, one of them refused, in a page whose own rules are added later. */
export async function openConversation({
  css = styles,
  theme = 'light',
  width = 760,
}: ConversationOptions = {}): Promise<OpenedConversation> {
  // Around the chat, nothing is to be inherited and no size to change: those are the page's to choose.
  const chat = `<div id="chat" style="all: initial; display: block; width: ${width}px; height: 700px"></div>`;
  const page = openPage(width + 40, 800, `<div class="page" id="root">${chat}</div>`);
  const own = addStyle(page, css);
  drawChat(await find(page, '#chat'), {
    theme,
    initialEntries: conversation(await loadFixture('photo.jpg')),
  });
  await paste(page, 'quad.png', 'photo.jpg', 'document.pdf');
  await find(page, '[data-ick-part=tray-item][data-status=ready]');
  await find(page, '[data-ick-part=markdown] table');
  await settled(page);
  return { page, own };
}

/** What changes when the stylesheet of a page stands after the kit's, and before it, in the looks of the kit's elements. */
export function changesOn(
  { page, own }: OpenedConversation,
  hosts: Readonly<Record<string, string>>,
  {
    orders = ['after', 'before'],
    seen,
  }: { orders?: readonly ('before' | 'after')[]; seen?: RegExp } = {},
): string[] {
  const ours = () => page.querySelectorAll('[data-ick], [data-ick] *');
  const bare = looksOf(page, ours());
  expect(bare.length).toBeGreaterThan(200);
  return Object.entries(hosts).flatMap(([name, css]) => {
    const host = addStyle(page, css);
    const changes = orders.flatMap((order) => {
      own[order](host);
      return differences(bare, looksOf(page, ours()), seen).map(
        (change) => `${name}, ${order}: ${change}`,
      );
    });
    host.remove();
    return changes;
  });
}
