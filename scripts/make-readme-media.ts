// Makes the images of the README from the built playground: stills for wide and narrow pages, light and dark, and a short loop. Run
// `npm run readme:media`, which builds the playground first. Names make only those: `npm run readme:media -- loop`.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Locator, type Page } from 'playwright';
import sharp from 'sharp';
import { startServer } from '../test/helpers/static-server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = join(root, 'docs');
const inter = join(root, 'node_modules/inter-ui/variable/InterVariable.woff2');

/** The chat alone is shown, without the header of the playground. */
const loopViewport = { width: 920, height: 768 };
/** As high as a question with its answer. */
const stillViewport = { width: 920, height: 764 };
const narrowViewport = { width: 400, height: 800 };

const FRUITS = 'Which of these fruits are on the receipt?';
const BOXES = 'Draw a box around each fruit in image 1.';

const TYPING_FRAME_MS = 70;
const STREAMING_FRAME_MS = 60;
/** However long a busy machine takes. */
const PREPARING_MS = 600;
const HOLD_LAST_FRAME_MS = 3500;

interface Scene {
  colorScheme: 'light' | 'dark';
  deviceScaleFactor: number;
  viewport: { width: number; height: number };
}

async function openPlayground(browser: Browser, url: string, scene: Scene): Promise<Page> {
  const page = await browser.newPage(scene);
  await page.clock.install();
  await page.route('**/inter.woff2', (route) => route.fulfill({ path: inter }));
  await page.goto(`${url}/iframe.html?id=playground--playground&viewMode=story`);
  // In place of the font that this machine happens to have.
  await page.addStyleTag({
    content: `@font-face { font-family: Inter; font-weight: 100 900; src: url('${url}/inter.woff2') }
:is(.pg, .pg *):not(code, pre, code *, pre *) { font-family: Inter !important }`,
  });
  await page.getByRole('button', { name: 'Does this receipt add up?' }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

const samples = ['still-life.jpg', 'receipt.png'].map((name) => join(root, 'public/samples', name));

const messageOf = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Message', exact: true });

const readyTiles = (page: Page): Locator =>
  page.locator('[data-ick-part="tray-item"][data-status="ready"]');

async function answered(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden', timeout: 60_000 });
  await page.locator('[data-ick-part="markdown"]:not([data-streaming])').last().waitFor();
}

/** Neither the pointer, nor what it has opened, is part of an image. */
async function shoot(page: Page): Promise<Buffer> {
  await page.mouse.move(0, 0);
  return page.locator('.pg-chat').screenshot({ animations: 'allow', caret: 'initial' });
}

/** The chat after an answer, as WebP of twice the density. */
async function still(
  browser: Browser,
  url: string,
  name: string,
  { colorScheme, viewport }: Pick<Scene, 'colorScheme' | 'viewport'>,
): Promise<void> {
  const page = await openPlayground(browser, url, {
    colorScheme,
    deviceScaleFactor: 2,
    viewport,
  });
  await page.getByLabel('Upload images').setInputFiles(samples);
  await readyTiles(page).nth(1).waitFor();
  await messageOf(page).fill(FRUITS);
  await messageOf(page).press('Enter');
  await answered(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await sharp(await shoot(page))
    .webp({ quality: 90 })
    .toFile(join(docs, `chat-${name}.webp`));
  await page.close();
}

interface Frame {
  image: Buffer;
  delayMs: number;
}

/** From the empty chat to boxes on an image, as an animated WebP. */
async function loop(browser: Browser, url: string): Promise<void> {
  const page = await openPlayground(browser, url, {
    colorScheme: 'light',
    deviceScaleFactor: 1.5,
    viewport: loopViewport,
  });
  const frames: Frame[] = [];
  const film = async (delayMs: number): Promise<void> => {
    frames.push({ image: await shoot(page), delayMs });
  };
  await film(1000);
  frames.push(...(await filmDrop(page)));
  await film(800);
  await filmQuestion(page, film, FRUITS);
  await film(1600);
  await filmQuestion(page, film, BOXES);
  // The chat scrolls to the end, and boxes fade in.
  await page.waitForTimeout(1000);
  await film(HOLD_LAST_FRAME_MS);
  await page.close();
  await writeLoop(frames);
}

/** Both images over the page, then in the tray, where they are prepared. */
async function filmDrop(page: Page): Promise<Frame[]> {
  const files = await Promise.all(
    samples.map(async (path) => ({
      name: basename(path),
      type: path.endsWith('.png') ? 'image/png' : 'image/jpeg',
      base64: (await readFile(path)).toString('base64'),
    })),
  );
  const transfer = await page.evaluateHandle((given) => {
    const made = new DataTransfer();
    for (const { name, type, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      made.items.add(new File([bytes], name, { type }));
    }
    return made;
  }, files);
  const chat = page.locator('[data-ick-part="image-chat"]');
  const drag = (type: string): Promise<void> =>
    chat.dispatchEvent(type, { dataTransfer: transfer });
  await drag('dragenter');
  await drag('dragover');
  // What the page shows over itself fades in.
  await page.waitForTimeout(400);
  const over = { image: await shoot(page), delayMs: 700 };
  await drag('drop');
  const preparing: Buffer[] = [];
  while ((await readyTiles(page).count()) < samples.length) preparing.push(await shoot(page));
  return [over, ...preparing.map((image) => ({ image, delayMs: PREPARING_MS / preparing.length }))];
}

/** The typing, and the answer frame by frame: the clock of the page moves on only between two of them. */
async function filmQuestion(
  page: Page,
  film: (delayMs: number) => Promise<void>,
  question: string,
): Promise<void> {
  const message = messageOf(page);
  await message.focus();
  for (const pair of question.match(/.{1,2}/g) ?? []) {
    await message.pressSequentially(pair);
    await film(TYPING_FRAME_MS);
  }
  await film(400);
  const nowMs = await page.evaluate(() => Date.now());
  await page.clock.pauseAt(nowMs + 1000);
  await message.press('Enter');
  const stop = page.getByRole('button', { name: 'Stop' });
  await stop.waitFor();
  while (await stop.isVisible()) {
    await page.clock.runFor(STREAMING_FRAME_MS);
    await film(STREAMING_FRAME_MS);
  }
  await page.clock.resume();
  await answered(page);
}

async function writeLoop(frames: readonly Frame[]): Promise<void> {
  const shown = withoutRepetition(frames);
  const { size } = await sharp(
    shown.map(({ image }) => image),
    { join: { animated: true } },
  )
    .webp({
      lossless: true,
      effort: 4,
      delay: shown.map(({ delayMs }) => Math.round(delayMs)),
      loop: 0,
    })
    .toFile(join(docs, 'chat.webp'));
  console.log(`${shown.length} frames, ${Math.round(size / 1000)} kB`);
}

/** A frame that is as the one before it makes that one longer. */
function withoutRepetition(frames: readonly Frame[]): Frame[] {
  const shown: Frame[] = [];
  for (const frame of frames) {
    const last = shown.at(-1);
    if (last?.image.equals(frame.image)) last.delayMs += frame.delayMs;
    else shown.push({ ...frame });
  }
  return shown;
}

const server = await startServer({ folder: join(root, 'storybook-static') });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const stills: Record<string, Pick<Scene, 'colorScheme' | 'viewport'>> = {
  light: { colorScheme: 'light', viewport: stillViewport },
  dark: { colorScheme: 'dark', viewport: stillViewport },
  'narrow-light': { colorScheme: 'light', viewport: narrowViewport },
  'narrow-dark': { colorScheme: 'dark', viewport: narrowViewport },
};
const wanted = process.argv.length > 2 ? process.argv.slice(2) : [...Object.keys(stills), 'loop'];
for (const name of wanted) {
  const scene = stills[name];
  if (scene) await still(browser, server.url, name, scene);
  else if (name === 'loop') await loop(browser, server.url);
  else throw new Error(`There is no image of this name: ${name}.`);
}
await browser.close();
await server.close();
