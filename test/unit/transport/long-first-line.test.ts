import { expect, test } from 'vitest';
import { createTransport } from '../../../src/transport/create-transport.js';
import { collect, streamOf } from '../../helpers/byte-streams.js';

/** An image in an answer is one line of megabytes. Time that grew with its square would pass the limit of a test. */
const image = JSON.stringify({ message: { images: ['A'.repeat(4_000_000)] } });

function chunksOf(text: string, bytes: number): Uint8Array[] {
  const all = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(all.length / bytes) }, (_, index) =>
    all.slice(index * bytes, (index + 1) * bytes),
  );
}

function read(text: string, chunkBytes: number, framing: 'ndjson' | 'server-sent-events') {
  const body = streamOf(chunksOf(text, chunkBytes));
  const headers = { 'content-type': 'application/json' };
  const transport = createTransport({
    baseUrl: 'https://provider.example/v1',
    fetch: () => Promise.resolve(new Response(body, { headers })),
  });
  return collect(transport.stream({ path: '/chat', body: '{}' }, { framing }));
}

test.each([
  { what: 'the first of JSON lines', text: `${image}\n{"done":true}\n`, events: 2 },
  { what: 'a whole document', text: image, events: 1 },
])('a line of megabytes is read in time: $what', async ({ text, events }) => {
  expect(await read(text, 65_536, 'ndjson')).toHaveLength(events);
  expect(await read(text, 1024, 'ndjson')).toHaveLength(events);
});

test('a document in events is read in time, however many blank lines it has', async () => {
  const text = `{"a":${'\n'.repeat(1_000_000)}1}`;
  expect(await read(text, 65_536, 'server-sent-events')).toHaveLength(1);
});
