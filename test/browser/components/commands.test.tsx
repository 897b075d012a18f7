import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { loadFixture } from '../../helpers/load-fixture.js';
import { openChat, pasteInto } from './chat-page.js';

test('a command is chosen by keyboard: its text is inserted, its action called, nothing is sent', async () => {
  const onChoose = vi.fn();
  const { screen, bodies } = await openChat({
    chat: {
      commands: [
        { id: 'read', label: '/read', description: 'All text', text: 'Read all text.' },
        { id: 'clear', label: '/clear', onChoose },
      ],
    },
  });
  const text = screen.getByRole('textbox', { name: 'Message' });
  await text.click();
  await userEvent.keyboard('/');
  await expect.element(screen.getByRole('listbox', { name: 'Commands' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  const clear = screen.getByRole('option', { name: '/clear' });
  await expect.element(clear).toHaveAttribute('aria-selected', 'true');
  await expect.element(text).toHaveAttribute('aria-activedescendant', clear.element().id);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => onChoose.mock.calls.length).toBe(1);
  await expect.element(text).toHaveValue('');

  await userEvent.keyboard('/all');
  await screen.getByRole('option', { name: /read/ }).click();
  await expect.element(text).toHaveValue('Read all text. ');
  await expect.element(text).toHaveFocus();
  expect(bodies).toHaveLength(0);
});

test('mentions are searched by the app; a search that fails says so, and typing on tries again', async () => {
  const mentions = vi.fn(async (query: string) => {
    if (query === 'a') throw new Error('The network is gone.');
    return [{ id: query, label: `Person ${query}`, text: `@${query}` }];
  });
  const { screen, container } = await openChat({ chat: { mentions } });
  const text = screen.getByRole('textbox', { name: 'Message' });
  await text.click();
  await userEvent.keyboard('Ask @a');
  await expect
    .poll(() => container.querySelector('[data-ick-part=app-menu-failure]')?.textContent)
    .toContain('could not be loaded');
  await userEvent.keyboard('n');
  await screen.getByRole('option', { name: 'Person an' }).click();
  await expect.element(text).toHaveValue('Ask @an ');
});

test('with images in the tray, one menu is open at a time: images where one matches, else mentions of the app', async () => {
  const mentions = [{ id: 'anna', label: 'Anna', text: '@anna' }];
  const { screen } = await openChat({ chat: { mentions } });
  const text = screen.getByRole('textbox', { name: 'Message' });
  const transfer = new DataTransfer();
  transfer.items.add(await loadFixture('quad.png'));
  await pasteInto(text.element(), transfer);
  await expect.element(screen.getByRole('list', { name: 'Images' })).toBeVisible();
  await text.click();
  await userEvent.keyboard('@');
  await expect.element(screen.getByRole('option', { name: /Image 1/ })).toBeVisible();
  expect(screen.getByRole('option', { name: 'Anna' }).elements()).toHaveLength(0);
  await userEvent.keyboard('an');
  await screen.getByRole('option', { name: 'Anna' }).click();
  await expect.element(text).toHaveValue('@anna ');
});
