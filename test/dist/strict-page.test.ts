/**
 * The built package in a page of an app, bundled in pieces, over a real server that sends strict headers, dies, or lets the page
 * run in a sandbox.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ImageChat } from '../../src/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';
import { makePdf, numberedPages } from '../fixtures/pdf/make-pdf.js';
import { makePhoto } from '../helpers/make-photo.js';
import { startServer, type TestServer } from '../helpers/static-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const newFolder = () => mkdtempSync(join(tmpdir(), 'image-chat-kit-page-'));
const folder = newFolder();
/** The same page in an app without `heic-to`. */
const folderWithoutHeicTo = newFolder();
const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

let browser: Browser;
let page: Page;
let server: TestServer;
let warnings: string[];

async function buildPage(outDir: string, missing: string[] = []): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(root, 'test/dist/strict-page'),
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        { find: /^image-chat-kit$/, replacement: join(root, 'dist/index.js') },
        { find: /^image-chat-kit\/styles.css$/, replacement: join(root, 'dist/styles.css') },
        { find: /^image-chat-kit\/(.*)$/, replacement: join(root, 'dist/$1.js') },
      ],
    },
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { external: missing },
    },
  });
}

beforeAll(async () => {
  await buildPage(folder);
  await buildPage(folderWithoutHeicTo, ['heic-to/csp']);
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}, 120_000);

afterEach(async () => {
  await page.close();
  await server.close();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
  rmSync(folderWithoutHeicTo, { recursive: true });
});

interface PageOptions {
  /** The folder of the page. @defaultValue `folder` */
  files?: string;
  policy?: string;
  /** What a server rendered. */
  html?: string;
}

async function serve({ files = folder, policy, html = '' }: PageOptions = {}): Promise<void> {
  server = await startServer({
    folder: files,
    handle(request) {
      const { pathname } = new URL(request.url);
      if (pathname === '/frame') {
        const frame = '<iframe sandbox="allow-scripts" src="/?demo" width="800" height="600"></iframe>';
        return Promise.resolve(new Response(frame, { headers: { 'content-type': 'text/html' } }));
      }
      const name = pathname === '/' ? '/index.html' : pathname;
      const type = types[extname(name)];
      if (!type) return undefined;
      const file = readFileSync(join(files, name), 'utf8').replace('<!--chat-->', html);
      return Promise.resolve(
        new Response(file, {
          headers: {
            'content-type': type,
            // Every file is foreign to a sandboxed frame.
            'access-control-allow-origin': '*',
            ...(policy && name === '/index.html' && { 'content-security-policy': policy }),
          },
        }),
      );
    },
  });
  page = await browser.newPage();
  warnings = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
}

const violations = () =>
  page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);

async function attach(
  place: Pick<Page, 'locator'>,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await place.locator('input[type=file]').first().setInputFiles(file);
}

const pdf = () => ({
  name: 'report.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(makePdf(numberedPages(3))),
});

const heicFile = () => ({
  name: 'IMG_1.heic',
  mimeType: 'image/heic',
  buffer: readFileSync(join(root, 'test/fixtures/images/quad.heic')),
});

