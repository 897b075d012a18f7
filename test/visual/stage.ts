import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import sharp from 'sharp';
import { startServer, type TestServer } from '../helpers/static-server.ts';
import type { Pixels } from './compare.ts';
import { toPixels } from './references.ts';
import type { Screen } from './screens.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const storybook = join(root, 'storybook-static');

/**
 * The samples that are photographs, in sixteen flat colours: a third of the bytes of a reference, and they show as well
 * whether an image is in its place.
 */
const photographs = join(root, 'test/visual/photographs');

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Heights are those of a small phone and a small laptop. */
export const viewports = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;
export type Viewport = (typeof viewports)[number];

/** For hangs only. */
const LIMIT_MS = 120_000;

const NOW = new Date('2026-03-02T10:00:00Z');

const fonts = {
  'Inter Variable': 'inter-ui/variable/InterVariable.woff2',
  'Noto Sans Arabic Variable':
    '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
  'JetBrains Mono Variable':
    '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
};

/**
 * Every text in the same fonts on every machine; sizes, weights and heights of lines are those of the product. Tooltips are
 * hidden: whether one is there depends on when its code has loaded after the pointer of a story went by.
 */
const sameEverywhere = `
${Object.entries(fonts)
  .map(
    ([family, file]) =>
      `@font-face { font-family: '${family}'; font-weight: 100 900; src: url('/fonts/${file}') }`,
  )
  .join('\n')}
*, ::before, ::after {
  font-family: 'Inter Variable', 'Noto Sans Arabic Variable' !important;
}
:is(code, pre, kbd, samp), :is(code, pre, kbd, samp) * {
  font-family: 'JetBrains Mono Variable', 'Inter Variable', 'Noto Sans Arabic Variable' !important;
}
[data-ick-part='tooltip'] {
  display: none !important;
}`;

interface StorybookChannel {
  emit: (event: string, payload: object) => void;
  last: (event: string) => [{ storyId?: string; status?: string }] | undefined;
}

declare global {
  var __STORYBOOK_ADDONS_CHANNEL__: StorybookChannel | undefined;
}

/** The built Storybook in a Chromium that draws the same everywhere. */
export interface Stage {
  /** Shows a screen, with the fonts loaded before the story begins to measure. */
  open: (screen: Screen, viewport: Viewport) => Promise<Page>;
  close: () => Promise<void>;
}

const launch = (args: readonly string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-lcd-text',
      '--disable-skia-runtime-opts',
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
      '--use-fake-device-for-media-stream=device-count=2',
      ...args,
    ],
  });

const serve = (): Promise<TestServer> =>
  startServer({
    folder: storybook,
    handle(request) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/fonts/')) {
        const font = join(root, 'node_modules', pathname.slice('/fonts/'.length));
        return Promise.resolve(new Response(readFileSync(font)));
      }
      const [, photograph] = /^\/samples\/(.+)\.jpg$/.exec(pathname) ?? [];
      if (!photograph) return undefined;
      const flat = readFileSync(join(photographs, `${photograph}.png`));
      return Promise.resolve(new Response(flat, { headers: { 'content-type': 'image/png' } }));
    },
  });

async function showStory(page: Page, url: string, storyId: string): Promise<void> {
  await page.goto(`${url}/iframe.html?viewMode=story&globals=a11y.manual:!true`);
  await page.addStyleTag({ content: sameEverywhere });
  await page.waitForFunction(() => globalThis.__STORYBOOK_ADDONS_CHANNEL__ !== undefined);
  await page.evaluate(async (id) => {
    await Promise.all(Array.from(document.fonts, (font) => font.load()));
    globalThis.__STORYBOOK_ADDONS_CHANNEL__?.emit('setCurrentStory', {
      storyId: id,
      viewMode: 'story',
    });
  }, storyId);
  const ending = await page.waitForFunction((id) => {
    const [finished] = globalThis.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished') ?? [];
    return finished?.storyId === id ? finished : undefined;
  }, storyId);
  const { status } = (await ending.jsonValue()) as { status?: string };
  if (status !== 'success') throw new Error(`The story ${storyId} ends with "${status}".`);
}

/** More switches of Chromium draw differently, on purpose. */
export async function openStage(args: readonly string[] = []): Promise<Stage> {
  const [browser, server] = await Promise.all([launch(args), serve()]);
  return {
    async open({ story, prepare, forcedColors }, viewport) {
      const context = await browser.newContext({
        viewport,
        reducedMotion: 'reduce',
        locale: 'en-US',
        timezoneId: 'UTC',
        forcedColors: forcedColors ? 'active' : 'none',
      });
      context.setDefaultTimeout(LIMIT_MS);
      await context.clock.setFixedTime(NOW);
      const page = await context.newPage();
      await showStory(page, server.url, story);
      await prepare?.(page);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Returns what the page shows now: no caret, and every transition at its end. */
export async function shoot(page: Page): Promise<Pixels> {
  return toPixels(sharp(await page.screenshot({ scale: 'css', animations: 'disabled' })));
}
