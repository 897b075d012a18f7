import { type ReactElement, StrictMode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ConversationList } from '../../../src/components/styled/conversations/ConversationList.js';
import { ImageChat } from '../../../src/components/styled/chat/ImageChat.js';
import type { ChatEntry } from '../../../src/chat/types.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { useConversations } from '../../../src/react/use-conversations.js';
import { createConversationStore } from '../../../src/storage/conversation-store.js';
import { exportConversation } from '../../../src/storage/export-conversation.js';
import type { ConversationStore } from '../../../src/storage/types.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

let name = '';
let lastName = 0;

afterEach(async () => {
  await createConversationStore({ name }).clearAll();
});

/** A database, and a tab's memory, of its own for each test. */
function createStore(): ConversationStore<ChatEntry> {
  return createConversationStore<ChatEntry>({ name });
}

function useName(): void {
  lastName += 1;
  name = `conversations-${lastName}-${Date.now()}`;
}

const demo = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
const connection = {
  baseUrl: 'https://demo.example/v1',
  wire: openaiChat,
  model: 'gpt-4o',
  fetch: (...request: Parameters<typeof fetch>) => demo(new Request(...request)),
};

function App({ store }: { store: ConversationStore<ChatEntry> }): ReactElement {
  const conversations = useConversations({ store, rememberAs: name });
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '16rem 1fr', height: '30rem' }}>
      <ConversationList conversations={conversations} />
      <ImageChat
        connection={connection}
        conversationKey={conversations.currentId}
        conversationStore={conversations.store}
      />
    </div>
  );
}

async function openTab(store = createStore()): Promise<Awaited<ReturnType<typeof render>>> {
  return render(<App store={store} />, { wrapper: StrictMode });
}

const list = page.getByRole('navigation', { name: 'Chats' });
const titleOf = (title: string) => list.getByRole('button', { name: title, exact: true });
const articles = page.getByRole('article');
const notice = (text: RegExp) => page.getByText(text).first();

async function storedStatusOf(title: string): Promise<string | undefined> {
  const store = createStore();
  const summary = (await store.list()).find((one) => one.title === title);
  const entries = summary && (await store.load(summary.id));
  return entries?.at(-1)?.answer?.status;
}

async function ask(text: string): Promise<void> {
  await userEvent.fill(page.getByRole('textbox', { name: 'Message' }), text);
  await userEvent.keyboard('{Enter}');
  await expect.element(titleOf(text)).toBeVisible();
  await expect.element(articles.nth(1)).toHaveAttribute('data-status', 'complete');
  // What follows reads, deletes or leaves the conversation as it is stored.
  await expect.poll(() => storedStatusOf(text)).toBe('complete');
}

async function choose(title: string, item: string): Promise<void> {
  await titleOf(title).hover();
  await page.getByRole('button', { name: `Actions for ${title}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('two conversations are listed, opened again, and there after a reload', async () => {
  useName();
  const tab = await openTab();
  await ask('first question');
  await page.getByRole('button', { name: 'New chat' }).click();
  await expect.element(articles).not.toBeInTheDocument();
  await ask('second question');
  await titleOf('first question').click();
  await expect.element(articles.first()).toHaveTextContent('first question');
  await expect.element(titleOf('first question')).toHaveAttribute('aria-current', 'true');

  await tab.unmount();
  await openTab();
  await expect.element(articles.first()).toHaveTextContent('first question');
  await expect.element(titleOf('second question')).toBeVisible();
});

test('a conversation is renamed by keyboard, found by its messages, and keeps its title with the next answer', async () => {
  useName();
  await openTab();
  await ask('which bird is this');
  (titleOf('which bird is this').element() as HTMLElement).focus();
  await userEvent.keyboard('{F2}');
  await userEvent.fill(page.getByRole('textbox', { name: 'Title of which bird is this' }), 'Birds');
  await userEvent.keyboard('{Enter}');
  await expect.element(titleOf('Birds')).toBeVisible();

  await userEvent.fill(page.getByRole('textbox', { name: 'Message' }), 'and this one');
  await userEvent.keyboard('{Enter}');
  await expect.element(articles.nth(3)).toHaveAttribute('data-status', 'complete');
  await expect.poll(async () => (await createStore().list())[0]?.title).toBe('Birds');

  const search = page.getByRole('searchbox', { name: 'Search chats' });
  await userEvent.fill(search, 'nowhere');
  await expect.element(page.getByText(/^No chat found/)).toBeVisible();
  await userEvent.fill(search, 'which bird');
  await expect.element(titleOf('Birds')).toBeVisible();
});

test('a deleted conversation comes back by Undo with what was in it', async () => {
  useName();
  await openTab();
  await ask('to be deleted');
  await choose('to be deleted', 'Delete');
  await expect.element(page.getByText('“to be deleted” was deleted.').first()).toBeVisible();
  await expect.element(titleOf('to be deleted')).not.toBeInTheDocument();
  await expect.element(articles).not.toBeInTheDocument();
  await expect.poll(() => createStore().list()).toEqual([]);

  await page.getByRole('button', { name: 'Undo' }).click();
  await titleOf('to be deleted').click();
  await expect.element(articles.nth(1)).toHaveAttribute('data-status', 'complete');
});

test('a store that fails is reported in words, and Try again reaches it', async () => {
  useName();
  let isDown = true;
  const own = createStore();
  const store = {
    ...own,
    list: async () => (isDown ? Promise.reject(new Error('down')) : own.list()),
  };
  await openTab(store);
  await expect.element(page.getByText(/^The chats could not be reached/).first()).toBeVisible();
  isDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText(/^Chats appear here/)).toBeVisible();
});

test('an exported conversation is imported as another one; a file that is none, or half of one, is named', async () => {
  useName();
  await openTab();
  await ask('to be exported');
  const [summary] = await createStore().list();
  const entries = (await createStore().load(summary?.id ?? '')) ?? [];
  const file = await exportConversation(entries, { format: 'json', title: 'A copy' });
  const input = document.querySelector<HTMLInputElement>('input[type=file][accept*=json]');
  if (!input) throw new Error('There is no file input.');
  await userEvent.upload(input, new File([file], 'copy.json', { type: 'application/json' }));
  await expect.element(titleOf('A copy')).toHaveAttribute('aria-current', 'true');
  await expect.element(titleOf('to be exported')).toBeVisible();
  await expect.element(articles.nth(1)).toHaveAttribute('data-status', 'complete');

  const importText = (text: string): Promise<void> =>
    userEvent.upload(input, new File([text], 'odd.json', { type: 'application/json' }));
  await importText('{}');
  await expect.element(notice(/^That file is not a chat/)).toBeVisible();
  const whole = await file.text();
  const { entries: exported, ...rest } = JSON.parse(whole) as { entries: unknown[] };
  await importText(JSON.stringify({ ...rest, title: 'Damaged', entries: [null, ...exported] }));
  await expect.element(notice(/^Parts of that file could not be read/)).toBeVisible();
  await expect.element(titleOf('Damaged')).toHaveAttribute('aria-current', 'true');
  await expect.element(articles.nth(1)).toHaveAttribute('data-status', 'complete');
  await importText(whole.slice(0, whole.length / 2));
  await expect.element(notice(/^That file is not a chat/)).toBeVisible();
  // Nothing is imported of it, and what was there stays.
  await expect.element(titleOf('Damaged')).toHaveAttribute('aria-current', 'true');
  await expect.element(titleOf('to be exported')).toBeVisible();
});
