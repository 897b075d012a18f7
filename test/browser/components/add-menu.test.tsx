import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { loadFixture } from '../../helpers/load-fixture.js';
import { setPermission } from '../../helpers/permission.js';
import { openChat } from './chat-page.js';

const button = () => page.getByRole('button', { name: 'Add images' });
const menu = () => page.getByRole('menu');
const item = (name: string) => page.getByRole('menuitem', { name });
const tileNames = () =>
  Array.from(
    document.querySelectorAll('[data-ick-part=tray-item]'),
    (tile) => tile.getAttribute('aria-label')?.split(', ')[1],
  );
const notice = () => document.querySelector('[data-ick-part=notice]')?.textContent ?? '';
const imageUrl = (name: string) => new URL(`../../fixtures/images/${name}`, import.meta.url).href;

async function openMenu(): Promise<void> {
  await userEvent.click(button());
  await expect.element(menu()).toBeVisible();
}

/** Calls with whether it is for a folder, in place of the dialog. */
function dialogsOpened(container: HTMLElement) {
  const opened = vi.fn<(isFolder: boolean) => void>();
  container.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    opened(event.target.webkitdirectory);
  });
  return opened;
}

const germanName = ({ number }: { number: number }): string => `Bildschirmfoto ${number}`;

describe('the menu that adds images', () => {
  test('opens, walks and closes by keyboard, and gives the focus back', async () => {
    await openChat();
    (button().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(item('Upload images')).toHaveFocus();
    await expect.element(button()).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(item('Upload a folder')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(item('Add from URL')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(item('Upload images')).toHaveFocus();
    await userEvent.keyboard('t');
    await expect.element(item('Take a photo')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.element(button()).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(item('Upload images')).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(menu()).not.toBeInTheDocument();
  });

  test('stands inside of the window, and closes at a press beside it', async () => {
    await openChat();
    await openMenu();
    const { left, right, top, bottom } = menu().element().getBoundingClientRect();
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(window.innerWidth);
    expect(bottom).toBeLessThanOrEqual(window.innerHeight);
    await userEvent.click(page.getByText('Ask about your images'));
    await expect.element(menu()).not.toBeInTheDocument();
  });

  test('is the only way in beside the text, and opens the file dialog with Enter, Enter', async () => {
    const { container } = await openChat();
    const opened = dialogsOpened(container);
    await expect
      .poll(() => page.getByRole('button', { name: /^(add|upload)/i }).all().length)
      .toBe(1);
    (button().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(item('Upload images')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => opened.mock.calls).toEqual([[false]]);
    await expect.element(menu()).not.toBeInTheDocument();
    await expect.element(button()).toHaveFocus();
  });

  test('has an input that takes files before the menu was opened', async () => {
    await openChat();
    await userEvent.upload(page.getByLabelText('Upload images'), await loadFixture('quad.png'));
    await expect.poll(tileNames).toEqual(['quad.png']);
  });

  test('gives the focus to the text once files were picked by keyboard', async () => {
    await openChat();
    (button().element() as HTMLElement).focus();
    await userEvent.upload(page.getByLabelText('Upload images'), await loadFixture('quad.png'));
    await expect.poll(tileNames).toEqual(['quad.png']);
    await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveFocus();
  });

  test('opens the dialog for files and the one for a folder', async () => {
    const { container } = await openChat();
    const opened = dialogsOpened(container);
    await openMenu();
    await userEvent.click(item('Upload images'));
    await openMenu();
    await userEvent.click(item('Upload a folder'));
    await expect.poll(() => opened.mock.calls).toEqual([[false], [true]]);
  });

  test('brings a photo of the camera', async () => {
    await openChat();
    await openMenu();
    await userEvent.click(item('Take a photo'));
    const dialog = page.getByRole('dialog', { name: 'Take a photo' });
    await expect.element(dialog.getByRole('button', { name: 'Take photo' })).toHaveFocus();
    await expect
      .element(dialog.getByRole('button', { name: 'Take photo' }))
      .toHaveAttribute('aria-disabled', 'false');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog.getByRole('img', { name: 'The photo you took' })).toBeVisible();
    await expect.element(dialog.getByRole('button', { name: 'Use photo' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveFocus();
    await expect.poll(tileNames).toEqual([expect.stringMatching(/^Camera \d+\.jpg$/)]);
  });

  test('brings a frame of the screen and an image of the clipboard', async () => {
    await openChat();
    await openMenu();
    await userEvent.click(item('Take a screenshot'));
    await expect.poll(tileNames).toEqual([expect.stringMatching(/^Screenshot \d+\.png$/)]);
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': await loadFixture('quad.png') }),
    ]);
    await openMenu();
    await userEvent.click(item('Paste from clipboard'));
    await expect.poll(() => tileNames()[1]).toMatch(/^Pasted image \d+\.png$/);
  });

  test('says what to do where the clipboard may not be read', async () => {
    await openChat();
    await setPermission('clipboard-read', 'denied');
    try {
      await openMenu();
      await userEvent.click(item('Paste from clipboard'));
      await expect.poll(notice).toContain('paste into the text with Ctrl+V');
      expect(notice()).not.toMatch(/^:/);
    } finally {
      await setPermission('clipboard-read', 'granted');
    }
  });

  test('brings an image by its address, and keeps an address that leads to none', async () => {
    const { bodies } = await openChat();
    await openMenu();
    await userEvent.click(item('Add from URL'));
    const field = page.getByRole('textbox', { name: 'URL of an image' });
    await expect.element(field).toHaveFocus();
    await userEvent.fill(field, imageUrl('document.pdf'));
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveAccessibleDescription(/PDF/);
    await expect.element(field).toHaveValue(imageUrl('document.pdf'));
    await userEvent.fill(field, imageUrl('quad.png'));
    await userEvent.click(page.getByRole('button', { name: 'Add', exact: true }));
    await expect.element(field).not.toBeInTheDocument();
    await expect.poll(tileNames).toEqual(['quad.png']);
    await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveFocus();
    expect(bodies).toEqual([]);
  });

  test('gives its images the names of the language', async () => {
    const adding = { screen: 'Bildschirm aufnehmen' };
    await openChat({ chat: { words: { addImages: 'Mehr', imageName: germanName, adding } } });
    await userEvent.click(page.getByRole('button', { name: 'Mehr' }));
    await userEvent.click(item('Bildschirm aufnehmen'));
    await expect.poll(tileNames).toEqual([expect.stringMatching(/^Bildschirmfoto \d+$/)]);
  });

  test('of a chat that takes no images stays closed', async () => {
    await openChat({ chat: { intake: { isDisabled: true } } });
    await expect.element(button()).toBeDisabled();
  });
});
