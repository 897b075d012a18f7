import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startDemoServer } from '../helpers/demo-server.js';
import { startServer } from '../helpers/static-server.js';
import { askAboutPhoto, openBrowser, type Visit } from './ask.js';
import { appEnvironment, makeApp, quickly, type App } from './make-app.js';

/** What every app shows, whatever built it. */
const expectGoodVisit = (visit: Visit): void => {
  expect(visit).toMatchObject({ status: 'complete', said: [], elsewhere: [] });
  expect(visit.answer.length).toBeGreaterThan(20);
  expect(visit.preparedByWorker).toBe(1);
};

async function build(template: string): Promise<App & { printed: string }> {
  const app = makeApp(join(import.meta.dirname, template));
  await app.run('npm', 'install', ...quickly, inject('tarball'));
  return { ...app, printed: await app.run('npm', 'run', 'build') };
}

describe('an app that installs the package', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test('is built by Vite without a warning, and answers a question about a photo', async () => {
    const app = await build('vite');
    const server = await startServer({ folder: join(app.folder, 'dist') });
    try {
      // One of the files that the build lists may be named for what it does.
      const printed = app.printed.replaceAll(/^dist\/.*$/gm, '');
      expect(printed).not.toMatch(/warn|MODULE_LEVEL_DIRECTIVE|INEFFECTIVE_DYNAMIC_IMPORT/i);
      expectGoodVisit(await askAboutPhoto(browser, `${server.url}/index.html`));
    } finally {
      await server.close();
      app.remove();
    }
  });

  test('is built by Next, and answers through its own route, which adds the key', async () => {
    const upstream = await startDemoServer();
    const app = await build('next');
    const { process: next, url } = await startNext(app.folder, {
      UPSTREAM: `${upstream.url}/v1/chat/completions`,
      API_KEY: 'sk-adopter-0123456789',
    });
    try {
      expectGoodVisit(await askAboutPhoto(browser, url));
      expect(upstream.asked).toContain('POST /v1/chat/completions');
    } finally {
      next.kill();
      await upstream.close();
      app.remove();
    }
  });
});

/** Starts the built app, which has to know its own origin before it listens. */
async function startNext(
  folder: string,
  variables: Record<string, string>,
): Promise<{ process: ChildProcess; url: string }> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const next = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', `${port}`],
    {
      cwd: folder,
      env: { ...appEnvironment(), ...variables, ORIGIN: url },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise<void>((resolve, reject) => {
    next.stdout.on('data', (text: Buffer) => /Ready/.test(text.toString()) && resolve());
    next.on('exit', () => reject(new Error('Next ended before it was ready.')));
  });
  return { process: next, url };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
