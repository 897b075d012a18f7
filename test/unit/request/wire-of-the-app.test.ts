/** A wire format of an app is checked, priced, sent and explained as those of the kit are. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { Connection } from '../../../src/chat/types.js';
import { checkImageLink } from '../../../src/messages/check-image-link.js';
import { checkRequest } from '../../../src/messages/check-request.js';
import type { ImagePart } from '../../../src/messages/types.js';
import { createRequestPreparation } from '../../../src/request/create-request-preparation.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { ask, linked, anImage } from '../messages/sample-messages.js';

/** Images as ids or https links, PNG and JPEG only; the answer is one line of text an event. */
const ownWire: WireFormat = {
  name: 'wire-of-the-app',
  keyHeader: { name: 'x-session', prefix: '' },
  framing: 'ndjson',
  bytes: false,
  links: 'https',
  fileIds: true,
  acceptedMediaTypes: ['image/png', 'image/jpeg'],
  imageAt({ partIndex = -1 }, messages) {
    const part = messages.at(-1)?.parts[partIndex];
    return part?.type === 'image' ? part : undefined;
  },
  async buildRequest(messages, { model }) {
    const body = new Blob([JSON.stringify({ model, messages })]);
    return { path: '/ask', headers: { 'content-type': 'application/json' }, body, warnings: [] };
  },
  async *readEvents(events) {
    for await (const { data } of events) {
      const { text } = JSON.parse(data) as { text: string };
      yield { type: 'text-delta', text };
    }
    yield { type: 'message-end', reason: 'complete' };
  },
};

let server: Server;
let connection: Connection;
let bodies: string[] = [];
let refusal: string | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(refusal === undefined ? 200 : 400, { 'content-type': 'application/json' });
      response.end(refusal ?? '{"text":"Two "}\n{"text":"cats."}\n');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  connection = {
    wire: ownWire,
    model: 'gpt-4o',
    baseUrl: `http://127.0.0.1:${port}`,
    maxRetries: 0,
    price: { inputPerMillion: 10, outputPerMillion: 30 },
  };
});
afterAll(() => server.close());
beforeEach(() => {
  bodies = [];
  refusal = undefined;
});

const uploaded = (facts: Partial<ImagePart> = {}): ImagePart =>
  anImage({ data: { kind: 'file-id', fileId: 'file-1' }, ...facts });

test('it is checked by what it says of itself', () => {
  const target = { model: 'gpt-4o', wire: ownWire };
  const codes = (image: ImagePart) =>
    checkRequest([ask(image, 'What?')], target).map((p) => p.code);
  expect(codes(uploaded())).toEqual([]);
  expect(codes(linked('https://example.com/a.jpg'))).toEqual([]);
  expect(codes(linked('http://example.com/a.jpg'))).toEqual(['url-form']);
  expect(codes(anImage())).toEqual(['unsupported-by-wire']);
  expect(codes(anImage({ mediaType: 'image/webp' }))).toEqual([
    'unsupported-by-wire',
    'media-type',
  ]);
  const noLinks = { ...ownWire, links: 'none' } as const;
  expect(checkImageLink('https://example.com/a.jpg', { ...target, wire: noLinks })).toMatchObject({
    code: 'unsupported-by-wire',
  });
});

test('its plain facts are checked in the same way', () => {
  const wire = { bytes: false, links: 'none', fileIds: true } as const;
  const messages = [ask(anImage(), linked('https://example.com/a.jpg'), uploaded(), 'What?')];
  const problems = checkRequest(messages, { model: 'gpt-4o', wire });
  expect(problems.map(({ code, imageIndex }) => [code, imageIndex])).toEqual([
    ['unsupported-by-wire', 0],
    ['unsupported-by-wire', 1],
  ]);
});

test('its request is previewed with a price, and sent', async () => {
  const preparation = createRequestPreparation({ connection });
  const images = [uploaded({ width: 512, height: 512 })];
  const { messages, totals, cost } = preparation.preview({ text: 'What is it?', images });
  expect(totals?.tokens.value).toBeGreaterThan(200);
  expect(cost?.amount).toBeCloseTo(((totals?.tokens.value ?? 0) * 10) / 1_000_000);
  const store = createChatStore({ connection, createTransport, ...preparation });
  expect(await store.send({ text: 'What is it?', images })).toEqual({ accepted: true });
  expect(
    (JSON.parse(bodies[0] ?? '') as { messages: [{ parts: unknown }] }).messages[0].parts,
  ).toEqual(JSON.parse(JSON.stringify(messages[0]?.parts)));
  await expect
    .poll(() => store.getSnapshot().entries.at(-1)?.message.parts)
    .toEqual([{ type: 'text', text: 'Two cats.' }]);
});

test('bytes that it cannot carry stay here, and the reason is a problem that can be fixed', async () => {
  const preparation = createRequestPreparation({ connection });
  const store = createChatStore({ connection, createTransport, ...preparation });
  const outcome = await store.send({ text: 'What is it?', images: [anImage()] });
  expect(outcome).toMatchObject({ error: { facts: { problem: 'unsupported-by-wire' } } });
  expect(bodies).toEqual([]);
});

test('bytes that it cannot carry are uploaded first', async () => {
  const preparation = createRequestPreparation({
    connection,
    upload: async () => ({ kind: 'file-id', fileId: 'file-7' }),
  });
  const store = createChatStore({ connection, createTransport, ...preparation });
  expect(await store.send({ text: 'What is it?', images: [anImage()] })).toEqual({
    accepted: true,
  });
  expect(bodies[0]).toContain('file-7');
});

test('a refusal is explained, and names the image that stood at the place', async () => {
  refusal = JSON.stringify({
    error: { message: 'content[1].image: the image exceeds 900 pixels on its longer side: 900 px' },
  });
  const preparation = createRequestPreparation({ connection });
  const store = createChatStore({ connection, createTransport, ...preparation });
  const images = [uploaded({ id: 'first' }), uploaded({ id: 'second' })];
  const outcome = await store.send({ text: 'Compare.', images });
  expect(outcome).toMatchObject({
    error: { facts: { problem: 'image-side', limit: 900, imageId: 'second' } },
  });
});
