/** The demo backend behind a real port of this machine, with what it was asked. */
import { createDemoBackend } from '../../src/demo/index.js';
import type { DemoBackendOptions } from '../../src/demo/index.js';
import { startServer } from './static-server.js';
import type { TestServer } from './static-server.js';

export interface DemoServer extends TestServer {
  /** `METHOD /path`, in the order they came. */
  asked: string[];
}

export async function startDemoServer(options: DemoBackendOptions = {}): Promise<DemoServer> {
  const demo = createDemoBackend({ delayMs: 0, tokensPerSecond: 0, ...options });
  const asked: string[] = [];
  const server = await startServer({
    folder: import.meta.dirname,
    handle(request) {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return demo(request);
    },
  });
  return { ...server, asked };
}
