import { createStore, del, get, set } from 'idb-keyval';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createConversationStore } from '../../../src/storage/conversation-store.js';
import { createDraftStore } from '../../../src/storage/draft-store.js';
import { openChat } from './chat-page.js';

afterEach(async () => {
  vi.restoreAllMocks();
  await createConversationStore().clearAll();
  await createDraftStore().clearAll();
});

async function openKeptChat(key: string) {
  await openChat({ chat: { conversationKey: key, draftKey: key } });
  return page.getByRole('textbox', { name: 'Message' });
}

async function send(): Promise<void> {
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('article').nth(1)).toHaveAttribute('data-status', 'complete');
}

test('a disk without room for a word is reported, with what to do, and sending works', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full.', 'QuotaExceededError');
  });
  const text = await openKeptChat(`full-${crypto.randomUUID()}`);
  await text.fill('Hello');
  await expect
    .element(
      page.getByText(/^There is no room left in this browser, .* Copy what you need/).first(),
    )
    .toBeVisible();
  await send();
});

test('a conversation of a newer version is reported, and stays as it is', async () => {
  const key = `newer-${crypto.randomUUID()}`;
  const database = createStore('image-chat-kit-conversations', 'records');
  const newer = { format: 2, savedAtMs: Date.now(), value: { in: 'another shape' } };
  await set(`record:${key}`, newer, database);
  const text = await openKeptChat(key);
  await expect
    .element(page.getByText(/^A newer version of this page stored data/).first())
    .toBeVisible();
  await text.fill('Hello');
  await send();
  expect(await get(`record:${key}`, database)).toEqual(newer);
  await del(`record:${key}`, database);
});
