import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { askAboutPhoto, openBrowser } from '../adopters/ask.js';
import { buildExample, serveByScript, viteAt } from '../adopters/example.js';
import { examples, type ExampleName } from '../adopters/examples.js';
import { goodVisit, visitExample } from '../adopters/visit-example.js';

describe.skipIf(inject('unreachable') !== '')('the example', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each(Object.keys(examples) as ExampleName[])(
    '%s answers a question about a photo',
    async (name) => {
      const { visit } = await visitExample(browser, name);
      expect(visit).toEqual(goodVisit);
    },
  );

  test('vite answers while it is developed', async () => {
    const app = await buildExample('vite', inject('tarball'));
    const page = await serveByScript(app, { script: 'dev', listenAt: viteAt });
    try {
      const { said, ...visit } = await askAboutPhoto(browser, page.url);
      // Vite and React each greet the developer.
      const warnings = said.filter((line) => !/^(debug|info): /.test(line));
      expect({ ...visit, said: warnings }).toEqual(goodVisit);
    } finally {
      await page.close();
      app.remove();
    }
  });
});
