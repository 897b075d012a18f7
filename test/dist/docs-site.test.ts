/** The documentation site as `npm run docs` writes it, served from loopback. */
import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../adopters/ask.js';
import { makeShadcnApp } from '../helpers/shadcn-app.js';
import { startServer, type TestServer } from '../helpers/static-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const site = mkdtempSync(join(tmpdir(), 'image-chat-kit-site-'));
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['scripts/docs/build-site.ts', site], { cwd: root });
  server = await startServer({ folder: site });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(site, { recursive: true, force: true });
});

/** The addresses in a page, and the ids that others may link to. */
function read(file: string): { targets: string[]; ids: ReadonlySet<string> } {
  const html = readFileSync(join(site, file), 'utf8');
  const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, one = '']) => one);
  return { targets: all(/ (?:href|src)="([^"]+)"/g), ids: new Set(all(/ id="([^"]+)"/g)) };
}

const pages = (): string[] => globSync('{*,api/*}.html', { cwd: site });

function brokenLinks(): string[] {
  const ids = new Map(pages().map((file) => [file, read(file).ids]));
  return pages().flatMap((file) =>
    read(file)
      .targets.filter((target) => !/^(https?|mailto):/.test(target))
      .filter((target) => {
        const [path = '', anchor] = target.split('#');
        const [name = ''] = path.split('?');
        const found = name === '' ? file : relative(site, resolve(site, dirname(file), name));
        if (!existsSync(join(site, found))) return true;
        return anchor !== undefined && ids.get(found)?.has(decodeURIComponent(anchor)) !== true;
      })
      .map((target) => `${file}: ${target}`),
  );
}

/** A page of the site, which fails if it asks for anything elsewhere or writes to the console. */
async function open(path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  const faults: string[] = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(server.url)) faults.push(request.url());
  });
  // Not for the stories in its frames, which load a Storybook each.
  await page.goto(`${server.url}/${path}`, { waitUntil: 'domcontentloaded' });
  return { page, faults };
}

describe('the documentation site', () => {
  test('has a page for every guide, component, hook and family of parts', () => {
    const docs = globSync('docs/*.md', { cwd: root }).map((file) => file.replace('README', 'docs').slice(5, -3));
    const names = docs.map((name) => (name === 'docs/docs' ? 'docs' : name));
    const wanted = ['index', 'api/ImageChat', 'api/useImageQueue', 'api/parts-Tray', 'api/slots', ...names];
    expect(pages()).toEqual(expect.arrayContaining(wanted.map((name) => `${name.replace(/^docs\//, '')}.html`)));
  });

  test('has no link or anchor that leads nowhere', () => {
    expect(brokenLinks()).toEqual([]);
  });

  test('serves the registry, from which shadcn adds the chat', async () => {
    const app = makeShadcnApp();
    try {
      await app.add([`${server.url}/r/image-chat.json`]);
      expect(app.added()).toEqual(expect.arrayContaining(['chat', 'composer', 'tray']));
    } finally {
      app.remove();
    }
  }, 120_000);

  test('finds “input_image”, and explains a message that is pasted', async () => {
    const { page, faults } = await open('errors.html');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill('input_image');
    const first = page.locator('[data-results] a').filter({ hasText: 'unsupported-by-wire' }).first();
    await first.waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    const box = page.getByRole('textbox', { name: /Paste the message/ });
    await box.fill(
      `Error code: 400 - {'error': {'message': "Invalid type for 'messages[1].content[1].image_url': expected an object, but got a string instead.", 'type': 'invalid_request_error'}}`,
    );
    await page.locator('output a', { hasText: 'unsupported-by-wire' }).click();
    await page.waitForURL(/#unsupported-by-wire$/);
    expect(faults).toEqual([]);
    await page.close();
  });

  test.each(['index', 'errors', 'comparison', 'api/core-preparing-images'])(
    '%s fits a window of 360 px',
    async (path) => {
      const { page } = await open(`${path}.html`);
      await page.getByRole('main').waitFor();
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
        .toBeLessThanOrEqual(0);
      await page.close();
    },
  );
});
