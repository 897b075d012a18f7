/**
 * `npm run bench`: the kit beside its peers, in one browser, on one machine.
 *
 *     npm run bench                          everything; writes bench/RESULTS.md
 *     npm run bench -- --quick               fewer images and rounds; prints only
 *     npm run bench -- sharpness memory      these scenarios; prints only
 *
 * `BENCH_PHOTOS` names a folder with photographs; without one the bench makes photo-like images.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from './measure/build-page.ts';
import { launchBrowser } from './measure/browser.ts';
import { createLab } from './measure/lab.ts';
import { findPhotos, findScreenshot } from './measure/photos.ts';
import { startServer } from './measure/server.ts';
import { describeSetting, goalTable, writeReport, type Section } from './report.ts';
import { scenarios } from './scenarios.ts';

/** What a look in passing can afford. */
const QUICK_SCENARIOS = ['single-1024', 'many-photos', 'sharpness'];
const resultsFile = fileURLToPath(new URL('RESULTS.md', import.meta.url));

async function browserVersion(): Promise<string> {
  const browser = await launchBrowser();
  const version = browser.version();
  await browser.close();
  return version;
}

async function run(args: readonly string[]): Promise<void> {
  const isQuick = args.includes('--quick');
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.filter((name) => !scenarios.some((one) => one.name === name));
  if (unknown.length > 0) {
    const known = scenarios.map(({ name }) => name).join(', ');
    throw new Error(`No scenario is called ${unknown.join(', ')}. There are: ${known}.`);
  }
  const names = wanted.length > 0 ? wanted : isQuick ? QUICK_SCENARIOS : undefined;
  const chosen = scenarios.filter(({ name }) => !names || names.includes(name));

  const folder = mkdtempSync(join(tmpdir(), 'image-chat-kit-bench-'));
  await buildPage(folder);
  const server = await startServer(folder);
  try {
    const photos = await findPhotos();
    const lab = createLab({ server, isQuick, photos, screenshot: await findScreenshot() });
    const isFull = chosen.length === scenarios.length && !isQuick;
    const version = await browserVersion();
    const sections: Section[] = [];
    for (const scenario of chosen) {
      console.log(`\n${scenario.title} …\n`);
      const finding = await scenario.measure(lab);
      console.log(finding.details);
      sections.push({ scenario, finding });
      // Half an hour's run that is stopped keeps what it has found.
      if (isFull)
        writeFileSync(resultsFile, writeReport(describeSetting(version, photos), sections));
    }
    console.log(`\n${goalTable(sections.flatMap(({ finding }) => finding.goals))}`);
    if (isFull) console.log(`\nWritten to ${resultsFile}`);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

await run(process.argv.slice(2));
