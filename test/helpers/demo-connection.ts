import type { Connection } from '../../src/chat/types.js';
import { createDemoBackend } from '../../src/demo/index.js';
import type { DemoBackend, DemoBackendOptions } from '../../src/demo/index.js';
import { openaiChat } from '../../src/wire/openai-chat/index.js';

interface DemoConnection {
  connection: Connection;
  backend: DemoBackend;
  /** The bodies of the requests, in order; none for a connection with its own `fetch`. */
  bodies: string[];
}

/** Returns a connection to a demo backend that answers at once. */
export function demoConnection({
  demo,
  ...given
}: Partial<Connection> & { demo?: DemoBackendOptions | undefined } = {}): DemoConnection {
  const backend = createDemoBackend({ delayMs: 0, tokensPerSecond: 0, ...demo });
  const bodies: string[] = [];
  const connection: Connection = {
    baseUrl: 'https://demo.example/v1',
    wire: openaiChat,
    model: 'gpt-4o',
    maxRetries: 0,
    async fetch(input, init) {
      const request = new Request(input, init);
      bodies.push(await request.clone().text());
      return backend(request);
    },
    ...given,
  };
  return { connection, backend, bodies };
}
