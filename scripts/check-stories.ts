// Checks every story of the built Storybook in dark colours, on a desktop and on a phone: axe finds nothing, and no page is
// wider than the window. The tests of the stories run axe in light. Build Storybook first; this takes some minutes.
// `npm run check:stories -- markdown` checks only stories whose id contains the word.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { startServer } from '../test/helpers/static-server.ts';

const folder = fileURLToPath(new URL('../storybook-static', import.meta.url));
/** The version that Storybook's own tests use. */
const axe = readFileSync(
  createRequire(import.meta.resolve('@storybook/addon-a11y')).resolve('axe-core'),
  'utf8',
);
const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];
const PAGES_AT_ONCE = 3;
/** Some stories stay in the middle of their play on purpose. */
const LONGEST_PLAY_MS = 20_000;

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** Resolves once the story's play is over. */
async function openStory(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page
    .waitForFunction(
      `['finished', 'completed', 'errored'].includes(globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase)`,
      undefined,
      { timeout: LONGEST_PLAY_MS },
    )
    .catch(() => undefined);
}

async function faultsOf(page: Page): Promise<string[]> {
  // Words that fade in have their colour at the end only.
  await page.waitForTimeout(600);
  await page.evaluate(axe);
  const found = await page.evaluate<Violation[]>(
    `axe.run(document.body, { rules: { region: { enabled: false } } }).then(({ violations }) => violations)`,
  );
  const excessPx = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  return [
    ...found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n    ')}`),
    ...(excessPx > 0 ? [`${excessPx} px wider than the window`] : []),
  ];
}

async function checkStory(browser: Browser, url: string, id: string): Promise<string[]> {
  const page = await browser.newPage({ colorScheme: 'dark' });
  const faults: string[] = [];
  await openStory(page, `${url}/iframe.html?viewMode=story&id=${id}`);
  for (const size of sizes) {
    await page.setViewportSize(size);
    const found = await faultsOf(page);
    faults.push(...found.map((fault) => `${id}, ${size.width} px: ${fault}`));
  }
  await page.close();
  return faults;
}

const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
  entries: Record<string, { id: string; type: string }>;
};
const wanted = process.argv[2] ?? '';
const ids = Object.values(entries)
  .filter(({ id, type }) => type === 'story' && id.includes(wanted))
  .map(({ id }) => id);
const server = await startServer({ folder });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  ],
});
const waiting = ids.values();
const faults: string[] = [];
await Promise.all(
  Array.from({ length: PAGES_AT_ONCE }, async () => {
    for (const id of waiting) faults.push(...(await checkStory(browser, server.url, id)));
  }),
);
await browser.close();
await server.close();
for (const fault of faults) console.error(fault);
console.log(`${ids.length} stories, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
