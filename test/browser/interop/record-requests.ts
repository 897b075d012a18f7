import type { Connection } from '../../../src/chat/types.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

interface SentPart {
  type: string;
  text?: string;
  image_url?: { url: string; detail?: string };
}

interface SentBody {
  messages: { role: string; content: string | SentPart[] }[];
}

/** A connection to the demo backend, and what was sent over it. */
export function recordRequests() {
  const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0 });
  const bodies: SentBody[] = [];
  const connection: Connection = {
    baseUrl: 'https://demo.example/v1',
    wire: openaiChat,
    model: 'gpt-4o',
    maxRetries: 0,
    async fetch(input, init) {
      const request = new Request(input, init);
      bodies.push((await request.clone().json()) as SentBody);
      return backend(request);
    },
  };
  /** The images of the last request: type and detail. */
  const sentImages = (): { mediaType: string; detail: string | undefined }[] =>
    (bodies.at(-1)?.messages ?? [])
      .flatMap(({ content }) => (typeof content === 'string' ? [] : content))
      .flatMap(({ image_url: image }) =>
        image
          ? [{ mediaType: /^data:([^;]+)/.exec(image.url)?.[1] ?? '', detail: image.detail }]
          : [],
      );
  return { connection, bodies, sentImages };
}