/** Attaches a photo, asks about it, and waits for the answer. */
async function ask(place: Pick<Page, 'locator' | 'getByRole'>): Promise<void> {
  const buffer = await makePhoto({ width: 2000, height: 1500 });
  await attach(place, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await place.getByRole('textbox').first().fill('What is it?');
  await place.locator('[data-ick-part=tray-item][data-status=ready]').waitFor();
  await place.getByRole('textbox').first().press('Enter');
  await place.locator('[data-ick-part=markdown-block]').first().waitFor();
}

const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'";
const trusted = "require-trusted-types-for 'script'; trusted-types image-chat-kit";

test.each([
  ['its worker from a file', `${strict}; worker-src 'self'`, '?demo&worker=file'],
  ['its worker from a blob', `${strict}; worker-src blob:`, '?demo'],
  ['Trusted Types and a blob', `${strict}; worker-src blob:; ${trusted}`, '?demo'],
])('the documented policy with %s is enough', async (_, policy, query) => {
  await serve({ policy });
  await page.goto(`${server.url}/${query}`);
  await ask(page);
  expect(page.workers()).not.toEqual([]);
  const image = page.locator('[data-ick-part=message-image]').first();
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
  // A worker from a blob has the policy of its page, and does without WebAssembly.
  const unexpected = (await violations()).filter((one) => !one.includes('wasm'));
  expect({ unexpected, warnings }).toEqual({ unexpected: [], warnings: [] });
});

const code = '```ts\nconst sum = 1;\n```';
const diagram = '```mermaid\nflowchart LR\n  A[Drop image] --> B[Send]\n```';

/** Asks a question whose answer is given in the address. */
async function askFor(reply: string, query = ''): Promise<void> {
  await page.goto(`${server.url}/?demo${query}&reply=${encodeURIComponent(reply)}`);
  await page.getByRole('textbox').first().fill('How?');
  await page.getByRole('textbox').first().press('Enter');
  await page.locator('article[data-role=assistant][data-status=complete]').waitFor();
}

test.each([
  ['a strict policy', `${strict}; worker-src blob:`],
  ['a strict policy and Trusted Types', `${strict}; worker-src blob:; ${trusted}`],
])('code has colours and math is rendered under %s', async (_, policy) => {
  await serve({ policy });
  await askFor(`${code}\n\nIt is $\\frac{a}{b}$.\n\n$$\\color{red} \\sum_{i=1}^n i$$`);
  const keyword = page.locator('[data-token=keyword]');
  await keyword.waitFor();
  await page.locator('math').nth(1).waitFor();
  const colours = await keyword.evaluate((one) => [
    getComputedStyle(one).color,
    getComputedStyle(one.parentElement as Element).color,
  ]);
  expect(colours[0]).not.toBe(colours[1]);
  expect({ violations: await violations(), warnings }).toEqual({ violations: [], warnings: [] });
});

test('a diagram is drawn under a policy that allows styles in the page', async () => {
  const policy = strict.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
  await serve({ policy: `${policy}; worker-src blob:` });
  await askFor(diagram, '&mermaid');
  const image = page.getByRole('img', { name: 'Diagram' });
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(100);
  expect({ violations: await violations(), warnings }).toEqual({ violations: [], warnings: [] });
});

test('a diagram is drawn where such styles are forbidden, which the browser reports', async () => {
  await serve({ policy: `${strict}; worker-src blob:` });
  await askFor(diagram, '&mermaid');
  await page.getByRole('img', { name: 'Diagram' }).waitFor();
  const others = (await violations()).filter((one) => !one.startsWith('style-src-'));
  expect({ others, warnings }).toEqual({ others: [], warnings: [] });
});

test('diagrams are their source, in words, where Trusted Types are required, which is reported once', async () => {
  await serve({ policy: `${strict}; worker-src blob:; ${trusted}` });
  await askFor(`${diagram}\n\n${diagram}`, '&mermaid');
  const said = page.getByText('The diagram could not be drawn here. This is its source.');
  await said.nth(1).waitFor();
  expect(await page.locator('[data-ick-part=code-block]').first().textContent()).toContain('Drop image');
  const refused = ['require-trusted-types-for trusted-types-sink'];
  expect({ violations: await violations(), warnings }).toEqual({ violations: refused, warnings: [] });
});

test('a HEIC image is made after one import, under a policy without eval and WebAssembly', async () => {
  await serve({ policy: `${strict}; worker-src blob:` });
  await page.goto(`${server.url}/?demo&heic`);
  await attach(page, heicFile());
  await page.locator('[data-ick-part=tray-item][data-status=ready]').waitFor();
  const thumbnail = page.locator('[data-ick-part=tray-thumbnail]');
  await expect
    .poll(() => thumbnail.evaluate((one: HTMLImageElement) => [one.naturalWidth, one.naturalHeight]))
    .toEqual([96, 64]);
  const unexpected = (await violations()).filter((one) => !one.includes('wasm'));
  expect({ unexpected, warnings }).toEqual({ unexpected: [], warnings: [] });
});

const videoFile = () => ({
  name: 'clip.mp4',
  mimeType: 'video/mp4',
  buffer: readFileSync(join(root, 'test/fixtures/videos/clip.mp4')),
});

test('a frame of a video comes in where the policy lets videos play', async () => {
  await serve({ policy: `${strict}; worker-src blob:; media-src blob:` });
  await page.goto(`${server.url}/?demo&video`);
  await attach(page, videoFile());
  await page.getByRole('dialog').getByRole('button', { name: 'Add this frame' }).click();
  await page.getByRole('button', { name: 'Add 1 image' }).click();
  await page.locator('[data-ick-part=tray-item][data-status=ready]').waitFor();
  const unexpected = (await violations()).filter((one) => !one.includes('wasm'));
  expect({ unexpected, warnings }).toEqual({ unexpected: [], warnings: [] });
});

test('a video is refused where the policy bars it, and the console tells the remedy once', async () => {
  await serve({ policy: `${strict}; worker-src blob:` });
  await page.goto(`${server.url}/?demo&video`);
  for (let time = 0; time < 2; time += 1) {
    await attach(page, videoFile());
    const notice = page.locator('[data-ick-part=notice]');
    await expect.poll(() => notice.textContent()).toContain('does not let videos be opened');
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => notice.count()).toBe(0);
  }
  await expect
    .poll(() => warnings.filter((one) => one.includes('media-src blob:')))
    .toHaveLength(1);
});

