/**
 * The screens of the product, light and dark, narrow and wide, beside the references in the folder of that name. After a
 * change that is meant: `npm run visual:update`, and look at the sheets that it names.
 */
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare, type Difference, type Pixels } from './compare.ts';
import { readReference, referenceNames, shotName, writeDifference } from './references.ts';
import { screens } from './screens.ts';
import { openStage, shoot, storybook, themes, viewports, type Stage } from './stage.ts';

/** A screen that differs has until it stood still for so many shots: something of it may still load. */
const STILL_SHOTS = 20;
const BETWEEN_SHOTS_MS = 250;

async function findDifference(
  page: Page,
  expected: Pixels,
): Promise<(Difference & { actual: Pixels }) | undefined> {
  let last: Pixels | undefined;
  for (let still = 0; ;) {
    const actual = await shoot(page);
    const difference = compare(actual, expected);
    if (!difference) return undefined;
    still = last && !compare(actual, last) ? still + 1 : 0;
    if (still === STILL_SHOTS) return { ...difference, actual };
    last = actual;
    await sleep(BETWEEN_SHOTS_MS);
  }
}

async function check(page: Page, name: string): Promise<string | undefined> {
  const expected = await readReference(name);
  if (!expected) return `${name} has no reference. Run: npm run visual:update`;
  const difference = await findDifference(page, expected);
  if (!difference) return undefined;
  const { pixels, box } = difference;
  const file = await writeDifference(name, { expected, ...difference });
  return `${name} differs in ${pixels} pixels, within ${box.width} × ${box.height} px at ${box.x}, ${box.y}: ${file}`;
}

describe.skipIf(!existsSync(storybook))('the screens look as they did', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  const shots = screens.flatMap((screen) => viewports.map((viewport) => ({ screen, viewport })));

  test.concurrent.for(shots)(
    '$screen.name at $viewport.width px',
    async ({ screen, viewport }, { expect }) => {
      const page = await stage.open(screen, viewport);
      const differences: (string | undefined)[] = [];
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        differences.push(await check(page, shotName(screen, viewport, theme)));
      }
      await page.context().close();
      expect(differences.filter((difference) => difference !== undefined)).toEqual([]);
    },
  );

  test('every reference belongs to a screen', () => {
    const names = shots.flatMap(({ screen, viewport }) =>
      themes.map((theme) => shotName(screen, viewport, theme)),
    );
    expect(referenceNames().filter((name) => !names.includes(name))).toEqual([]);
  });
});
