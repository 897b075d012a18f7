/** The oldest browsers, derived from what browsers say they have: nobody runs the kit in all of them. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { makeApp } from '../adopters/make-app.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The newest features without which the kit does not work: how the build uses each, and where the compat data has it. */
const required = [
  { uses: '.toSorted(', path: 'javascript.builtins.Array.toSorted' },
  { uses: '.with(', path: 'javascript.builtins.Array.with' },
  { uses: '.toSpliced(', path: 'javascript.builtins.Array.toSpliced' },
  { uses: '(?<!', path: 'javascript.regular_expressions.lookbehind_assertion' },
  { uses: 'URL.canParse(', path: 'api.URL.canParse_static' },
  { uses: 'AbortSignal.any(', path: 'api.AbortSignal.any_static' },
  { uses: 'AbortSignal.timeout(', path: 'api.AbortSignal.timeout_static' },
  { uses: 'popover', path: 'api.HTMLElement.popover' },
  { uses: 'showModal()', path: 'api.HTMLDialogElement.showModal' },
  { uses: 'DecompressionStream(', path: 'api.DecompressionStream' },
  { uses: 'createImageBitmap(', path: 'api.createImageBitmap' },
  { uses: '@property', path: 'css.at-rules.property' },
  { uses: 'color-mix(', path: 'css.types.color.color-mix' },
  { uses: ':has(', path: 'css.selectors.has' },
  { uses: '@container', path: 'css.at-rules.container' },
  { uses: 'dvh', path: 'css.types.length.viewport_percentage_units_dynamic' },
];

const browsers = {
  chrome: 'Chrome and Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  safari_ios: 'Safari on iOS',
  chrome_android: 'Chrome on Android',
};

interface Support {
  version_added: string | false;
}

interface Compat {
  __compat?: { support: Record<string, Support | Support[]> };
  [name: string]: unknown;
}

/** Newer than Chrome 120, Firefox 128 and Safari 17.4 when they are used without a test for them. */
const tooNew =
  /\b(?:Promise\.(?:try|withResolvers)|(?:Object|Map)\.groupBy|Array\.fromAsync|Iterator\.(?:from|concat)|RegExp\.escape|Error\.isError|Math\.sumPrecise)\b|\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(|:open\b|field-sizing|light-dark\(|@scope/;

const built = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => /\.(js|css)$/.test(file) && !/^(demo|server|batch|testing|bundled)\//.test(file),
  )
  .map((file) => join(root, 'dist', file))
  .filter((file) => statSync(file).isFile())
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe.skipIf(inject('unreachable') !== '')('the oldest browsers', () => {
  const app = makeApp();
  let data: Compat;
  beforeAll(async () => {
    app.write('package.json', { name: 'compat', private: true });
    await app.install('@mdn/browser-compat-data@8.1.9');
    const file = join(app.folder, 'node_modules/@mdn/browser-compat-data/data.json');
    data = JSON.parse(readFileSync(file, 'utf8')) as Compat;
  });
  afterAll(() => app.remove());

  const versionOf = (path: string, browser: string): number => {
    const found = path.split('.').reduce((one, name) => one?.[name] as Compat, data);
    const support = found?.__compat?.support[browser];
    const [first] = [support ?? []].flat();
    return Number.parseFloat(`${first?.version_added ?? ''}`.replace('≤', ''));
  };

  test.each(Object.entries(browsers))(
    'of %s are those in docs/compatibility.md',
    (browser, name) => {
      const versions = required.map(({ path }) => ({ path, version: versionOf(path, browser) }));
      expect(versions.filter(({ version }) => Number.isNaN(version))).toEqual([]);
      const oldest = Math.max(...versions.map(({ version }) => version));
      const page = readFileSync(join(root, 'docs/compatibility.md'), 'utf8');
      expect(page).toContain(`| ${name} | ${oldest} |`);
    },
  );

  test('are derived from what the build uses', () => {
    const all = built.map(({ text }) => text).join('\n');
    expect(required.filter(({ uses }) => !all.includes(uses))).toEqual([]);
    const newer = built.filter(({ text }) => tooNew.test(text));
    expect(newer.map(({ file, text }) => [file, tooNew.exec(text)?.[0]])).toEqual([]);
  });
});
