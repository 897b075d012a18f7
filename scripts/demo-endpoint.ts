import type { Plugin } from 'vite';
import type { DemoBackend } from '../src/demo/index.ts';
import { sendResponse, toRequest } from '../test/helpers/static-server.ts';

const path = '/demo-backend';

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
      server.middlewares.use(path, (incoming, outgoing) => {
        const url = `http://${incoming.headers.host ?? ''}${path}${incoming.url ?? '/'}`;
        void (async () => {
          const answer = await (backend ??= load());
          sendResponse(await answer(await toRequest(incoming, url)), outgoing);
        })();
      });
    },
  };
}
