import { ChatClient, fetchServerSentEvents } from '@tanstack/ai-client';
import { describe, expect, test } from 'vitest';
import {
  createConnectionAdapter,
  fromTanStackMessages,
  toContentParts,
} from '../../../src/interop/tanstack-ai.js';
import type { ImageDetail } from '../../../src/models/types.js';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { recordRequests } from './record-requests.js';

async function imagesOf(...wanted: [name: string, detail: ImageDetail][]) {
  const pipeline = createPipeline();
  const prepared = await Promise.all(
    wanted.map(async ([name, detail]) =>
      pipeline.prepare(await loadFixture(name), { model: 'gpt-4o', detail }),
    ),
  );
  pipeline.dispose();
  return toContentParts(prepared);
}

describe('in TanStack AI', () => {
  test('images reach the model with the detail of each, and the answer streams back', async () => {
    const { connection, sentImages } = recordRequests();
    const client = new ChatClient({ connection: createConnectionAdapter({ connection }) });
    const images = await imagesOf(['photo.jpg', 'low'], ['quad.png', 'high']);
    await client.sendMessage({ content: [{ type: 'text', content: 'Compare them.' }, ...images] });
    expect(sentImages()).toEqual([
      { mediaType: 'image/jpeg', detail: 'low' },
      { mediaType: 'image/png', detail: 'high' },
    ]);
    const answer = client.getMessages().at(-1);
    expect(answer?.role).toBe('assistant');
    expect(answer?.parts).toEqual([{ type: 'text', content: expect.stringContaining('2 images') }]);
    expect(client.getError()).toBeUndefined();
  });

  test('the next question carries the earlier images with their detail', async () => {
    const { connection, sentImages } = recordRequests();
    const client = new ChatClient({ connection: createConnectionAdapter({ connection }) });
    const images = await imagesOf(['quad.png', 'high']);
    await client.sendMessage({ content: [{ type: 'text', content: 'What is it?' }, ...images] });
    await client.sendMessage('And its colours?');
    expect(sentImages()).toEqual([{ mediaType: 'image/png', detail: 'high' }]);
  });

  test('a refusal becomes the error of the client, in plain words', async () => {
    const { connection } = recordRequests();
    const client = new ChatClient({
      connection: createConnectionAdapter({
        connection: { ...connection, model: 'no-such-model' },
      }),
    });
    await client.sendMessage('Hello?');
    expect(client.getError()?.message).toMatch(/no-such-model|model/);
  });

  test('an app of its own backend gets images and detail in the request of TanStack AI', async () => {
    const bodies: { messages: unknown[] }[] = [];
    const client = new ChatClient({
      connection: fetchServerSentEvents('https://app.example/api/chat', {
        fetchClient: async (_url, init) => {
          const { body = null } = init ?? {};
          bodies.push((await new Response(body).json()) as { messages: unknown[] });
          return new Response('', { headers: { 'content-type': 'text/event-stream' } });
        },
      }),
    });
    const images = await imagesOf(['quad.png', 'low']);
    await client.sendMessage({ content: [{ type: 'text', content: 'What is it?' }, ...images] });
    const sent = bodies[0]?.messages as Parameters<typeof fromTanStackMessages>[0];
    expect(fromTanStackMessages(sent)).toMatchObject([
      {
        role: 'user',
        parts: [
          { type: 'text', text: 'What is it?' },
          { type: 'image', detail: 'low', mediaType: 'image/png', width: 96, height: 64 },
        ],
      },
    ]);
  });
});
