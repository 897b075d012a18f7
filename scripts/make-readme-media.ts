// Makes the images of the README from the built playground: a still, light and dark, and a short loop. Run
// `npm run readme:media`, which builds the playground first. Names make only those: `npm run readme:media -- loop`.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import sharp from 'sharp';
import { startServer } from '../test/helpers/static-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = join(root, 'docs');

/** The chat alone is shown, without the header of the playground. */
const viewport = { width: 920, height: 848 };
const FRAMES_PER_SECOND = 10;
/** A frame that took longer, on a busy machine, is not shown longer. */
const LONGEST_FRAME_MS = 300;
const HOLD_LAST_FRAME_MS = 3000;

interface Scene {
  colorScheme: 'light' | 'dark';
  deviceScaleFactor: number;
}

async function openPlayground(browser: Browser, url: string, scene: Scene): Promise<Page> {
  const page = await browser.newPage({ ...scene, viewport });
  await page.goto(`${url}/iframe.html?id=playground--playground&viewMode=story`);
  // The font of most systems, or its twin, in place of the one that this machine happens to have.
  await page.addStyleTag({
    content: `:is(.pg, .pg *):not(code, pre, code *, pre *) { font-family: Inter, system-ui, sans-serif !important }`,
  });
  await page.getByRole('button', { name: 'Does this receipt add up?' }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function addSamples(page: Page, files: readonly string[]): Promise<void> {
  const message = page.getByRole('textbox', { name: 'Message', exact: true });
  const tiles = page.locator('[data-ick-part="tray-item"][data-status="ready"]');
  for (const [index, file] of files.entries()) {
    await page.getByLabel('Upload images').setInputFiles(join(root, 'public/samples', file));
    await tiles.nth(index).waitFor();
  }
  await message.focus();
}

async function answered(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden', timeout: 60_000 });
  await page.locator('[data-ick-part="markdown"]:not([data-streaming])').waitFor();
}

const ask = (page: Page, words: string, delayMs: number): Promise<void> =>
  page
    .getByRole('textbox', { name: 'Message', exact: true })
    .pressSequentially(words, { delay: delayMs });

const shoot = (page: Page): Promise<Buffer> =>
  page.locator('.pg-chat').screenshot({ animations: 'allow', caret: 'initial' });

/** The chat after an answer, as WebP of twice the density. */
async function still(browser: Browser, url: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await openPlayground(browser, url, { colorScheme, deviceScaleFactor: 2 });
  await addSamples(page, ['still-life.jpg', 'receipt.png']);
  await ask(page, 'Which of these fruits are on the receipt?', 0);
  await page.getByRole('button', { name: 'Send' }).click();
  await answered(page);
  // Neither the pointer nor the focus is part of the image.
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const shot = await shoot(page);
  await sharp(shot)
    .webp({ quality: 90 })
    .toFile(join(docs, `chat-${colorScheme}.webp`));
  await page.close();
}

/** From the empty chat to an answer, as an animated WebP. */
async function loop(browser: Browser, url: string): Promise<void> {
  const page = await openPlayground(browser, url, { colorScheme: 'light', deviceScaleFactor: 1.5 });
  const frames: { image: Buffer; atMs: number }[] = [];
  const over = new AbortController();
  const filming = (async () => {
    while (!over.signal.aborted) {
      const atMs = performance.now();
      frames.push({ image: await shoot(page), atMs });
      const restMs = 1000 / FRAMES_PER_SECOND - (performance.now() - atMs);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, restMs)));
    }
  })();
  await page.waitForTimeout(800);
  await addSamples(page, ['still-life.jpg', 'receipt.png']);
  await page.waitForTimeout(600);
  await ask(page, 'Which of these fruits are on the receipt?', 30);
  await page.getByRole('button', { name: 'Send' }).click();
  await answered(page);
  over.abort();
  await filming;
  await page.close();
  await writeLoop(frames);
}

async function writeLoop(frames: readonly { image: Buffer; atMs: number }[]): Promise<void> {
  const delay = frames.map(({ atMs }, index) =>
    index === frames.length - 1
      ? HOLD_LAST_FRAME_MS
      : Math.min(LONGEST_FRAME_MS, Math.round((frames[index + 1]?.atMs ?? atMs) - atMs)),
  );
  const images = frames.map(({ image }) => image);
  const { size } = await sharp(images, { join: { animated: true } })
    .webp({ lossless: true, effort: 4, delay, loop: 0 })
    .toFile(join(docs, 'chat.webp'));
  console.log(`${frames.length} frames, ${Math.round(size / 1000)} kB`);
}

const server = await startServer({ folder: join(root, 'storybook-static') });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const scenes: Record<string, () => Promise<void>> = {
  light: () => still(browser, server.url, 'light'),
  dark: () => still(browser, server.url, 'dark'),
  loop: () => loop(browser, server.url),
};
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(scenes);
for (const name of wanted) await scenes[name]?.();
await browser.close();
await server.close();
