/** What the comparison of screens sees and what it lets pass, on real screens that are changed on purpose. */
import { existsSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare, type Difference, type Pixels } from './compare.ts';
import { openStage, shoot, storybook, themes, viewports, type Stage } from './stage.ts';

const [narrow] = viewports;
const typed = { name: 'typed', story: 'screens--typed-text' };
const finished = { name: 'finished', story: 'screens--finished' };

const send = '[data-ick-part="composer-send"]';
const card = '[data-ick-part="composer"] :has([data-ick-part="composer-input"])';

describe.skipIf(!existsSync(storybook))('the comparison of screens', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  describe.each(themes)('in %s colours', (colorScheme) => {
    let page: Page;
    let asItIs: Pixels;

    /** Returns how the screen differs while it has more styles. */
    async function differenceWith(rule: string): Promise<Difference | undefined> {
      const style = await page.addStyleTag({ content: rule.replaceAll(' }', ' !important }') });
      const changed = await shoot(page);
      await style.evaluate((element) => (element as HTMLElement).remove());
      return compare(changed, asItIs);
    }

    beforeAll(async () => {
      page = await stage.open(typed, narrow);
      await page.emulateMedia({ colorScheme });
      await page.locator(send).waitFor();
      asItIs = await shoot(page);
    });
    afterAll(() => page?.context().close());

    test('sees a button that moved by 4 px, and where', async () => {
      const button = await page.locator(send).boundingBox();
      const difference = await differenceWith(`${send} { translate: -4px }`);
      expect(difference?.box.x).toBeGreaterThanOrEqual((button?.x ?? 0) - 5);
      expect(difference?.box.width).toBeLessThanOrEqual((button?.width ?? 0) + 6);
      expect(difference?.box.y).toBeGreaterThanOrEqual((button?.y ?? 0) - 1);
    });

    test.each([
      ['an icon that is gone', `${send} svg { visibility: hidden }`],
      ['an accent that is a little redder', `${send} { background-color: #4a5bd9 }`],
      ['a border that is gone', `${card} { border-color: transparent }`],
      ['text that is larger by 1 px', '[data-ick-part="composer-input"] { font-size: 17px }'],
      ['text that is bold', '[data-ick-part="composer-input"] { font-weight: 600 }'],
    ])('sees %s', async (_fault, style) => {
      expect(await differenceWith(style)).toBeDefined();
    });

    test.each([
      ['nothing', '/* nothing */'],
      ['another font family', `.ick { --ick-font: serif; --ick-font-mono: cursive }`],
      ['a button that moved by 1 px', `${send} { translate: 1px }`],
    ])('lets %s pass', async (_change, style) => {
      expect(await differenceWith(style)).toBeUndefined();
    });
  });

  test('lets letters with other edges pass', async () => {
    const other = await openStage(['--font-render-hinting=full']);
    const shots = await Promise.all(
      [stage, other].map(async (each) => {
        const page = await each.open(finished, narrow);
        await page.locator('[data-ick-part="markdown"] table').waitFor();
        return shoot(page);
      }),
    );
    await other.close();
    expect(compare(shots[0] as Pixels, shots[1] as Pixels)).toBeUndefined();
  });
});
