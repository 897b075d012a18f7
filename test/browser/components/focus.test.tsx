import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drag, fixtureFiles, openChat } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });

const leave = () => (document.activeElement as HTMLElement | null)?.blur();

test('the text has the focus once the chat is there, if the app wants that', async () => {
  leave();
  await openChat({ chat: { isFocused: true } });
  await expect.element(input()).toHaveFocus();
});

test('the text does not take the focus from the page on its own', async () => {
  leave();
  await openChat();
  await expect.element(input()).toBeVisible();
  expect(document.activeElement).toBe(document.body);
});

test('what is written after a drop goes into the text', async () => {
  await openChat();
  leave();
  const transfer = await fixtureFiles('photo.jpg');
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    drag(type, document.body, transfer);
  }
  await expect.element(input()).toHaveFocus();
});

test('after Regenerate the conversation has the focus, and what is typed there goes into the text', async () => {
  await openChat();
  await userEvent.fill(input(), 'Hello');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('button', { name: 'Regenerate' }));
  const log = page.getByRole('log');
  await expect.element(log).toHaveFocus();
  expect(getComputedStyle(log.element()).outlineStyle).toBe('none');
  await userEvent.keyboard('And now?');
  await expect.element(input()).toHaveFocus();
  await expect.element(input()).toHaveValue('And now?');
});

test('an answer that failed keeps the focus when it is tried again', async () => {
  await openChat();
  await userEvent.fill(input(), 'Hello /fault truncated');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.element(page.getByRole('log')).toHaveFocus();
});

test('after an edited question was sent, what is typed goes into the text; after Cancel the focus is on Edit', async () => {
  await openChat();
  await userEvent.fill(input(), 'Hello');
  await userEvent.keyboard('{Enter}');
  const edit = page.getByRole('button', { name: 'Edit', exact: true });
  const box = page.getByRole('region', { name: 'Edit' }).getByRole('textbox');
  await userEvent.click(edit.first());
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(edit.first()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard(' there{Enter}');
  await expect.element(input()).toHaveFocus();
  await userEvent.keyboard('And now?');
  await expect.element(input()).toHaveValue('And now?');
});

test('after a notice was dismissed the text has the focus', async () => {
  await openChat();
  const transfer = await fixtureFiles('document.pdf');
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    drag(type, document.body, transfer);
  }
  await userEvent.click(page.getByRole('button', { name: 'Dismiss' }));
  await expect.element(input()).toHaveFocus();
});
