/** A failure says that what arrived is kept where something did, and only there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTransport } from '../../../src/transport/create-transport.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import type { ChatEvent } from '../../../src/wire/types.js';
import { collect } from '../../helpers/byte-streams.js';
import { startFaultServer, writeText } from '../../helpers/fault-server.js';
import type { FaultServer, FaultStep } from '../../helpers/fault-server.js';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

const hello = 'data: {"choices":[{"index":0,"delta":{"content":"Hello"}}]}\n\n';
const refused = 'data: {"error":{"message":"No."}}\n\n';
const brokenJson = 'data: {"choi\n\n';
const page = '<html><body>502</body></html>\n\n';

let stallTimeoutMs = 30_000;

async function answerOf(...steps: FaultStep[]): Promise<ChatEvent[]> {
  server.play([
    { op: 'head', status: 200, headers: { 'content-type': 'text/event-stream' } },
    ...steps,
  ]);
  const transport = createTransport({
    baseUrl: server.url,
    stallTimeoutMs,
    sleep: () => Promise.resolve(),
  });
  return collect(
    openaiChat.readEvents(transport.stream({ path: '/chat/completions', body: '{}' })),
  );
}

describe.each([
  {
    name: 'a lost connection',
    end: [{ op: 'wait', ms: 20 }, { op: 'destroy' }],
    alone: 'unreachable',
    after: 'incomplete',
  },
  { name: 'an end without a word', end: [{ op: 'end' }], alone: 'incomplete', after: 'incomplete' },
  {
    name: 'an error of the server',
    end: [writeText(refused), { op: 'end' }],
    alone: 'provider-error',
    after: 'provider-error',
  },
  {
    name: 'broken JSON',
    end: [writeText(brokenJson), { op: 'end' }],
    alone: 'bad-response',
    after: 'bad-response',
  },
  {
    name: 'a web page',
    end: [writeText(page), { op: 'end' }],
    alone: 'bad-response',
    after: 'bad-response',
  },
] as Array<{ name: string; end: FaultStep[]; alone: string; after: string }>)(
  '$name',
  ({ end, alone, after }) => {
    test('with nothing before it promises nothing', async () => {
      const events = await answerOf(...end);
      expect(events.at(-1)).toMatchObject({ type: 'message-fail', code: alone });
      expect(JSON.stringify(events)).not.toContain('kept');
    });

    test('after some text says that it is kept', async () => {
      const events = await answerOf(writeText(hello), ...end);
      expect(events).toContainEqual({ type: 'text-delta', text: 'Hello' });
      expect(events.at(-1)).toMatchObject({
        type: 'message-fail',
        code: after,
        message: expect.stringMatching(/ What arrived before is kept\.$/) as string,
      });
    });
  },
);

test('silence after some text is a stall, and the text is kept', async () => {
  stallTimeoutMs = 200;
  const [, ...events] = await answerOf(writeText(hello), { op: 'wait', ms: 60_000 });
  stallTimeoutMs = 30_000;
  expect(events).toMatchObject([
    { type: 'text-delta' },
    { code: 'stalled', message: expect.stringContaining('is kept') as string },
  ]);
});

test('text before a web page is read, wherever the network cuts the two', async () => {
  const bytes = Buffer.from(`${hello}${page}`);
  for (let cut = hello.length - 2; cut < hello.length + 8; cut += 1) {
    const events = await answerOf(
      { op: 'write', b64: bytes.subarray(0, cut).toString('base64') },
      { op: 'wait', ms: 5 },
      { op: 'write', b64: bytes.subarray(cut).toString('base64') },
      { op: 'end' },
    );
    expect(
      events.map((event) => (event.type === 'message-fail' ? event.code : event.type)),
    ).toEqual(['message-start', 'text-delta', 'bad-response']);
  }
});

test('lines of JSON before a web page are read, too', async () => {
  const line = '{"message":{"role":"assistant","content":"Hello"},"done":false}\n';
  server.play([
    { op: 'head', status: 200, headers: { 'content-type': 'application/x-ndjson' } },
    writeText(line + page),
    { op: 'end' },
  ]);
  const events = createTransport({ baseUrl: server.url }).stream(
    { path: '/api/chat', body: '{}' },
    { framing: 'ndjson' },
  );
  expect(await collect(ollamaChat.readEvents(events))).toMatchObject([
    { type: 'message-start' },
    { type: 'text-delta', text: 'Hello' },
    { type: 'message-fail', code: 'bad-response' },
  ]);
});

test('an answer that is about web pages is no web page, wherever the network cuts it', async () => {
  const text = 'Begin with <html> and <!doctype html>, then write the body.';
  const bytes = Buffer.from(
    `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: text } }] })}\n\ndata: [DONE]\n\n`,
  );
  const steps = [...bytes].flatMap((byte): FaultStep[] => [
    { op: 'write', b64: Buffer.of(byte).toString('base64') },
  ]);
  const events = await answerOf(...steps, { op: 'end' });
  expect(events).toContainEqual({ type: 'text-delta', text });
  expect(events.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
});
