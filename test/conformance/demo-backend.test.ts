/** What we write, judged by the backend that judges like the providers; what it streams, read by us. */
import { describe, expect, test } from 'vitest';
import { createBatchFiles } from '../../src/batch/create-batch-files.js';
import { pollBatch } from '../../src/batch/poll-batch.js';
import { readBatchResults } from '../../src/batch/read-batch-results.js';
import { submitBatch } from '../../src/batch/submit-batch.js';
import { createDemoBackend } from '../../src/demo/index.js';
import type { ChatMessage, ImagePart } from '../../src/messages/types.js';
import { createTransport } from '../../src/transport/create-transport.js';
import type { Transport } from '../../src/transport/types.js';
import type { ChatEvent, WireFormat } from '../../src/wire/types.js';
import { allWireFormats } from '../helpers/all-wire-formats.js';
import { collect } from '../helpers/byte-streams.js';
import { readFixture } from '../helpers/read-fixture.js';
import { textOfEvents } from '../helpers/read-stream.js';

const models: Record<string, string> = {
  'openai-chat': 'gpt-5.6-terra',
  'openai-responses': 'gpt-6-astra',
  'anthropic-messages': 'claude-sonnet-5-5',
  'gemini-generate': 'gemini-3.8-flash',
  'ollama-chat': 'qwen3-vl:8b',
};

function transportFor(wire: WireFormat) {
  const isVersioned = wire.name.startsWith('openai');
  return createTransport({
    baseUrl: isVersioned ? 'https://demo.invalid/v1' : 'https://demo.invalid',
    fetch: createDemoBackend({ delayMs: 0, tokensPerSecond: 0 }),
    headers: () => ({ [wire.keyHeader.name]: `${wire.keyHeader.prefix}sk-demo-key-0123456789` }),
    sleep: () => Promise.resolve(),
  });
}

/** As bytes, or uploaded where the format takes no bytes. */
async function photo(
  wire: WireFormat,
  transport: Transport,
  name: string,
  mediaType: ImagePart['mediaType'],
): Promise<ImagePart> {
  const bytes = new Blob([readFixture(name)], { type: mediaType });
  const image = { type: 'image', id: name, mediaType, detail: 'low' } as const;
  if (wire.bytes) return { ...image, data: { kind: 'bytes', bytes } };
  const form = new FormData();
  form.set('purpose', 'vision');
  form.set('file', bytes, name);
  const { id } = (await (await transport.send({ path: '/files', body: form })).json()) as {
    id: string;
  };
  return { ...image, data: { kind: 'file-id', fileId: id } };
}

async function conversation(wire: WireFormat, transport: Transport): Promise<ChatMessage[]> {
  const jpeg = await photo(wire, transport, 'photo.jpg', 'image/jpeg');
  const png = await photo(wire, transport, 'quad.png', 'image/png');
  return [
    { id: 's', role: 'system', parts: [{ type: 'text', text: 'Be brief.' }] },
    { id: 'u', role: 'user', parts: [{ type: 'text', text: 'First?' }, jpeg] },
    { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'One.' }] },
    { id: 'v', role: 'user', parts: [{ type: 'text', text: 'Compare.' }, jpeg, png] },
  ];
}

async function modelFor(wire: WireFormat, transport: Transport): Promise<string> {
  const model = models[wire.name];
  if (model !== undefined) return model;
  const response = await transport.send({
    path: '/assistants',
    headers: { 'content-type': 'application/json', 'openai-beta': 'assistants=v2' },
    body: JSON.stringify({ model: 'gpt-4o' }),
  });
  return ((await response.json()) as { id: string }).id;
}

describe.each(allWireFormats)('$name against the demo backend', (wire) => {
  // A run of an assistant is only streamed.
  test.each(wire.name === 'openai-assistants' ? [true] : [true, false])(
    'three images in two turns are answered, streamed: %s',
    async (stream) => {
      const transport = transportFor(wire);
      const model = await modelFor(wire, transport);
      const request = await wire.buildRequest(await conversation(wire, transport), {
        model,
        stream,
      });
      const events = await collect(
        wire.readEvents(
          transport.stream(request, {
            framing: stream ? wire.framing : 'server-sent-events',
          }),
        ),
      );
      expect(events.filter(({ type }) => type === 'message-fail')).toEqual([]);
      expect(events.at(-1)).toEqual({ type: 'message-end', reason: 'complete' });
      expect(textOfEvents(events)).toMatch(/demo|picture|image/i);
      expect(events.some((event: ChatEvent) => event.type === 'usage-update')).toBe(true);
    },
  );

  test.skipIf(wire.batch === undefined)(
    'a batch goes out, runs, and comes back by its ids',
    async () => {
      const transport = transportFor(wire);
      const model = await modelFor(wire, transport);
      const messages = await conversation(wire, transport);
      const requests = ['a', 'b', 'c'].map((customId) => ({
        customId,
        messages,
      }));
      const { files, rejections } = await createBatchFiles(requests, { wire, model });
      expect(rejections).toEqual([]);
      const [file] = files;
      const started = await submitBatch(file as NonNullable<typeof file>, { transport, wire });
      const ended = await pollBatch(started.id, {
        transport,
        wire,
        sleep: (ms) =>
          new Promise((resolve) => {
            setTimeout(resolve, Math.min(ms, 20));
          }),
      });
      expect(ended).toMatchObject({
        status: 'completed',
        requestCounts: { total: 3, completed: 3, failed: 0 },
      });
      const results = await collect(
        readBatchResults(ended, { transport, wire, customIds: file?.customIds ?? [] }),
      );
      expect(results.map(({ customId, status }) => `${customId} ${status}`).toSorted()).toEqual([
        'a succeeded',
        'b succeeded',
        'c succeeded',
      ]);
      expect(results[0]).toMatchObject({
        answer: { endReason: 'complete', text: expect.stringMatching(/\S/) as string },
      });
    },
  );
});
