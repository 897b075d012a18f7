/**
 * Two tabs of one browser, in the built package: conversations, questions that wait, a reload in the middle of an answer, and
 * a removal while the other tab answers.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createBackgroundServer, type BackgroundServer } from '../helpers/background-server.js';
import { startServer, type TestServer } from '../helpers/static-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'image-chat-kit-two-pages-'));

let browser: Browser;
let context: BrowserContext;
let server: TestServer;
let model: BackgroundServer;
const errors: string[] = [];

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, 'test/dist/two-pages'),
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        { find: /^image-chat-kit$/, replacement: join(root, 'dist/index.js') },
        { find: /^image-chat-kit\/styles.css$/, replacement: join(root, 'dist/styles.css') },
        { find: /^image-chat-kit\/(.*)$/, replacement: join(root, 'dist/$1.js') },
      ],
    },
    build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}, 120_000);

beforeEach(async () => {
  model = createBackgroundServer();
  server = await startServer({ folder, handle: (request) => model.handle(request) });
  context = await browser.newContext();
  errors.length = 0;
});

afterEach(async () => {
  await context.close();
  await server.close();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function openTab(): Promise<Page> {
  const tab = await context.newPage();
  tab.on('pageerror', ({ message }) => errors.push(message));
  await tab.goto(`${server.url}/index.html`);
  await tab.getByRole('textbox', { name: 'Message', exact: true }).waitFor();
  return tab;
}

async function ask(tab: Page, question: string): Promise<void> {
  const input = tab.getByRole('textbox', { name: 'Message', exact: true });
  await input.fill(question);
  await input.press('Enter');
}

/** Asks in a tab that is free, and waits until the server has the question. */
async function askNow(tab: Page, question: string): Promise<void> {
  await ask(tab, question);
  await expect.poll(() => model.asked).toContain(question);
}

const listed = (tab: Page, title: string) =>
  tab
    .getByRole('navigation', { name: 'Chats' })
    .getByRole('button', { name: title, exact: true });
const waiting = (tab: Page) =>
  tab.getByRole('list', { name: 'Waiting questions' }).getByRole('listitem');

/** What is on the screen: questions, and answers with their state. */
async function shown(tab: Page): Promise<string[]> {
  return tab.locator('article[data-role]').evaluateAll((articles) =>
    articles.map((article) => {
      const words = article.querySelector('[data-ick-part=message-text]') ?? article;
      const text = (words.textContent ?? '').trim();
      const { role, status } = (article as HTMLElement).dataset;
      return role === 'assistant' ? `${status}: ${text}` : text;
    }),
  );
}

/** Waits until a text is in the database: a reload before that would show less. */
async function whenStored(tab: Page, text: string): Promise<void> {
  await expect.poll(() => tab.evaluate(isInDatabase, text)).toBe(true);
}

async function isInDatabase(text: string): Promise<boolean> {
  for (const { name = '' } of await indexedDB.databases()) {
    // oxlint-disable-next-line no-await-in-loop -- One after another.
    const values = await new Promise<unknown[]>((resolve) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => {
        const database = opening.result;
        const [store = ''] = database.objectStoreNames;
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.addEventListener('success', () => {
          database.close();
          resolve(reading.result);
        });
      });
    });
    if (JSON.stringify(values).includes(text)) return true;
  }
  return false;
}

