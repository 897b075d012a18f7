import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startDemoServer } from '../helpers/demo-server.js';
import { askAboutPhoto, openBrowser } from './ask.js';
import { buildExample, nextAt, serveByScript } from './example.js';
import { goodVisit, visitExample } from './visit-example.js';

describe.skipIf(inject('unreachable') !== '')('the example', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test('of Vite is built without a warning, and answers a question about a photo', async () => {
    const { visit, printed } = await visitExample(browser, 'vite');
    expect(visit).toEqual(goodVisit);
    // One of the files that the build lists may be named for what it does.
    expect(printed.replaceAll(/^dist\/.*$/gm, '')).not.toMatch(
      /warn|MODULE_LEVEL_DIRECTIVE|INEFFECTIVE_DYNAMIC_IMPORT/i,
    );
  });

  test('of Next answers through its own route, which adds the key', async () => {
    const upstream = await startDemoServer();
    const app = await buildExample('next', inject('tarball'));
    const variables = {
      UPSTREAM: `${upstream.url}/v1/chat/completions`,
      OPENAI_API_KEY: 'sk-adopter-0123456789',
    };
    const page = await serveByScript(app, { listenAt: nextAt, variables });
    try {
      expect(await askAboutPhoto(browser, page.url)).toEqual(goodVisit);
      expect(upstream.asked).toContain('POST /v1/chat/completions');
    } finally {
      await page.close();
      await upstream.close();
      app.remove();
    }
  });

  test.each(['use-chat', 'import-map', 'file-page'] as const)(
    '%s answers a question about a photo',
    async (name) => {
      const { visit } = await visitExample(browser, name);
      expect(visit).toEqual(goodVisit);
    },
  );
});
