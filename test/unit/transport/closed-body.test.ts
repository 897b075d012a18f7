import { expect, test } from 'vitest';
import { createTransport } from '../../../src/transport/create-transport.js';

test.each([
  ['text/event-stream', 'server-sent-events', 'data: {"a":1}\n\ndata: [DONE]\n\n'],
  ['application/x-ndjson', 'ndjson', '{"a":1}\n{"done":true}\n'],
] as const)(
  'a body of %s that was left after its first piece is cancelled',
  async (type, framing, text) => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
      cancel() {
        isCancelled = true;
      },
    });
    const transport = createTransport({
      baseUrl: 'https://provider.example',
      fetch: () => Promise.resolve(new Response(body, { headers: { 'content-type': type } })),
    });
    const request = { path: '/chat', method: 'POST' as const, headers: {}, body: '{}' };
    for await (const event of transport.stream(request, { framing })) {
      expect(event.data).toBe('{"a":1}');
      break;
    }
    expect(isCancelled).toBe(true);
  },
);
