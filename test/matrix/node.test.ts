/** What runs on a server, in each version of Node that the package says it supports. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { makeApp } from '../adopters/make-app.js';

const versions = ['20.3.0', '20.20.2', '22.22.0', '24.21.0'];

const aliasOf = (version: string): string => `node-${version.replaceAll('.', '-')}`;

/** Not for servers: they start a worker of browsers, or are styles. */
const entries = Object.keys(manifest.exports).filter(
  (name) => !/^\.\/(package\.json|worker|create-worker|testing\/|.*\.css)/.test(name),
);

const program = `
import { createServer } from 'node:http';
${entries.map((name, index) => `import * as entry${index} from '${manifest.name}${name.slice(1)}';`).join('\n')}
import { countImageTokens, createChatStore, createTransport } from '${manifest.name}/core';
import { createDemoBackend } from '${manifest.name}/demo';
import { createProxyHandler, toNodeListener } from '${manifest.name}/server';
import { openaiChat } from '${manifest.name}/wire/openai-chat';

const names = [${entries.map((_, index) => `entry${index}`).join(', ')}].map((entry) => Object.keys(entry).length);
let handler;
const server = createServer(toNodeListener((request) => handler(request)));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = 'http://127.0.0.1:' + server.address().port;
handler = createProxyHandler({
  upstream: 'https://provider.example/v1/chat/completions',
  key: 'sk-of-the-server-0123456789',
  models: ['gpt-4o'],
  allowedOrigins: [origin],
  authorize: 'public',
  fetch: createDemoBackend({ delayMs: 0, tokensPerSecond: 0 }),
});
const connection = { wire: openaiChat, baseUrl: origin + '/api', model: 'gpt-4o' };
const store = createChatStore({ connection, createTransport });
const { accepted } = await store.send({ text: 'What is it?' });
while (store.getSnapshot().status !== 'ready') await new Promise((resolve) => setTimeout(resolve, 10));
const answer = store.getSnapshot().entries.at(-1);
server.closeAllConnections();
server.close();
console.log(JSON.stringify({
  version: process.versions.node,
  empty: names.filter((count) => count === 0).length,
  tokens: countImageTokens({ width: 4032, height: 3024 }, 'gpt-4o', 'high').tokens,
  accepted,
  status: answer.answer?.status,
}));
`;

describe.skipIf(inject('unreachable') !== '' || process.platform !== 'linux')('on a server', () => {
  const app = makeApp();
  beforeAll(async () => {
    app.write('package.json', { name: 'server', private: true, type: 'module' });
    app.write('main.mjs', program);
    const platform = `node-linux-${process.arch === 'arm64' ? 'arm64' : 'x64'}`;
    await app.install(
      ...versions.map((version) => `${aliasOf(version)}@npm:${platform}@${version}`),
      'react@19.3.1',
      'react-dom@19.3.1',
      inject('tarball'),
    );
  });
  afterAll(() => app.remove());

  test.each(versions)(
    'Node %s imports every entry, and answers through the handler',
    async (version) => {
      const node = join(app.folder, 'node_modules', aliasOf(version), 'bin/node');
      expect(existsSync(node)).toBe(true);
      const printed = await app.run(node, 'main.mjs');
      expect(JSON.parse(printed)).toEqual({
        version,
        empty: 0,
        tokens: expect.any(Number),
        accepted: true,
        status: 'complete',
      });
    },
  );
});
