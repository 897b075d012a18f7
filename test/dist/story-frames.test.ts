/** A story in a frame of a page of documentation leaves the focus where the reader has it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../adopters/ask.js';
import { startServer, type TestServer } from '../helpers/static-server.js';

const source = fileURLToPath(new URL('../../stories/shared/leave-focus.ts', import.meta.url));
const site = mkdtempSync(join(tmpdir(), 'image-chat-kit-frames-'));
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  writeFileSync(join(site, 'leave-focus.js'), stripTypeScriptTypes(readFileSync(source, 'utf8')));
  // A story that focuses its text, and says so once it has.
  writeFileSync(
    join(site, 'story.html'),
    `<!doctype html><textarea aria-label="Message"></textarea><script type="module">
    import { leaveFocus } from './leave-focus.js';
    leaveFocus();
    document.querySelector('textarea').focus();
    document.body.dataset.focused = '';
    </script>`,
  );
  writeFileSync(
    join(site, 'page.html'),
    `<!doctype html><title>A guide</title><input aria-label="Search"><div style="height: 200vh"></div>
    <iframe title="Story" width="600" height="300"></iframe>`,
  );
  server = await startServer({ folder: site });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(site, { recursive: true, force: true });
});

/** Opens the page, whose reader is in its search while the story loads. */
async function read(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  await page.goto(`${server.url}/page.html`);
  await page.getByRole('textbox', { name: 'Search' }).focus();
  await page.evaluate(() => document.querySelector('iframe')?.setAttribute('src', 'story.html'));
  await page.frameLocator('iframe').locator('body[data-focused]').waitFor({ state: 'attached' });
  // What comes next would otherwise overtake the focus on its way back.
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Search');
  return page;
}

test('typing goes on in the page around it, which does not scroll', async () => {
  const page = await read();
  const search = page.getByRole('textbox', { name: 'Search' });
  await page.keyboard.type('drop');
  expect(await search.inputValue()).toBe('drop');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.close();
});

test('a press or Tab enters the story', async () => {
  const page = await read();
  const message = page.frameLocator('iframe').getByRole('textbox', { name: 'Message' });
  await message.click();
  await page.keyboard.type('pressed');
  expect(await message.inputValue()).toBe('pressed');
  await page.close();

  const another = await read();
  const story = another.frameLocator('iframe').getByRole('textbox', { name: 'Message' });
  await another.keyboard.press('Tab');
  await another.keyboard.type('tabbed');
  expect(await story.inputValue()).toBe('tabbed');
  await another.close();
});