test('two conversations, three questions that wait, a reload in the middle of an answer, and a second tab', async () => {
  const first = await openTab();
  await askNow(first, 'Cats?');
  model.finish('Cats?', 'Cats purr.');
  await expect.poll(() => shown(first)).toEqual(['Cats?', 'complete: Cats purr.']);
  await listed(first, 'Cats?').waitFor();
  await first.getByRole('button', { name: 'New chat' }).click();
  await expect.poll(() => shown(first)).toEqual([]);

  await askNow(first, 'Dogs?');
  model.say('Dogs?', 'Dogs ba');
  await expect.poll(() => shown(first)).toEqual(['Dogs?', 'streaming: Dogs ba']);
  for (const [index, question] of ['Owls?', 'Bees?', 'Rats?'].entries()) {
    // oxlint-disable-next-line no-await-in-loop -- In order.
    await ask(first, question);
    // oxlint-disable-next-line no-await-in-loop -- In order.
    await expect.poll(() => waiting(first).count()).toBe(index + 1);
  }
  await whenStored(first, 'Dogs ba');
  await whenStored(first, 'Rats?');

  await first.reload();
  await expect.poll(() => shown(first)).toEqual(['Dogs?', 'streaming: Dogs ba']);
  await expect.poll(() => waiting(first).count()).toBe(3);
  const second = await openTab();
  await listed(second, 'Dogs?').click();
  await expect.poll(async () => (await shown(second))[1]).toContain('Dogs ba');
  await expect.poll(() => waiting(second).count()).toBe(3);
  expect(model.asked).toEqual(['Cats?', 'Dogs?']);

  model.finish('Dogs?', 'rk.');
  const dogs = ['Dogs?', 'complete: Dogs bark.'];
  await expect.poll(() => shown(first)).toEqual(dogs);
  await expect.poll(() => shown(second)).toEqual(dogs);

  // Each tab sends one of them, and none is sent twice.
  const all = [...dogs];
  for (const [index, tab] of [second, first, second].entries()) {
    const question = ['Owls?', 'Bees?', 'Rats?'][index] ?? '';
    // oxlint-disable no-await-in-loop -- In order.
    await tab.getByRole('button', { name: 'Send next' }).click();
    await expect.poll(() => model.asked).toContain(question);
    model.finish(question, `${question} Yes.`);
    all.push(question, `complete: ${question} Yes.`);
    await expect.poll(() => shown(first)).toEqual(all);
    await expect.poll(() => shown(second)).toEqual(all);
    await expect.poll(() => waiting(first).count()).toBe(2 - index);
    await expect.poll(() => waiting(second).count()).toBe(2 - index);
    // oxlint-enable no-await-in-loop
  }
  expect(model.asked).toEqual(['Cats?', 'Dogs?', 'Owls?', 'Bees?', 'Rats?']);

  await listed(second, 'Cats?').click();
  await expect.poll(() => shown(second)).toEqual(['Cats?', 'complete: Cats purr.']);
  expect(errors).toEqual([]);
});

/** Two tabs that show the same conversation of one turn. */
async function openSame(): Promise<[Page, Page]> {
  const first = await openTab();
  await askNow(first, 'Dogs?');
  model.finish('Dogs?', 'Dogs bark.');
  await expect.poll(() => shown(first)).toEqual(['Dogs?', 'complete: Dogs bark.']);
  await whenStored(first, 'Dogs bark.');
  const second = await openTab();
  await listed(second, 'Dogs?').click();
  await expect.poll(() => shown(second)).toEqual(['Dogs?', 'complete: Dogs bark.']);
  return [first, second];
}

test('a message that one tab removes while another answers stays removed, and the answer is kept', async () => {
  const [first, second] = await openSame();
  await askNow(first, 'Owls?');
  model.say('Owls?', 'Owls ');
  await expect.poll(async () => (await shown(first)).at(-1)).toBe('streaming: Owls');
  await whenStored(first, 'Owls ');
  const question = second.locator('article[data-role=user]').first();
  await question.hover();
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(() => shown(second)).not.toContain('Dogs?');
  await expect.poll(() => second.evaluate(isInDatabase, 'Dogs bark.')).toBe(false);

  model.finish('Owls?', 'hoot.');
  await expect.poll(async () => (await shown(first)).at(-1)).toBe('complete: Owls hoot.');
  await whenStored(first, 'Owls hoot.');
  const left = ['Owls?', 'complete: Owls hoot.'];
  await expect.poll(() => shown(first)).toEqual(left);
  await second.reload();
  await expect.poll(() => shown(second)).toEqual(left);
  await first.reload();
  await expect.poll(() => shown(first)).toEqual(left);
  expect(errors).toEqual([]);
});
