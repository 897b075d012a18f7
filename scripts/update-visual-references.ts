// Rewrites the references of the visual tests that differ from the built Storybook, and writes sheets of all screens, to be
// looked at before the references are committed. Names make only those screens: `npm run visual:update -- tray-3 empty`.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { compare, type Pixels } from '../test/visual/compare.ts';
import {
  readReference,
  referenceNames,
  removeReference,
  shotName,
  writeReference,
  writeSheet,
} from '../test/visual/references.ts';
import { screens, type Screen } from '../test/visual/screens.ts';
import { openStage, shoot, themes, viewports, type Viewport } from '../test/visual/stage.ts';

const STILL_SHOTS = 4;
const BETWEEN_SHOTS_MS = 400;

/** Returns the screen once nothing loads any more and it has stood still. */
async function shootStill(page: Page): Promise<Pixels> {
  await page.waitForLoadState('networkidle');
  let last = await shoot(page);
  for (let still = 0; still < STILL_SHOTS;) {
    await sleep(BETWEEN_SHOTS_MS);
    const shot = await shoot(page);
    still = compare(shot, last) ? 0 : still + 1;
    last = shot;
  }
  return last;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => screens.every((screen) => screen.name !== name));
if (unknown.length > 0) {
  console.error(`No such screen: ${unknown.join(', ')}`);
  process.exit(1);
}
const chosen = screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const shots = new Map<string, Pixels>();

const stage = await openStage();

async function update(screen: Screen, viewport: Viewport): Promise<void> {
  const page = await stage.open(screen, viewport);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    const name = shotName(screen, viewport, theme);
    const shot = await shootStill(page);
    shots.set(name, shot);
    const before = await readReference(name);
    // One that is alike stays as it is, so that a commit holds what has changed.
    if (before && !compare(shot, before)) continue;
    await writeReference(name, shot);
    console.log(`${before ? 'changed' : 'new'}: ${name}`);
  }
  await page.context().close();
}

const jobs = chosen.flatMap((screen) => viewports.map((viewport) => ({ screen, viewport })));
const work = async (): Promise<void> => {
  for (let job = jobs.shift(); job; job = jobs.shift()) await update(job.screen, job.viewport);
};
await Promise.all([work(), work()]);
await stage.close();

for (const viewport of viewports) {
  for (const theme of themes) {
    const images = chosen.flatMap((screen) => shots.get(shotName(screen, viewport, theme)) ?? []);
    console.log(await writeSheet(`${viewport.width}-${theme}`, images));
  }
}

if (wanted.length === 0) {
  for (const name of referenceNames().filter((each) => !shots.has(each))) {
    removeReference(name);
    console.log(`removed: ${name}`);
  }
}
