/**
 * One photograph, from disk to a streamed answer, as a newcomer does it: in the built playground, in real Chromium, over
 * real HTTP to the demo backend, which keeps the bodies it was sent.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDemoBackend } from '../../src/demo/index.js';
import { cornerColors, makePhoto } from '../helpers/make-photo.js';
import { startServer, type TestServer } from '../helpers/static-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const storybook = join(root, 'storybook-static');
const secret = 'CANARY-e2e-location';

interface ChatBody {
  messages: {
    role: string;
    content:
      | string
      | { type: string; text?: string; image_url?: { url: string; detail?: string } }[];
  }[];
}

interface SentImage {
  detail: string | undefined;
  bytes: Buffer;
  mediaType: string;
}

/** The images of the last message of a body, in order. */
function sentImages(body: string): SentImage[] {
  const content = (JSON.parse(body) as ChatBody).messages.at(-1)?.content ?? [];
  if (typeof content === 'string') return [];
  return content.flatMap(({ image_url: image }) => {
    const match = /^data:(image\/\w+);base64,(.+)$/.exec(image?.url ?? '');
    return match
      ? [
          {
            detail: image?.detail,
            mediaType: match[1] ?? '',
            bytes: Buffer.from(match[2] ?? '', 'base64'),
          },
        ]
      : [];
  });
}

/** Mean colour of a small square around a point, given as fractions of the sides. */
async function colorAt(image: Buffer, x: number, y: number): Promise<[number, number, number]> {
  const { data, info } = await sharp(image)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at =
    (Math.round(y * (info.height - 1)) * info.width + Math.round(x * (info.width - 1))) * 3;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

function isNear([r, g, b]: [number, number, number], color: string): boolean {
  const want = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  return [r, g, b].every((value, i) => Math.abs(value - (want[i] ?? 0)) < 48);
}

async function expectUpright(image: Buffer): Promise<void> {
  expect(isNear(await colorAt(image, 0.03, 0.03), cornerColors.topLeft)).toBe(true);
  expect(isNear(await colorAt(image, 0.97, 0.03), cornerColors.topRight)).toBe(true);
  expect(isNear(await colorAt(image, 0.03, 0.97), cornerColors.bottomLeft)).toBe(true);
  expect(isNear(await colorAt(image, 0.97, 0.97), cornerColors.bottomRight)).toBe(true);
}

/** Drops files on the page as the system does: enter, over, drop. */
async function drop(
  page: Page,
  files: { name: string; type: string; bytes: Buffer }[],
): Promise<void> {
  const data = files.map(({ name, type, bytes }) => ({
    name,
    type,
    base64: bytes.toString('base64'),
  }));
  await page.evaluate(async (given) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of given) {
      const blob = await (await fetch(`data:${type};base64,${base64}`)).blob();
      transfer.items.add(new File([blob], name, { type }));
    }
    const target = document.querySelector('[data-ick]') ?? document.body;
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(
        new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }),
      );
    }
  }, data);
}

async function pasteBitmap(page: Page, png: Buffer): Promise<void> {
  await page.evaluate(async (base64) => {
    const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  }, png.toString('base64'));
  await page.getByRole('textbox', { name: 'Message', exact: true }).focus();
  await page.keyboard.press('Control+V');
}

