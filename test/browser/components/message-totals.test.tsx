import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findRules } from '../../../src/models/find-rules.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { fixtureFiles, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const tiles = () => document.querySelectorAll('[data-ick-part=tray-item]');
const readyTiles = () => document.querySelectorAll('[data-ick-part=tray-item][data-status=ready]');
const line = () => document.querySelector<HTMLElement>('[data-ick-part=message-totals]');
const panel = () => page.getByRole('region', { name: 'This message' });
const detailOf = (tile: Element) => tile.querySelector('[data-ick-part=tray-detail]')?.textContent;
const said = () => document.querySelector('[data-ick-part=announcer]')?.textContent ?? '';

async function pasteImages(...names: readonly string[]): Promise<void> {
  const before = readyTiles().length;
  await pasteInto(input().element(), await fixtureFiles(...names));
  await expect.poll(() => readyTiles().length).toBe(before + names.length);
}

async function openPanel(): Promise<void> {
  await expect.poll(line).not.toBeNull();
  await userEvent.click(page.elementLocator(line() as HTMLElement));
  await expect.element(panel()).toBeVisible();
}

const connectionWith = (facts: object) => ({
  baseUrl: 'https://demo.example/v1',
  wire: openaiChat,
  model: 'gpt-4o',
  ...facts,
});

describe('the totals of a message', () => {
  test('stand in one line, and in full in a panel', async () => {
    await openChat({ chat: { showUsage: true } });
    await pasteImages('photo.jpg', 'quad.png');
    await expect.poll(() => line()?.textContent).toMatch(/^2 images · [\d,]+ tokens · [\d.]+ k?B/);
    await openPanel();
    await expect
      .poll(() => panel().element().textContent)
      .toMatch(
        /^This messageImages[\d.]+ kB → [\d.]+ kB, \d+ % savedRequestAll of the chat, with images as text[\d.]+ kBImages in this chat2Estimated tokens[\d,]+/,
      );
    await userEvent.keyboard('{Escape}');
    await expect.element(panel()).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(line());
  });

  test('are visible only with showUsage, and always part of the name', async () => {
    await openChat();
    await pasteImages('photo.jpg', 'quad.png');
    const shown = () => line()?.querySelector('span[aria-hidden]')?.textContent;
    await expect.poll(shown).toBe('2 images');
    expect(line()?.querySelector('[data-ick-part=composer-summary]')?.clientWidth).toBe(1);
    await expect
      .element(page.getByRole('button', { name: /^2 images · [\d,]+ tokens · / }))
      .toBeVisible();
  });

  test('say the price where the connection knows it', async () => {
    const price = { inputPerMillion: 2.5, outputPerMillion: 10 };
    await openChat({ chat: { connection: connectionWith({ price }) } });
    await pasteImages('photo.jpg');
    await openPanel();
    await expect
      .poll(() => panel().element().textContent)
      .toMatch(/Estimated cost \(input\)\$0\.0019/);
  });

  test('warn near a limit', async () => {
    const rules = { ...findRules('gpt-4o'), limits: { maxImages: 2 } };
    await openChat({ chat: { connection: connectionWith({ rules }) } });
    await pasteImages('photo.jpg');
    await expect.poll(line).not.toBeNull();
    expect(line()?.dataset['nearLimit']).toBeUndefined();
    await pasteImages('quad.png');
    await expect.poll(() => line()?.dataset['nearLimit']).toBe('');
    await expect.poll(() => line()?.textContent).toContain('Close to the model limit');
    await openPanel();
    await expect.poll(() => panel().element().textContent).toContain('Images in this chat2 of 2');
    const bar = panel().element().querySelector<HTMLElement>('[data-ick-part=total-bar]');
    expect(bar?.dataset['nearLimit']).toBe('');
    expect(bar?.firstElementChild?.clientWidth).toBe(bar?.clientWidth);
  });
});

describe('what holds for all images', () => {
  test('is their detail, each choice with what all of them cost then', async () => {
    await openChat();
    await pasteImages('photo.jpg', 'photo.jpg');
    await openPanel();
    await userEvent.click(panel().getByRole('button', { name: /^Detail for all: Auto \(high\)/ }));
    await userEvent.click(panel().getByRole('menuitemradio', { name: /^Low.*170 tokens$/ }));
    await expect
      .element(panel().getByRole('button', { name: /^Detail for all: Low/ }))
      .toHaveFocus();
    await expect.poll(() => line()?.textContent).toMatch(/^2 images · 170 tokens/);
    await expect
      .poll(() => Array.from(tiles(), detailOf))
      .toEqual(['Detail of image 1: Low · 85', 'Detail of image 2: Low · 85']);
  });

  test('is their removal, which is said and can be taken back in order', async () => {
    await openChat();
    await pasteImages('photo.jpg', 'quad.png');
    await openPanel();
    await userEvent.click(panel().getByRole('button', { name: 'Remove all' }));
    await expect.poll(() => tiles().length).toBe(0);
    await expect.poll(said).toContain('2 images removed');
    await expect.element(input()).toHaveFocus();

    await userEvent.click(page.getByRole('button', { name: /^Undo/ }));
    await expect.poll(() => readyTiles().length).toBe(2);
    const names = Array.from(tiles(), (tile) => tile.getAttribute('aria-label')?.split(', ')[1]);
    expect(names).toEqual(['photo.jpg', 'quad.png']);
  });
});

test('a tile offers each detail at its price for this image', async () => {
  await openChat();
  await pasteImages('photo.jpg');
  const button = page.getByRole('button', { name: 'Detail of image 1: Auto · 765' });
  await userEvent.click(button);
  const choices = page.getByRole('menuitemradio');
  await expect
    .poll(() => choices.elements().map((choice) => choice.textContent))
    .toEqual([
      expect.stringMatching(/^Low\d+ × \d+ · 85 tokens$/),
      expect.stringMatching(/^Auto \(high\)\d+ × \d+ · 765 tokens$/),
    ]);
  // The one in use has the focus; Escape gives it back.
  await expect.element(choices.nth(1)).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(choices.nth(1)).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(choices.nth(1)).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  const changed = page.getByRole('button', { name: 'Detail of image 1: Low · 85' });
  await expect.element(changed).toHaveFocus();
});
