/** A session in a cookie, the page on one origin and the built proxy handler on another, in Chromium. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'image-chat-kit-cookies-'));
const servers: Server[] = [];
let browser: Browser;

beforeAll(async () => {
  writeFileSync(
    join(folder, 'main.js'),
    `import { createChatStore, createTransport } from '${dist}/core.js';
     import { openaiChat } from '${dist}/wire/openai-chat.js';
     globalThis.ask = async (connection) => {
       const wired = { wire: openaiChat, model: 'm', maxRetries: 0, ...connection };
       const store = createChatStore({ connection: wired, createTransport });
       const { accepted, error } = await store.send({ text: 'What is it?' });
       return accepted ? 'accepted' : error.code + ': ' + error.message;
     };`,
  );
  await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(folder, 'out'),
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(folder, 'main.js'), output: { entryFileNames: 'main.js' } },
    },
  });
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}, 120_000);

afterAll(async () => {
  await browser.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true });
});

/** Another port of the same host is another origin. */
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const pages: RequestListener = ({ url = '' }, outgoing) => {
  if (url === '/') {
    outgoing.setHeader('content-type', 'text/html');
    outgoing.end('<!doctype html><script type="module" src="/main.js"></script>');
    return;
  }
  try {
    const script = readFileSync(join(folder, 'out', url));
    outgoing.setHeader('content-type', 'text/javascript');
    outgoing.end(script);
  } catch {
    outgoing.writeHead(404).end();
  }
};

test('a cookie reaches the handler where both sides say so, and its lack is told in words', async () => {
  const { createProxyHandler, toNodeListener } = (await import(
    `${dist}/server.js`
  )) as typeof import('../../src/server/index.js');
  const origin = await listen(pages);
  const answer = { choices: [{ index: 0, delta: { content: 'A cat.' }, finish_reason: 'stop' }] };
  const api = (allowCredentials: boolean): RequestListener =>
    toNodeListener(
      createProxyHandler({
        upstream: 'https://provider.example/v1/chat/completions',
        key: 'sk-of-the-server-0123456789',
        models: ['m'],
        allowedOrigins: [origin],
        allowCredentials,
        authorize: ({ headers }) => headers.get('cookie')?.includes('session=ann') ?? false,
        fetch: async () =>
          new Response(`data: ${JSON.stringify(answer)}\n\ndata: [DONE]\n\n`, {
            headers: { 'content-type': 'text/event-stream' },
          }),
        log: () => undefined,
      }),
    );
  const open = await listen(api(true));
  const closed = await listen(api(false));
  const context = await browser.newContext();
  await context.addCookies([{ name: 'session', value: 'ann', url: open }]);
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForFunction('globalThis.ask');
  const ask = (connection: object): Promise<string> =>
    page.evaluate(`ask(${JSON.stringify(connection)})`);

  expect(await ask({ baseUrl: open, credentials: 'include' })).toBe('accepted');
  expect(await ask({ baseUrl: open })).toMatch(/^key-refused: .*sign in/i);
  expect(await ask({ baseUrl: closed, credentials: 'include' })).toMatch(
    /^unreachable: .*CORS.*and credentials/,
  );
  await context.close();
});
