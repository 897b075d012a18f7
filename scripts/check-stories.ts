// Checks every story of the built Storybook in dark colours, on a desktop and on a phone: axe finds nothing, and no page is
// wider than the window. The tests of the stories run axe in light. Build Storybook first; this takes some minutes.
// `npm run check:stories -- markdown` checks only stories whose id contains the word.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, errors, type Page } from 'playwright';
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
] as const;
const PAGES_AT_ONCE = 3;
/** Some stories stay in the middle of their play on purpose. */
const LONGEST_PLAY_MS = 20_000;

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** Shows a story as the sidebar does, without loading the page again, and resolves once its play is over. */
async function openStory(page: Page, id: string): Promise<void> {
  await page.evaluate(
    `__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId: '${id}', viewMode: 'story' })`,
  );
  await page
    .waitForFunction(
      `(({ id, phase } = {}) => id === '${id}' && ['finished', 'completed', 'errored'].includes(phase))(
        globalThis.__STORYBOOK_PREVIEW__?.currentRender
      )`,
      undefined,
      { timeout: LONGEST_PLAY_MS },
    )
    .catch((error: unknown) => {
      if (!(error instanceof errors.TimeoutError)) throw error;
      console.error(`${id}: still playing after ${LONGEST_PLAY_MS / 1000} s`);
    });
}

/** Words that fade in have their colour at the end only. What never ends, such as a spinner, does not count. */
const SETTLED = `Promise.all(
  document.getAnimations().map(({ effect, finished }) =>
    effect.getComputedTiming().endTime === Infinity || finished.catch(() => undefined))
)`;

async function faultsOf(page: Page): Promise<string[]> {
  await page.waitForTimeout(100);
  await page.evaluate(SETTLED);
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

async function checkStory(page: Page, id: string): Promise<string[]> {
  const faults: string[] = [];
  await page.setViewportSize(sizes[0]);
  await openStory(page, id);
  for (const size of sizes) {
    await page.setViewportSize(size);
    const found = await faultsOf(page);
    faults.push(...found.map((fault) => `${id}, ${size.width} px: ${fault}`));
  }
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
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.addInitScript(axe);
    await page.goto(`${server.url}/iframe.html?viewMode=story&id=introduction--docs`);
    for (const id of waiting) faults.push(...(await checkStory(page, id)));
  }),
);
await browser.close();
await server.close();
for (const fault of faults) console.error(fault);
console.log(`${ids.length} stories, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
