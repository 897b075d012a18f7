import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ImageChatProps } from '../../../src/index.js';
import { createDraftStore } from '../../../src/storage/draft-store.js';
import { drag, openChat, pasteInto } from './chat-page.js';

const text = Array.from({ length: 312 }, (_none, index) => `line ${index + 1} of a log`).join('\n');
const input = () => page.getByRole('textbox', { name: 'Message' });
const written = () => document.querySelector('textarea')?.value;
const chip = () => page.getByRole('button', { name: 'Pasted text, 312 lines' });
const chips = () => document.querySelectorAll('[data-ick-part=composer-file]').length;
const dialog = () => page.getByRole('dialog');

async function paste(pasted: string): Promise<void> {
  const transfer = new DataTransfer();
  transfer.setData('text/plain', pasted);
  await pasteInto(input().element(), transfer);
}

async function send(question: string): Promise<void> {
  await input().fill(question);
  await userEvent.keyboard('{Enter}');
}

/** Answers every request, and keeps its body. */
async function open(chat: Partial<ImageChatProps> = {}) {
  const bodies: string[] = [];
  const chunk = { choices: [{ index: 0, delta: { content: 'Bread.' }, finish_reason: 'stop' }] };
  const { screen } = await openChat({
    chat,
    connection: {
      async fetch(target: RequestInfo | URL, init?: RequestInit) {
        bodies.push(await new Request(target, init).text());
        return new Response(`data: ${JSON.stringify(chunk)}\n\n`, {
          headers: { 'content-type': 'text/event-stream' },
        });
      },
    },
  });
  return { bodies, screen };
}

const countIn = (body: string | undefined, words: string): number =>
  (body ?? '').split(words).length - 1;

describe('a long text that is pasted', () => {
  test('becomes a chip that is sent once, and comes back with Edit', async () => {
    const { bodies } = await open();
    await paste(text);
    await expect.element(chip()).toBeVisible();
    expect(written()).toBe('');
    await send('What failed?');
    await expect.poll(() => bodies.length).toBe(1);
    expect(countIn(bodies[0], 'line 312 of a log')).toBe(1);
    expect(bodies[0]).toContain('pasted-text.txt');
    await expect.poll(chips).toBe(0);
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await expect.element(chip()).toBeVisible();
  });

  test('opens, and is put into the message behind what is written there', async () => {
    await open();
    await input().fill('Read this:');
    await paste(text);
    await chip().click();
    await expect
      .poll(() => document.querySelector('[data-ick-part=file-text]')?.textContent)
      .toBe(text);
    await dialog().getByRole('button', { name: 'Put into the message' }).click();
    await expect.poll(written).toBe(`Read this:\n\n${text}`);
    await expect.poll(chips).toBe(0);
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  });

  test('is removed from its dialog, and comes back with Undo', async () => {
    await open();
    await paste(text);
    await chip().click();
    await dialog().getByRole('button', { name: 'Remove', exact: true }).click();
    await expect.poll(chips).toBe(0);
    await page.getByRole('button', { name: 'Undo: pasted-text.txt removed' }).click();
    await expect.element(chip()).toBeVisible();
  });

  test('is kept in the draft', async () => {
    const chat = {
      draftKey: 'one',
      draftStore: createDraftStore({ name: `paste-${crypto.randomUUID()}` }),
    };
    const first = await open(chat);
    await paste(text);
    await expect
      .poll(async () => (await chat.draftStore.load('one'))?.files?.map(({ name }) => name))
      .toEqual(['pasted-text.txt']);
    await first.screen.unmount();
    const { bodies } = await open(chat);
    await expect.element(chip()).toBeVisible();
    await send('And now?');
    await expect.poll(() => bodies.length).toBe(1);
    expect(countIn(bodies[0], 'line 312 of a log')).toBe(1);
  });

  test('is refused by name above the limit of a text', async () => {
    await open();
    await paste('ä'.repeat(600_000));
    await expect
      .poll(() => document.querySelector('[data-ick-part=notice]')?.textContent)
      .toContain('This text is too long: the limit is 1 MB');
    expect(chips()).toBe(0);
  });

  test('has a limit of the app, or none', async () => {
    const first = await open({ longPasteChars: 10 });
    await paste('ten and more');
    await expect.element(page.getByRole('button', { name: 'Pasted text, 1 line' })).toBeVisible();
    await first.screen.unmount();
    await open({ longPasteChars: false });
    const transfer = new DataTransfer();
    transfer.setData('text/plain', text);
    const event = new ClipboardEvent('paste', {
      clipboardData: transfer,
      bubbles: true,
      cancelable: true,
    });
    input().element().dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });
});

test('a text file that is dropped is sent once as text, and its chip opens', async () => {
  const { bodies } = await open({ acceptFiles: ['text/*'] });
  const transfer = new DataTransfer();
  transfer.items.add(new File(['Rye;3.90'], 'prices.csv', { type: 'text/csv' }));
  drag('drop', document.body, transfer);
  await page.getByRole('button', { name: 'prices.csv', exact: true }).click();
  await expect.element(dialog().getByText('Rye;3.90')).toBeInTheDocument();
  await dialog().getByRole('button', { name: 'Close' }).click();
  await expect.element(dialog()).not.toBeInTheDocument();
  await send('What is dearest?');
  await expect.poll(() => bodies.length).toBe(1);
  expect(countIn(bodies[0], 'Rye;3.90')).toBe(1);
});