test.each([
  ['without the import', '?demo', /npm i heic-to.*image-chat-kit\/heic/, folder],
  ['without its package', '?demo&heic', /heic-to is not installed.*npm i heic-to/, folderWithoutHeicTo],
  ['where the policy bars its worker', '?demo&heic', /worker-src blob:/, folder],
])('a HEIC image %s is refused in plain words, and the console tells the remedy once', async (_, query, remedy, files) => {
  await serve({ files, policy: `${strict}; worker-src 'self'` });
  await page.goto(`${server.url}/${query}&worker=file`);
  for (const count of [1, 2]) {
    await attach(page, heicFile());
    await expect
      .poll(() => page.locator('[data-ick-part=tray-item][data-status=failed]').count())
      .toBe(count);
  }
  const tile = page.locator('[data-ick-part=tray-item]').first();
  expect(await tile.textContent()).toContain('cannot open HEIC images. Save it as JPEG');
  await expect.poll(() => warnings.filter((one) => remedy.test(one))).toHaveLength(1);
});

test('pages of a PDF are drawn under such a policy, by the worker that the bundler found', async () => {
  await serve({ policy: `${strict}; worker-src 'self'` });
  await page.goto(`${server.url}/?demo&worker=file&pdf`);
  await attach(page, pdf());
  await page.getByRole('textbox', { name: 'Pages' }).fill('2');
  await page.getByRole('button', { name: 'Add 1 image' }).click();
  await page.locator('[data-ick-part=tray-item][data-status=ready]').waitFor();
  const tile = page.locator('[data-ick-part=tray-item]');
  expect(await tile.getAttribute('aria-label')).toContain('report.pdf, page 2');
  const unexpected = (await violations()).filter((one) => !one.includes('wasm'));
  expect({ unexpected, warnings }).toEqual({ unexpected: [], warnings: [] });
});

test('without the import, a PDF is named in words, and the console tells the remedy once', async () => {
  await serve({ policy: `${strict}; worker-src 'self'` });
  await page.goto(`${server.url}/?demo&worker=file`);
  for (const _ of [1, 2]) {
    await attach(page, pdf());
    const notice = page.locator('[data-ick-part=notice]');
    await notice.filter({ hasText: 'This file is a PDF document' }).waitFor();
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => notice.count()).toBe(0);
  }
  await expect
    .poll(() => warnings.filter((one) => /npm i pdfjs-dist.*image-chat-kit\/pdf/.test(one)))
    .toHaveLength(1);
});

test('with Trusted Types, the plain address of a worker file is refused once', async () => {
  await serve({ policy: `${strict}; worker-src 'self'; ${trusted}` });
  await page.goto(`${server.url}/?demo&worker=file`);
  await ask(page);
  expect(page.workers()).not.toEqual([]);
  const refused = ['require-trusted-types-for trusted-types-sink'];
  expect({ violations: await violations(), warnings }).toEqual({ violations: refused, warnings: [] });
});

