import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fixtureFiles, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const readyTiles = () =>
  Array.from(
    document.querySelectorAll<HTMLElement>('[data-ick-part=tray-item][data-status=ready]'),
  );
const list = () => page.getByRole('listbox', { name: 'Images to mention' });
const said = () => document.querySelector('[data-ick-part=announcer]')?.textContent ?? '';

async function withImages(...names: readonly string[]) {
  const chat = await openChat();
  await pasteInto(input().element(), await fixtureFiles(...names));
  await expect.poll(() => readyTiles().length).toBe(names.length);
  await userEvent.click(input());
  return chat;
}

describe('an @', () => {
  test('offers the images, and a key takes one into the text', async () => {
    await withImages('photo.jpg', 'quad.png');
    await userEvent.keyboard('Is @');
    await expect.element(list()).toBeVisible();
    await expect.poll(() => list().getByRole('option').elements()).toHaveLength(2);
    await expect.poll(said).toContain('2 images to mention');
    await userEvent.keyboard('{ArrowDown}');
    const chosen = list().getByRole('option', { selected: true });
    await expect.element(chosen).toHaveTextContent('Image 2quad.png');
    expect(input().element().getAttribute('aria-activedescendant')).toBe(chosen.element().id);
    await userEvent.keyboard('{Enter}');
    await expect.element(input()).toHaveValue('Is @image2 ');
    await expect.element(list()).not.toBeInTheDocument();
    await userEvent.keyboard('sharp?');
    await expect.element(input()).toHaveValue('Is @image2 sharp?');
  });

  test('is narrowed down by what follows it, closed by Escape, and nothing in an address', async () => {
    await withImages('photo.jpg', 'quad.png');
    await userEvent.keyboard('@qu');
    await expect.poll(() => list().getByRole('option').elements().length).toBe(1);
    await userEvent.keyboard('{Escape}');
    await expect.element(list()).not.toBeInTheDocument();
    await expect.element(input()).toHaveValue('@qu');
    await userEvent.fill(input(), '');
    await userEvent.keyboard('me@q');
    await expect.element(input()).toHaveValue('me@q');
    await expect.element(list()).not.toBeInTheDocument();
  });
});

describe('a mention', () => {
  test('that stands in the text is offered again once it is changed, not where the caret comes to it', async () => {
    await withImages('photo.jpg', 'quad.png');
    await userEvent.keyboard('@image2');
    await expect.element(list()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(input());
    await expect.element(list()).not.toBeInTheDocument();
    await userEvent.keyboard('{Backspace}');
    await expect.element(list()).toBeVisible();
  });

  test('follows its image through a move, a removal and its undo', async () => {
    await withImages('photo.jpg', 'quad.png');
    await userEvent.fill(input(), 'Is @image1 like @image2?');
    readyTiles()[0]?.focus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await expect.element(input()).toHaveValue('Is @image2 like @image1?');
    await userEvent.click(page.getByRole('button', { name: 'Remove image 1' }));
    await expect.element(input()).toHaveValue('Is @image1 like @image??');
    await userEvent.click(page.getByRole('button', { name: /^Undo/ }));
    await expect.element(input()).toHaveValue('Is @image2 like @image1?');
  });

  test('is sent as the label that stands before its image', async () => {
    const { bodies } = await withImages('photo.jpg', 'quad.png');
    await userEvent.fill(input(), 'Is @image2 sharp?');
    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    await expect.poll(() => bodies.length).toBe(1);
    const { messages } = JSON.parse(bodies[0] ?? '') as { messages: { content: object[] }[] };
    const texts = messages.at(-1)?.content.flatMap((part) => ('text' in part ? [part.text] : []));
    expect(texts).toEqual(['Image 1:', 'Image 2:', 'Is Image 2 sharp?']);
    await expect.element(page.getByText('Is Image 2 sharp?')).toBeVisible();
  });

  test('opens its image from the conversation, and shows it before that', async () => {
    await withImages('photo.jpg', 'quad.png');
    await userEvent.fill(input(), 'Is @image2 sharper than me@image1.example or @image3?');
    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    const mention = page
      .getByRole('article', { name: 'You' })
      .getByRole('button', { name: 'Image 2', exact: true });
    await expect.element(mention).toBeVisible();
    const question = mention.element().closest('[data-ick-part=message-text]');
    expect(question?.textContent).toBe('Is Image 2 sharper than me@image1.example or @image3?');
    await userEvent.hover(mention);
    await expect
      .poll(() => mention.element().querySelector('img')?.naturalWidth)
      .toBeGreaterThan(0);
    await userEvent.unhover(mention);
    await expect.poll(() => mention.element().querySelector('img')).toBeNull();
    await userEvent.click(mention);
    await expect.element(page.getByRole('dialog', { name: 'quad.png' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(mention.element());
  });

  test('is still what was typed when the question is edited', async () => {
    await withImages('photo.jpg');
    await userEvent.fill(input(), 'Is @image1 sharp?');
    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    await expect.element(page.getByText('Is Image 1 sharp?')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Edit' }).first());
    await expect.element(page.getByText('Is @image1 sharp?')).toBeVisible();
  });
});

test('what the person says of an image is sent with it', async () => {
  const { bodies } = await withImages('photo.jpg');
  readyTiles()[0]?.focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('button', { name: 'Description' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Description' }), 'A harbour at night');
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.fill(input(), 'Where is it?');
  await userEvent.click(page.getByRole('button', { name: 'Send' }));
  await expect.poll(() => bodies.length).toBe(1);
  expect(bodies[0]).toContain('Image 1: A harbour at night');
  await expect.element(page.getByRole('img', { name: 'A harbour at night' })).toBeVisible();
});
