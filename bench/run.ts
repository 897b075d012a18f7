/**
 * `npm run bench`: the kit beside its peers, in one browser, on one machine.
 *
 *     npm run bench                          everything; writes bench/RESULTS.md and bench/ratios.json
 *     npm run bench -- --quick               fewer images and rounds; prints only
 *     npm run bench -- sharpness memory      these scenarios; prints only
 *     npm run bench -- chat-stream --save    and takes their ratios over into bench/ratios.json
 *     npm run bench -- --check               everything in bench/ratios.json; fails if a ratio is 15 % worse than there
 *     npm run bench -- app-size --check      these scenarios only
 *
 * `BENCH_PHOTOS` names a folder with photographs; without one the bench makes photo-like images.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from './measure/build-page.ts';
import { launchBrowser } from './measure/browser.ts';
import { createLab } from './measure/lab.ts';
import { findPhotos, findScreenshot } from './measure/photos.ts';
import { startServer } from './measure/server.ts';
import { findRegressions, ratiosOf, type Ratios } from './ratios.ts';
import { describeSetting, goalTable, writeReport, type Section } from './report.ts';
import { scenarios } from './scenarios.ts';

/** What a look in passing can afford. */
const QUICK_SCENARIOS = ['single-1024', 'many-photos', 'sharpness'];
const resultsFile = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const ratiosFile = fileURLToPath(new URL('ratios.json', import.meta.url));

async function browserVersion(): Promise<string> {
  const browser = await launchBrowser();
  const version = browser.version();
  await browser.close();
  return version;
}

async function run(args: readonly string[]): Promise<void> {
  const isQuick = args.includes('--quick');
  const isCheck = args.includes('--check');
  const committed = JSON.parse(readFileSync(ratiosFile, 'utf8')) as Ratios;
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const unknown = wanted.filter((name) => !scenarios.some((one) => one.name === name));
  if (unknown.length > 0) {
    const known = scenarios.map(({ name }) => name).join(', ');
    throw new Error(`No scenario is called ${unknown.join(', ')}. There are: ${known}.`);
  }
  const usual = isCheck ? Object.keys(committed) : isQuick ? QUICK_SCENARIOS : undefined;
  const names = wanted.length > 0 ? wanted : usual;
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
    const measured = ratiosOf(sections, new Date().toISOString().slice(0, 10));
    if (isCheck) check(committed, measured);
    else if (isFull || args.includes('--save')) save({ ...committed, ...measured });
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

function save(ratios: Ratios): void {
  writeFileSync(ratiosFile, `${JSON.stringify(ratios, undefined, 2)}\n`);
  console.log(`\nRatios written to ${ratiosFile}`);
}

function check(committed: Ratios, measured: Ratios): void {
  const regressions = findRegressions(committed, measured);
  for (const { scenario, what, committed: before, measured: now } of regressions) {
    console.error(`${scenario}: ${what}: ${now ?? 'not measured any more'}, committed ${before}`);
  }
  if (regressions.length > 0) process.exitCode = 1;
  else console.log('\nNo ratio is 15 % worse than committed.');
}

await run(process.argv.slice(2));
