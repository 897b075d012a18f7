import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { arabicWords } from '../../../src/components/words/arabic/index.js';
import type { ChatEntry, ImageChatProps } from '../../../src/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import * as responses from '../../fixtures/answers/openai-responses.js';
import { openChat } from './chat-page.js';

const part = (name: string) => document.querySelector<HTMLElement>(`[data-ick-part=${name}]`);

function recorded(): Promise<Response> {
  const body = responses.events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
  return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
}

async function ask(chat: Partial<ImageChatProps> = {}): Promise<void> {
  await openChat({ connection: { wire: openaiResponses, fetch: recorded }, chat });
  await page.getByRole('textbox').fill('Cats?');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => document.querySelector('article[data-role=assistant][data-status=complete]'))
    .not.toBeNull();
  await expect.poll(() => part('sources')).not.toBeNull();
}

describe('beside the text of an answer', () => {
  test('thoughts are folded, and read when they are opened', async () => {
    await ask();
    await expect.element(page.getByText('Cats sleep long 😀.')).toBeVisible();
    await expect.element(page.getByText('They sleep.')).not.toBeInTheDocument();
    await page.getByText('Thoughts', { exact: true }).click();
    await expect.element(page.getByText('They sleep.')).toBeVisible();
  });

  test('a tool call says what was asked and what came of it', async () => {
    await ask();
    const [search, count] = document.querySelectorAll('[data-ick-part=tool-call]');
    await expect.poll(() => search?.textContent).toBe('Web search · Done');
    await expect.poll(() => count?.textContent).toBe('Count cats · Not run in this chat');
    await page.getByText('Count cats').click();
    await expect
      .poll(() => count?.querySelector('pre')?.textContent)
      .toBe('{\n  "room": "blue"\n}');
  });

  test('sources are numbered links, and nothing is loaded from them before a press', async () => {
    await ask();
    const link = part('source')?.querySelector('a');
    await expect.poll(() => link?.textContent).toBe('How cats sleep');
    expect(link?.href).toBe('https://cats.example/sleep');
    expect(link?.rel).toBe('noopener noreferrer nofollow');
    expect(part('source')?.textContent).toBe('1How cats sleepcats.example');
    // All of the chip can be pressed.
    const { right = 0, top = 0 } = link?.parentElement?.getBoundingClientRect() ?? {};
    expect(document.elementFromPoint(right - 12, top + 12)).toBe(link);
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(loaded.filter((name) => name.includes('cats.example'))).toEqual([]);
  });

  test('all of it can be reached and opened with the keyboard', async () => {
    await ask();
    const summary = part('tool-call')?.querySelector('summary');
    summary?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => part('tool-call')?.querySelector('pre')).toBeTruthy();
    expect(part('tool-call')?.querySelector('pre')?.tabIndex).toBe(0);
  });

  test('it is told in the words of the language', async () => {
    await ask({ words: arabicWords });
    await expect.element(page.getByText('الأفكار')).toBeVisible();
    await expect.element(page.getByRole('region', { name: 'المصادر' })).toBeVisible();
  });

  test('a file is named with its type and size, in questions and answers', async () => {
    const pdf = new Blob(['%PDF-1.7'], { type: 'application/pdf' });
    const entries: ChatEntry[] = ['user', 'assistant'].map((role) => ({
      message: {
        id: role,
        role: role as 'user' | 'assistant',
        parts: [
          {
            type: 'file',
            id: `${role}-file`,
            name: `${role}.pdf`,
            mediaType: 'application/pdf',
            data: { kind: 'bytes', bytes: pdf },
          },
          { type: 'text', text: 'See there.' },
        ],
      },
    }));
    await openChat({ chat: { initialEntries: entries } });
    await expect
      .element(page.getByRole('button', { name: /^assistant\.pdf/ }))
      .toHaveTextContent('assistant.pdfPDF · 8 B');
    await expect.element(page.getByRole('button', { name: /^user\.pdf/ })).toBeVisible();
  });
});
