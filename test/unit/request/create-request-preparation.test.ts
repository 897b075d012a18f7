import { describe, expect, test } from 'vitest';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { Connection } from '../../../src/chat/types.js';
import { KitError } from '../../../src/errors.js';
import type { ImagePart } from '../../../src/messages/types.js';
import type { Pipeline } from '../../../src/pipeline/types.js';
import { createRequestPreparation } from '../../../src/request/create-request-preparation.js';
import type { RequestPreparationOptions } from '../../../src/request/create-request-preparation.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { anImage } from '../messages/sample-messages.js';
import { prepared } from '../queue/fake-pipeline.js';

/** Makes images of the size that is asked for. */
const pipeline: Pipeline = {
  async prepare(_source, { maxSidePx = 1000, detail = 'auto' } = {}) {
    const size = { width: maxSidePx, height: maxSidePx / 2 };
    return { ...prepared(`${maxSidePx} px`, { detail }), ...size };
  },
  dispose() {},
};

function setUp(options: Omit<RequestPreparationOptions, 'connection'>, refusals: string[] = []) {
  const bodies: string[] = [];
  const connection: Connection = {
    baseUrl: 'https://chat.example',
    wire: anthropicMessages,
    model: 'claude-sonnet-4-5',
    maxRetries: 0,
    async fetch(input, init) {
      bodies.push(await new Request(input, init).text());
      const message = refusals.shift();
      return message === undefined
        ? new Response('event: message_stop\ndata: {"type":"message_stop"}\n\n', {
            headers: { 'content-type': 'text/event-stream' },
          })
        : Response.json({ type: 'error', error: { message } }, { status: 400 });
    },
  };
  const preparation = createRequestPreparation({ connection, ...options });
  const store = createChatStore({ connection, createTransport, ...preparation });
  return { store, preparation, bodies };
}

const failingUpload = () => Promise.reject(new KitError('unreachable', { message: 'Offline.' }));

const large = (facts: Partial<ImagePart> = {}) => anImage({ width: 1000, height: 500, ...facts });

describe('a store without React', () => {
  test('has an image converted that the endpoint would not take, and keeps the conversation', async () => {
    const { store, bodies } = setUp({ pipeline });
    const image = large({ mediaType: 'image/avif' });
    expect(await store.send({ text: 'What is it?', images: [image] })).toEqual({ accepted: true });
    expect(bodies[0]).toContain('image/jpeg');
    expect(store.getSnapshot().entries[0]?.message.parts[0]).toBe(image);
  });

  test('refuses without a request what nothing can be done about', async () => {
    const { store, preparation, bodies } = setUp({});
    const question = { text: 'What is it?', images: [large({ mediaType: 'image/avif' })] };
    expect(preparation.preview(question).problems).toMatchObject([
      { code: 'media-type', severity: 'error' },
    ]);
    const outcome = await store.send(question);
    expect(outcome).toMatchObject({ error: { facts: { problem: 'media-type' } } });
    expect(bodies).toEqual([]);
  });

  test('sends a smaller image once the server has refused its size', async () => {
    const { store, bodies } = setUp({ pipeline }, [
      'messages.0.content.0.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 800 pixels',
    ]);
    const images = [large()];
    expect(await store.send({ text: 'What is it?', images })).toEqual({ accepted: true });
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toContain(btoa('800 px'));
  });

  test('uploads an image once, names it in the next preview, and again when the file is gone', async () => {
    const gone = 'File not found: file-1';
    const refusals: string[] = [];
    let uploads = 0;
    const { store, preparation, bodies } = setUp(
      { upload: async () => ({ kind: 'file-id', fileId: `file-${(uploads += 1)}` }) },
      refusals,
    );
    const images = [large()];
    await store.send({ text: 'What is it?', images });
    store.stop();
    await store.send({ text: 'Are you sure?' });
    store.stop();
    expect(uploads).toBe(1);
    expect(bodies[1]).toContain('file-1');
    const { messages } = preparation.preview({ text: 'Well?', images });
    expect(messages[0]?.parts[0]).toMatchObject({ data: { kind: 'file-id', fileId: 'file-1' } });

    refusals.push(gone);
    expect(await store.send({ text: 'Really?' })).toEqual({ accepted: true });
    expect(uploads).toBe(2);
    expect(bodies.at(-1)).toContain('file-2');
  });

  test('sends the bytes of an image whose upload fails, where the format takes them', async () => {
    const { store, bodies } = setUp({ upload: failingUpload });
    const images = [large()];
    expect(await store.send({ text: 'What is it?', images })).toEqual({ accepted: true });
    expect(bodies[0]).toContain('base64');

    const elsewhere = createRequestPreparation({
      connection: { baseUrl: 'https://chat.example', wire: openaiAssistants, model: 'gpt-4o' },
      upload: failingUpload,
    });
    const { signal } = new AbortController();
    const question = { id: 'q', role: 'user' as const, parts: images };
    const outcome = Promise.resolve({ accepted: true as const });
    await expect(elsewhere.prepareMessages([question], signal, outcome)).rejects.toThrow(
      'Offline.',
    );
  });
});
