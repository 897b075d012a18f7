import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { germanWords } from '../../../src/components/words/german/index.js';
import type { ImageChatProps } from '../../../src/index.js';
import { createDraftStore } from '../../../src/storage/draft-store.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { drag, openChat, pasteInto } from './chat-page.js';

const input = () => page.getByRole('textbox', { name: 'Message' });
const chips = () =>
  [...document.querySelectorAll<HTMLElement>('[data-ick-part=composer-file]')].map(
    (chip) => chip.innerText,
  );
const sentChips = () =>
  [...document.querySelectorAll<HTMLElement>('article [data-ick-part=file]')].map(
    (chip) => chip.innerText,
  );
const notices = () =>
  [...document.querySelectorAll('[data-ick-part=notice]')].map((notice) => notice.textContent);

function holding(...files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

const pdf = () => new File(['%PDF-1.7 of prices'], 'prices.pdf', { type: 'application/pdf' });
const notes = () => new File(['# Notes'], 'notes.md');

/** Answers every request, and keeps its body. */
async function open(chat: Partial<ImageChatProps> = {}, connection = {}) {
  const bodies: string[] = [];
  const chunk = { choices: [{ index: 0, delta: { content: 'Bread.' }, finish_reason: 'stop' }] };
  const { screen } = await openChat({
    chat: { acceptFiles: true, ...chat },
    connection: {
      async fetch(target: RequestInfo | URL, init?: RequestInit) {
        bodies.push(await new Request(target, init).text());
        return new Response(`data: ${JSON.stringify(chunk)}\n\n`, {
          headers: { 'content-type': 'text/event-stream' },
        });
      },
      ...connection,
    },
  });
  return { bodies, screen };
}

describe('a file that is sent as it is', () => {
  test('is dropped, shown with its size, sent, and shown in the message', async () => {
    const { bodies } = await open();
    drag('drop', document.body, holding(pdf(), notes()));
    await expect.poll(() => chips().join('|')).toMatch(/prices\.pdf.*\|notes\.md/s);
    await input().fill('What is dearest?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => bodies.length).toBe(1);
    expect(bodies[0]).toContain('"filename":"prices.pdf"');
    expect(bodies[0]).toContain('# Notes');
    await expect.poll(chips).toEqual([]);
    await expect.poll(() => sentChips().join('|')).toMatch(/prices\.pdf.*\|notes\.md/s);
  });

  test('can be sent alone', async () => {
    const { bodies } = await open();
    await pasteInto(input().element(), holding(pdf()));
    await expect.poll(chips).toHaveLength(1);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => bodies.length).toBe(1);
    expect(bodies[0]).toContain('prices.pdf');
  });

  test('is removed, and comes back with Undo', async () => {
    await open();
    await pasteInto(input().element(), holding(pdf()));
    await page.getByRole('button', { name: 'Remove prices.pdf' }).click();
    await expect.poll(chips).toEqual([]);
    await page.getByRole('button', { name: 'Undo: prices.pdf removed' }).click();
    await expect.poll(chips).toHaveLength(1);
  });

  test('is kept in the draft', async () => {
    const chat = {
      draftKey: 'one',
      draftStore: createDraftStore({ name: `files-${crypto.randomUUID()}` }),
    };
    const first = await open(chat);
    await pasteInto(input().element(), holding(pdf()));
    await expect
      .poll(async () => (await chat.draftStore.load('one'))?.files?.map(({ name }) => name))
      .toEqual(['prices.pdf']);
    await first.screen.unmount();
    const { bodies } = await open(chat);
    await expect.poll(chips).toHaveLength(1);
    await input().fill('And now?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => bodies.length).toBe(1);
    expect(bodies[0]).toContain('prices.pdf');
  });

  test('stays with its question when that is edited, and can be removed there', async () => {
    const { bodies } = await open();
    await pasteInto(input().element(), holding(pdf(), notes()));
    await expect.poll(chips).toHaveLength(2);
    await input().fill('What is dearest?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => bodies.length).toBe(1);
    await expect.poll(chips).toEqual([]);
    await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
    await expect.poll(chips).toHaveLength(2);
    await page.getByRole('button', { name: 'Remove notes.md' }).click();
    await expect.poll(chips).toHaveLength(1);
    await page.getByRole('region', { name: 'Edit' }).getByRole('textbox').fill('And cheapest?');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => bodies.length).toBe(2);
    expect(bodies[1]).toContain('prices.pdf');
    expect(bodies[1]).not.toContain('# Notes');
  });

  test('is not taken where the format does not carry it, nor unless the app asks', async () => {
    await open({}, { wire: ollamaChat });
    await pasteInto(input().element(), holding(pdf()));
    await expect.poll(() => notices().length).toBe(1);
    expect(chips()).toEqual([]);
  });

  test('is refused before it is sent if the connection no longer takes it', async () => {
    const chat = {
      words: germanWords,
      draftKey: 'one',
      draftStore: createDraftStore({ name: `files-${crypto.randomUUID()}` }),
    };
    const first = await open(chat);
    const german = page.getByRole('textbox', { name: germanWords.composer });
    await pasteInto(german.element(), holding(pdf()));
    await expect.poll(async () => (await chat.draftStore.load('one'))?.files).toHaveLength(1);
    await first.screen.unmount();

    const { bodies } = await open(chat, { wire: ollamaChat });
    await expect
      .poll(() => notices().join(' '))
      .toContain('Die Datei „prices.pdf“ kann an diesen Anbieter nicht gesendet werden');
    expect(bodies).toEqual([]);
    await page.getByRole('button', { name: germanWords.removeFile('prices.pdf') }).click();
    await expect.poll(() => notices().join(' ')).not.toContain('prices.pdf');
  });
});
