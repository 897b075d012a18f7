/**
 * `npm run soak -- --browser`: many answers in one page of the built package, in Chromium, from a server on loopback that
 * sometimes breaks off. Conversations come and go, with photos, code, tables and math, answers that are stopped and images
 * that are opened. Fails if an answer is wrong, or if the page keeps more at the end than after the first quarter.
 *
 *     npm run soak -- --browser               500 answers
 *     npm run soak -- --browser --count=100
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { CDPSession, Locator, Page } from 'playwright';
import { build } from 'vite';
import { launchBrowser } from '../bench/measure/browser.ts';
import { countObjectUrls } from '../bench/page/count-object-urls.ts';
import { makePhoto } from '../test/helpers/make-photo.ts';
import { startServer } from '../test/helpers/static-server.ts';

const { values } = parseArgs({
  options: { browser: { type: 'boolean' }, count: { type: 'string', default: '500' } },
});
const count = Number(values.count);
const ANSWERS_PER_CONVERSATION = 10;
const MAX_HEAP_GROWTH = 1.1;
/** Until what a page leaves to its idle moments is done. */
const SETTLE_MS = 3000;

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const { createDemoBackend } = (await import(
  join(dist, 'demo.js')
)) as typeof import('../src/demo/index.js');

type Turn = 'whole' | 'photo' | 'stop' | 'cut' | 'look';
const turns: readonly Turn[] = ['photo', 'whole', 'look', 'stop', 'whole', 'cut', 'photo', 'whole'];
const turnOf = (number: number): Turn => turns[number % turns.length] ?? 'whole';

let turn: Turn = 'whole';
/** What the model says to a question, which ends with words that no other answer has. */
function answerTo(number: number): string {
  const kinds = [
    'Some **bold** words, *others*, and a [link](https://example.com).',
    `\`\`\`ts\nexport const answer${number} = (input: string) => input.length;\n\`\`\``,
    `| what | how many |\n|---|---|\n| boats | ${number} |\n| birds | 3 |`,
    `$$\\int_0^{${number}} x^2 \\, dx$$`,
    '1. One\n2. Two\n   - and a half\n3. Three',
  ];
  // One that is stopped would take a minute.
  const more = 'More about it. '.repeat(turn === 'stop' ? 15_000 : number % 7);
  return `${kinds[number % kinds.length]}\n\n${more}\n\n${lastWords(number)}`;
}

const lastWords = (number: number): string => `End of ${number}.`;

const backend = createDemoBackend({
  delayMs: 0,
  tokensPerSecond: 1000,
  reply: ({ text }) => answerTo(Number(/\d+/.exec(text)?.[0])),
  fault: () => (turn === 'cut' ? 'truncated' : undefined),
});

const folder = mkdtempSync(join(tmpdir(), 'image-chat-kit-soak-'));
await build({
  configFile: false,
  logLevel: 'error',
  root: fileURLToPath(new URL('soak-page', import.meta.url)),
  define: { 'process.env.NODE_ENV': '"production"' },
  resolve: {
    alias: [
      { find: /^image-chat-kit$/, replacement: join(dist, 'index.js') },
      { find: /^image-chat-kit\/styles.css$/, replacement: join(dist, 'styles.css') },
      { find: /^image-chat-kit\/(.*)$/, replacement: join(dist, '$1.js') },
    ],
  },
  build: { outDir: folder, chunkSizeWarningLimit: 2000 },
});
const server = await startServer({
  folder,
  handle: (request) =>
    new URL(request.url).pathname.startsWith('/v1/') ? backend(request) : undefined,
});

const wrong: string[] = [];
const browser = await launchBrowser();
const page = await browser.newPage();
page.on('pageerror', ({ message }) => wrong.push(`Uncaught: ${message}`));
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
});
await page.addInitScript(`globalThis.objectUrls = (${countObjectUrls.toString()})();`);
await page.goto(`${server.url}/index.html`);

