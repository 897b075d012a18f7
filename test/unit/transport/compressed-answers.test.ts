/** Compression that is broken or claimed wrongly, over real HTTP. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTransport } from '../../../src/transport/create-transport.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { collect } from '../../helpers/byte-streams.js';
import { startDemoServer } from '../../helpers/demo-server.js';
import type { DemoServer } from '../../helpers/demo-server.js';
import { startFaultServer } from '../../helpers/fault-server.js';
import { textOfEvents } from '../../helpers/read-stream.js';

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server.close());

async function ask(baseUrl: string, words: string) {
  const transport = createTransport({ baseUrl, sleep: () => Promise.resolve() });
  const request = await openaiChat.buildRequest(
    [{ id: 'u', role: 'user', parts: [{ type: 'text', text: words }] }],
    { model: 'gpt-4o' },
  );
  return collect(openaiChat.readEvents(transport.stream(request)));
}

describe('an answer of the demo backend', () => {
  test.each(['gzip-unlabelled', 'gzip-claimed'])(
    '%s is a bad response, said plainly, and asked for once',
    async (fault) => {
      const before = server.asked.length;
      const events = await ask(`${server.url}/v1`, `Hi /fault ${fault}`);
      expect(events.at(-1)).toMatchObject({
        type: 'message-fail',
        code: 'bad-response',
        message: expect.stringContaining('compression') as string,
        facts: { retryable: true },
      });
      expect(server.asked.length - before).toBe(1);
    },
  );
});

test('a packed answer that breaks in the middle is not taken for a whole one', async () => {
  const events = await ask(`${server.url}/v1`, 'Hi, a long story please /fault gzip-cut');
  const last = events.at(-1);
  expect(last?.type === 'message-fail' ? last.code : last).toMatch(/^(?:incomplete|bad-response)$/);
});

test('compression that is what it claims to be is no trouble', async () => {
  const faults = await startFaultServer();
  try {
    const event = { choices: [{ index: 0, delta: { content: 'Hello' }, finish_reason: 'stop' }] };
    const body = gzipSync(`data: ${JSON.stringify(event)}\n\ndata: [DONE]\n\n`);
    faults.play([
      {
        op: 'head',
        status: 200,
        headers: { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' },
      },
      { op: 'write', b64: body.toString('base64') },
      { op: 'end' },
    ]);
    const events = await ask(faults.url, 'Hi');
    expect(textOfEvents(events)).toBe('Hello');
    expect(events.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
  } finally {
    await faults.close();
  }
});
