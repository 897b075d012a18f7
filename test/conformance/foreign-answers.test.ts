/** A connection with the wrong wire format says so, and which one the server speaks. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTransport } from '../../src/transport/create-transport.js';
import type { ChatEvent, WireFormat } from '../../src/wire/types.js';
import { allWireFormats } from '../helpers/all-wire-formats.js';
import { collect } from '../helpers/byte-streams.js';

const folder = new URL('../fixtures/streams/', import.meta.url);
/** These hold an error, which is shown in the words of the server. */
const ERRORS = /^(?:failed|named-error)\./;

const recordings = allWireFormats.flatMap((spoken) =>
  readdirSync(new URL(`${spoken.name}/`, folder)).map((file) => ({
    spoken: spoken.name,
    file,
    bytes: readFileSync(new URL(`${spoken.name}/${file}`, folder)),
  })),
);

let server: Server;
let baseUrl: string;
let answer: { type: string; bytes: Buffer | string };

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': answer.type });
    response.end(answer.bytes);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

function typeOf(file: string): string {
  if (file.endsWith('.sse')) return 'text/event-stream';
  return file.endsWith('.ndjson') ? 'application/x-ndjson' : 'application/json';
}

async function ask(wire: WireFormat, type: string, bytes: Buffer | string): Promise<ChatEvent[]> {
  answer = { type, bytes };
  const transport = createTransport({ baseUrl, maxRetries: 0 });
  const events = transport.stream({ path: '/', body: '{}' }, { framing: wire.framing });
  return collect(wire.readEvents(events));
}

describe.each(allWireFormats)('$name', (wire) => {
  const foreign = recordings.filter(
    ({ spoken, file }) => spoken !== wire.name && !ERRORS.test(file),
  );

  test.each(foreign)('does not take $spoken/$file for its own', async ({ spoken, file, bytes }) => {
    expect(await ask(wire, typeOf(file), bytes)).toEqual([
      {
        type: 'message-fail',
        code: 'bad-response',
        message: `This server speaks another format: its answer looks like ${spoken}, not like ${wire.name}. Choose that wire format in the connection.`,
        facts: { format: spoken, retryable: false },
      },
    ]);
  });

  test.each(recordings.filter(({ file }) => !ERRORS.test(file)))(
    'tells by the first bytes whether $spoken/$file is its own',
    ({ spoken, bytes }) => {
      for (const length of [300, 2_000, bytes.length]) {
        const start = bytes.toString('utf8', 0, length);
        expect([length, wire.looksLike?.(start)]).toEqual([length, spoken === wire.name]);
      }
    },
  );

  test('recognises no format in what is no format of the kit, and says so', async () => {
    const type = wire.framing === 'ndjson' ? 'application/x-ndjson' : 'text/event-stream';
    const line = '{"kind":"words","words":"Hi"}';
    const events = await ask(wire, type, wire.framing === 'ndjson' ? line : `data: ${line}\n\n`);
    expect(events).toEqual([
      expect.objectContaining({
        code: 'bad-response',
        message: expect.stringMatching(/^This server speaks another format: nothing of/) as string,
      }),
    ]);
  });

  test('takes an answer that broke off after a sign of life for a broken one', async () => {
    const text =
      wire.framing === 'ndjson' ? '{}\n' : ': hello\n\nevent: ping\ndata: {"type":"ping"}\n\n';
    const type = wire.framing === 'ndjson' ? 'application/x-ndjson' : 'text/event-stream';
    expect(await ask(wire, type, text)).toEqual([expect.objectContaining({ code: 'incomplete' })]);
  });
});

test('a list of chunks that was written over many lines is recognised, too', async () => {
  const [chat] = allWireFormats;
  const list = JSON.stringify(
    [{ candidates: [{ content: { parts: [{ text: 'Hi' }] } }] }],
    null,
    2,
  );
  expect(await ask(chat as WireFormat, 'application/json', list)).toMatchObject([
    { code: 'bad-response', facts: { format: 'gemini-generate' } },
  ]);
});
