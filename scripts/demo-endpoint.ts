import type { Plugin } from 'vite';
import type { DemoBackend } from '../src/demo/index.ts';
import { sendResponse, toRequest } from '../test/helpers/static-server.ts';

const path = '/demo-backend';
/** With this header, a connection that breaks waits for a request to `release/…` with its value. */
const HOLD_HEADER = 'x-demo-hold';

/** Serves the demo backend below `/demo-backend`, so that a page under test can reach it with its own `fetch`. */
export function demoEndpoint(): Plugin {
  return {
    name: 'demo-endpoint',
    apply: 'serve',
    configureServer(server) {
      let backend: Promise<DemoBackend> | undefined;
      const load = async (): Promise<DemoBackend> => {
        const { createDemoBackend } = (await server.ssrLoadModule(
          '/src/demo/index.ts',
        )) as typeof import('../src/demo/index.ts');
        return createDemoBackend({ delayMs: 0, tokensPerSecond: 2000 });
      };
      const releases = new Map<string, () => void>();
      server.middlewares.use(`${path}/release`, ({ url = '' }, outgoing) => {
        releases.get(url.slice(1))?.();
        releases.delete(url.slice(1));
        outgoing.writeHead(204).end();
      });
      server.middlewares.use(path, (incoming, outgoing) => {
        const url = `http://${incoming.headers.host ?? ''}${path}${incoming.url ?? '/'}`;
        void (async () => {
          const answer = await (backend ??= load());
          const request = await toRequest(incoming, url);
          const response = await answer(request);
          const hold = request.headers.get(HOLD_HEADER);
          const released = new Promise<void>((resolve) => {
            if (hold !== null) releases.set(hold, resolve);
          });
          sendResponse(hold === null ? response : breakLater(response, released), outgoing);
        })();
      });
    },
  };
}

/** A broken connection discards what the page has not read yet, so it breaks only when the page says that it has. */
function breakLater({ status, headers, body }: Response, released: Promise<void>): Response {
  const reader = body?.getReader();
  const held = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const read = await reader?.read();
          if (read?.value) controller.enqueue(read.value);
          else controller.close();
        } catch (error) {
          await released;
          throw error;
        }
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(held, { status, headers });
}