describe.skipIf(!existsSync(storybook))('the playground', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  const bodies: string[] = [];
  const errors: string[] = [];
  const elsewhere: string[] = [];

  beforeAll(async () => {
    const backend = createDemoBackend({ tokensPerSecond: 200 });
    server = await startServer({
      folder: storybook,
      handle: (request) => {
        if (!new URL(request.url).pathname.startsWith('/v1/')) return undefined;
        return (async () => {
          if (request.method === 'POST') bodies.push(await request.clone().text());
          return backend(request);
        })();
      },
    });
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      const url = request.url();
      if (url.startsWith('http') && !url.startsWith(server.url)) elsewhere.push(url);
    });
    await page.goto(`${server.url}/iframe.html?id=playground--playground&viewMode=story`);
    await page.getByRole('button', { name: 'Connection:' }).click();
    await page.getByRole('radio', { name: 'Custom' }).check({ force: true });
    await page.getByLabel('Base URL').fill(`${server.url}/v1`);
    const model = page.getByRole('combobox', { name: 'Model' });
    await model.fill('gpt-5.6-terra');
    await model.press('Enter');
    await page.keyboard.press('Escape');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const tiles = () => page.locator('[data-ick-part="tray-item"]');
  const ready = () => page.locator('[data-ick-part="tray-item"][data-status="ready"]');

  test('three photographs of 12 megapixels, a pasted screenshot and a picked image become ready', async () => {
    const photos = await Promise.all([
      makePhoto({ width: 4032, height: 3024, secret }),
      makePhoto({ width: 4032, height: 3024, orientation: 6, secret }),
      makePhoto({ width: 3024, height: 4032, orientation: 3, secret }),
    ]);
    await drop(
      page,
      photos.map((bytes, i) => ({ name: `photo-${i + 1}.jpg`, type: 'image/jpeg', bytes })),
    );
    await expect.poll(() => tiles().count()).toBe(3);

    await pasteBitmap(page, await sharp(join(root, 'public/samples/receipt.png')).png().toBuffer());
    await expect.poll(() => tiles().count()).toBe(4);

    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add images' }).click();
    await page.getByRole('menuitem', { name: 'Upload images' }).click();
    await (await chooser).setFiles(join(root, 'public/samples/transparent.png'));
    // Three of them hold 12 megapixels each, which takes a busy machine a while.
    await expect.poll(() => ready().count(), { timeout: 80_000 }).toBe(5);
    // What 4032 by 3024 px cost, at the detail that is set.
    await expect.poll(() => tiles().first().textContent()).toContain('2.9k');
  });

  test('a bad file is named, and the others stay', async () => {
    await drop(page, [{ name: 'notes.jpg', type: 'image/jpeg', bytes: Buffer.from('only text') }]);
    const notice = page.getByText('notes.jpg').first();
    await notice.waitFor();
    expect(await tiles().count()).toBe(5);
  });

  test('the keyboard moves and removes images, and a menu changes the detail', async () => {
    await tiles().nth(2).focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => tiles().first().getAttribute('aria-label')).toContain('photo-3.jpg');
    await tiles().nth(1).focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => tiles().count()).toBe(4);
    await page.getByRole('button', { name: /^Detail of image 3/ }).click();
    await page.getByRole('menuitemradio', { name: /^Low/ }).click();
    await expect.poll(() => ready().count()).toBe(4);
  });

  test('Enter sends, and the answer streams in as markdown', async () => {
    await page
      .getByRole('textbox', { name: 'Message', exact: true })
      .fill('What do you see? Answer with a table.');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Regenerate' }).waitFor();
    await page.locator('[data-ick-part="message"] :is(table, li)').first().waitFor();
    await expect.poll(() => tiles().count()).toBe(0);
    expect(bodies).toHaveLength(1);
  });

  test('the posted body holds the images in order, upright, made to fit, white under transparency, and nothing else', async () => {
    const images = sentImages(bodies[0] ?? '');
    expect(images).toHaveLength(4);
    const [third, second, receipt, transparent] = images;
    const sizes = await Promise.all(images.map(async ({ bytes }) => sharp(bytes).metadata()));
    // 12 megapixels at `high` of this model: 2,500 patches of 32 px.
    expect(sizes[0]).toMatchObject({ width: 1368, height: 1824 });
    expect(sizes[1]).toMatchObject({ width: 1368, height: 1824 });
    expect(sizes[2]?.width).toBeLessThanOrEqual(512);
    expect(sizes[3]).toMatchObject({ width: 1000, height: 1000, hasAlpha: false });
    await expectUpright(third?.bytes ?? Buffer.alloc(0));
    await expectUpright(second?.bytes ?? Buffer.alloc(0));
    expect(await colorAt(transparent?.bytes ?? Buffer.alloc(0), 0.01, 0.01)).toEqual([
      255, 255, 255,
    ]);
    expect(images.map(({ detail }) => detail)).toEqual(['high', 'high', 'low', 'high']);
    expect(receipt?.mediaType).toMatch(/^image\/(png|jpeg)$/);
    for (const { bytes } of images) {
      expect(bytes.includes('Exif')).toBe(false);
      expect(bytes.includes('CANARY')).toBe(false);
    }
    expect(bodies[0]).not.toContain('CANARY');
    expect(bodies[0]).not.toContain('photo-1');
  });

  test('a HEIC photo is opened by its decoder', async () => {
    const bytes = readFileSync(join(root, 'test/fixtures/images/quad.heic'));
    await drop(page, [{ name: 'phone.heic', type: 'image/heic', bytes }]);
    await expect.poll(() => ready().count()).toBe(1);
    await tiles().first().focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => tiles().count()).toBe(0);
  });

  test('Inspect shows what happened, panel by panel', async () => {
    await page.getByRole('button', { name: 'Inspect', exact: true }).click();
    for (const title of ['File', 'Plan', 'Result', 'Request body', 'Events', 'Message']) {
      const panel = page
        .locator('#pg-inspect details', { has: page.locator('summary', { hasText: title }) })
        .first();
      if (!(await panel.evaluate((node: HTMLDetailsElement) => node.open))) {
        await panel.locator('summary').click();
      }
      await expect
        .poll(() =>
          panel.evaluate(
            (node) =>
              (node.querySelector('textarea')?.value ?? '').length +
              (node.textContent ?? '').length,
          ),
        )
        .toBeGreaterThan(title.length + 40);
    }
    expect(await page.getByLabel('Request body', { exact: true }).inputValue()).toContain(
      'of base64',
    );
  });

  test('an answer can be stopped and regenerated, and a question edited with its images', async () => {
    await page
      .getByRole('textbox', { name: 'Message', exact: true })
      .fill('A long story, please. /fault slow');
    await page.keyboard.press('Enter');
    await page.locator('[data-ick-part="message"][data-status="streaming"]').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('You stopped this answer.').waitFor();
    const sent = bodies.length;
    await page.getByRole('button', { name: 'Regenerate' }).last().click();
    await expect.poll(() => bodies.length).toBe(sent + 1);
    await page.getByRole('button', { name: 'Stop' }).click();

    await page.getByRole('button', { name: 'Edit' }).first().click();
    const box = page.getByRole('region', { name: 'Edit' }).getByRole('textbox');
    await box.fill('Only count them.');
    await box.press('Enter');
    await expect.poll(() => bodies.length).toBe(sent + 2);
    expect(sentImages(bodies.at(-1) ?? '')).toHaveLength(4);
    expect(bodies.at(-1)).toContain('Only count them.');
  });

  test('nothing was asked of another host, and nothing failed on the page', () => {
    expect(elsewhere).toEqual([]);
    expect(errors).toEqual([]);
  });
});
