import { expect } from 'vitest';
import { createDemoBackend } from '../../src/demo/index.js';
import { createProxyHandler } from '../../src/server/index.js';
import { dataUrl } from '../unit/demo/helpers.js';
import { json, type Parser } from './types.js';

const KEY = 'sk-CANARY-server-key';
const dot = dataUrl('small_text.png');

const chat = {
  model: 'gpt-4o',
  stream: true,
  messages: [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'x' },
        { type: 'image_url', image_url: { url: dot, detail: 'low' } },
      ],
    },
  ],
};
const responses = {
  model: 'gpt-4o',
  input: [
    {
      role: 'user',
      content: [
        { type: 'input_text', text: 'x' },
        { type: 'input_image', image_url: dot },
      ],
    },
  ],
};
const messages = {
  model: 'claude-sonnet-4-6',
  max_tokens: 9,
  messages: [
    {
      role: 'user',
      content: [
        { type: 'image', source: { type: 'base64', media_type: 'image/png', data: dot.slice(22) } },
      ],
    },
  ],
};
const contents = {
  contents: [
    {
      role: 'user',
      parts: [{ text: 'x' }, { inlineData: { mimeType: 'image/png', data: dot.slice(22) } }],
    },
  ],
};

const paths = [
  '/v1/chat/completions',
  '/v1/responses',
  '/v1/messages',
  '/v1beta/models/gemini-3.8-flash:generateContent',
  '/api/chat',
];

function post(url: string, body: Uint8Array<ArrayBuffer>): Request {
  const headers = { 'content-type': 'application/json', origin: 'https://app.example' };
  return new Request(url, { method: 'POST', headers, body });
}

export const serverParsers: readonly Parser[] = [
  {
    name: 'proxy',
    seeds: json(chat, responses, messages, contents),
    async read(bytes) {
      let sent = '';
      const proxy = createProxyHandler({
        upstream: 'https://provider.example/v1/chat/completions',
        key: KEY,
        models: ['gpt-4o'],
        allowedOrigins: ['https://app.example'],
        authorize: 'public',
        log: () => {},
        fetch: async (_url, init) => {
          sent = await new Response(init?.body).text();
          return Response.json({ choices: [] });
        },
      });
      const answer = await proxy(post('https://app.example/api/chat', bytes));
      expect([200, 400, 403, 413, 415]).toContain(answer.status);
      const said = await answer.text();
      expect(said).not.toContain(KEY);
      if (answer.status !== 200) expect(JSON.parse(said)).toHaveProperty('error.code');
      // What reaches the provider is of a listed model, and written again.
      if (sent !== '') expect(JSON.parse(sent)).toHaveProperty('model', 'gpt-4o');
    },
  },
  {
    name: 'demo backend',
    seeds: json(chat, responses, messages, contents),
    async read(bytes) {
      const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
      const path = paths[bytes.length % paths.length] ?? '';
      const answer = await backend(post(`http://demo.invalid${path}`, bytes));
      expect([200, 400, 404, 413]).toContain(answer.status);
      await answer.arrayBuffer();
    },
  },
];