const photo = {
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  buffer: await makePhoto({ width: 1200, height: 900 }),
};
const input = page.getByRole('textbox', { name: 'Message', exact: true });
const answers = page.locator('article[data-role=assistant]');

/** Begins a conversation, and waits until nothing of the last is shown. */
async function leaveChat(): Promise<void> {
  await page.getByRole('button', { name: 'Leave chat' }).click();
  await page.locator('article').waitFor({ state: 'detached' });
}

async function askOnce(number: number): Promise<void> {
  if (number % ANSWERS_PER_CONVERSATION === 0) await leaveChat();
  const before = await answers.count();
  turn = turnOf(number);
  if (turn === 'photo') {
    await page.locator('input[type=file]').first().setInputFiles(photo);
    await page.locator('[data-ick-part=tray-item][data-status=ready]').waitFor();
  }
  await input.fill(`Question ${number}`);
  await input.press('Enter');
  const answer = answers.nth(before);
  if (turn === 'stop') {
    await answer.and(page.locator('[data-status=streaming]')).waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
  }
  const status = await settledStatus(answer);
  const text = (await answer.textContent()) ?? '';
  const isWhole = status === 'complete' && text.includes(lastWords(number));
  if (turn === 'cut' || turn === 'stop' ? status === 'complete' : !isWhole) {
    wrong.push(`${number} ${turn}: ${status}, ${JSON.stringify(text)}`);
  }
  if (turn === 'look') await lookAtImage();
}

async function settledStatus(answer: Locator): Promise<string | null> {
  await answer.and(page.locator(':not([data-status=waiting], [data-status=streaming])')).waitFor();
  return answer.getAttribute('data-status');
}

/** Opens the last image of the conversation, if it has one. */
async function lookAtImage(): Promise<void> {
  const image = page.getByRole('button', { name: /^Open image/ });
  if ((await image.count()) === 0) return;
  await image.last().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

/** What the page has once nothing is in flight and its conversation is empty. */
async function leftovers(tab: Page) {
  await leaveChat();
  await tab.waitForTimeout(SETTLE_MS);
  const session = await tab.context().newCDPSession(tab);
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  // Its count of nodes holds what the browser itself keeps to undo typing: two for each question.
  const { jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.send('DOM.enable');
  const { detachedNodes } = await session.send('DOM.getDetachedDomNodes');
  const blobs = await countInstances(session, 'Blob');
  await session.detach();
  return {
    heapMiB: usedSize / 1_048_576,
    elements: await tab.evaluate(() => document.querySelectorAll('*').length),
    detached: detachedNodes.length,
    blobs,
    listeners: jsEventListeners,
    objectUrls: (await tab.evaluate('objectUrls()')) as number,
    workers: tab.workers().length,
  };
}

/** Objects of a class and of those that extend it. */
async function countInstances(session: CDPSession, name: string): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: `${name}.prototype` });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
    objectGroup: 'counted',
  });
  const { result: counted } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup: 'counted' });
  return counted.value as number;
}

async function askUntil(from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number += 1) await askOnce(number);
}

const startedAt = performance.now();
const first = Math.ceil(count / 4);
await askUntil(1, first);
const early = await leftovers(page);
await askUntil(first + 1, count);
const late = await leftovers(page);
console.table({ [`after ${first} answers`]: early, [`after ${count}`]: late });
console.log(`${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
if (late.heapMiB > early.heapMiB * MAX_HEAP_GROWTH) wrong.push('Memory grows.');
for (const what of ['elements', 'detached', 'blobs', 'listeners', 'objectUrls'] as const) {
  if (late[what] > early[what]) wrong.push(`More ${what} than before.`);
}
for (const line of wrong.slice(0, 20)) console.error(line);
console.log(`${wrong.length} faults in ${count} answers`);
await browser.close();
await server.close();
rmSync(folder, { recursive: true });
process.exitCode = wrong.length > 0 ? 1 : 0;
