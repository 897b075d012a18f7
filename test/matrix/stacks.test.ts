import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { askAboutPhoto, openBrowser } from '../adopters/ask.js';
import { makeApp, quickly } from '../adopters/make-app.js';
import { startServer } from '../helpers/static-server.js';

describe('an app that is built by', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each(['esbuild', 'parcel'])('%s answers a question about a photo', async (stack) => {
    const app = makeApp(join(import.meta.dirname, stack));
    const server = await startServer({ folder: join(app.folder, 'dist') });
    try {
      await app.run('npm', 'install', ...quickly, inject('tarball'));
      await app.run('npm', 'run', 'build');
      const visit = await askAboutPhoto(browser, `${server.url}/index.html`);
      expect(visit).toMatchObject({
        status: 'complete',
        said: [],
        elsewhere: [],
        preparedByWorker: 1,
      });
    } finally {
      await server.close();
      app.remove();
    }
  });
});