test('what a server rendered keeps its announcer out of sight under such a policy', async () => {
  const connection = { wire: openaiChat, baseUrl: '/api', model: 'gpt-4o' };
  const html = renderToString(createElement(ImageChat, { connection, queue: {} }));
  await serve({ policy: `${strict}; worker-src blob:`, html });
  await page.goto(`${server.url}/?demo`);
  await ask(page);
  const announcer = page.locator('[data-ick-part=announcer]');
  await expect.poll(() => announcer.textContent()).toContain('image');
  const box = await announcer.boundingBox();
  expect([box?.width, box?.height]).toEqual([1, 1]);
  expect(await violations()).not.toContainEqual(expect.stringContaining('style'));
});

test('in a sandboxed frame, which has no origin, images are made in a worker', async () => {
  await serve();
  await page.goto(`${server.url}/frame`);
  await ask(page.frameLocator('iframe'));
  expect(page.workers()).not.toEqual([]);
  expect(warnings).toEqual([]);
});

async function questionsIn(tab: Page): Promise<readonly string[]> {
  return (await tab.locator('article[data-role=user]').allTextContents()).toSorted();
}

test('what two tabs with one conversation and one draft ask at the same time is in both, and after a reload', async () => {
  await serve();
  const context = await browser.newContext();
  const tabs = [await context.newPage(), await context.newPage()];
  const bothShown = [expect.stringContaining('tab 0'), expect.stringContaining('tab 1')];
  async function showsBoth(tab: Page): Promise<void> {
    await expect.poll(() => questionsIn(tab)).toEqual(bothShown);
  }
  // A tab that opened while the other one is written in would have its draft, too.
  await Promise.all(
    tabs.map((tab) => tab.goto(`${server.url}/?demo&keep`, { waitUntil: 'networkidle' })),
  );
  await Promise.all(
    tabs.map((tab, n) => tab.getByRole('textbox').fill(`A question of tab ${n}`)),
  );
  await Promise.all(tabs.map((tab) => tab.getByRole('textbox').press('Enter')));
  await Promise.all(tabs.map(showsBoth));
  await Promise.all(
    tabs.map(async (tab) => {
      await tab.reload();
      await showsBoth(tab);
      await expect.poll(() => tab.getByRole('textbox').inputValue()).toBe('');
    }),
  );
  await context.close();
});

const lateParts = /(?:chat|composer|engine)\.lazy/;

/** A busy machine may be silent for a while before it asks for the parts that load later. */
async function allPartsLoaded(): Promise<void> {
  await expect
    .poll(async () => {
      const urls = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      return urls.flatMap((url) => /(chat|composer|engine)\.lazy/.exec(url)?.[1] ?? []).toSorted();
    })
    .toEqual(['chat', 'composer', 'engine']);
}

test.each([
  ['before the code of its notice has loaded', /chat\.lazy/, 1],
  ['before any part that loads later', lateParts, 1],
  ['once everything has loaded', undefined, 0],
])('a server that is gone %s is reported at once, and the draft stays', async (_, missing, alerts) => {
  await serve();
  if (missing) await page.route(missing, (route) => route.abort());
  await page.goto(server.url, { waitUntil: 'networkidle' });
  if (!missing) await allPartsLoaded();
  await page.getByRole('textbox').fill('Where are you?');
  await server.close();
  await page.getByRole('textbox').press('Enter');
  const notice = page.locator('[data-ick-part=notice]');
  await notice.waitFor();
  await expect.poll(() => page.getByRole('alert').count()).toBe(alerts);
  expect(await notice.textContent()).toMatch(/could not be reached|connection/i);
  await notice.getByRole('button', { name: 'Try again' }).waitFor();
  await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('Where are you?');
});

test('a file that is not taken is reported, also while the code of its notice is missing', async () => {
  await serve();
  await page.route(/composer\.lazy/, (route) => route.abort());
  await page.goto(server.url, { waitUntil: 'networkidle' });
  const picked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add images' }).click();
  await page.getByRole('menuitem', { name: 'Upload images' }).click();
  await (await picked).setFiles({
    name: 'notes.png',
    mimeType: 'image/png',
    buffer: Buffer.from('No image at all.'),
  });
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('notes.png: ');
});

test('a menu whose code is missing says so, and offers the file dialog', async () => {
  await serve();
  await page.route(/AddingParts/, (route) => route.abort());
  await page.goto(server.url, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Add images' }).click();
  await page.getByRole('alert').waitFor();
  const picked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload images' }).click();
  await picked;
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
});
