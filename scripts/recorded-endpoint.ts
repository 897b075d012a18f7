import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const folder = fileURLToPath(new URL('../test/fixtures/streams/', import.meta.url));

/**
 * Answers below `/recorded/<wire format>/<name>` with the bytes of a recorded stream, so that a page under test reads them from
 * a real connection.
 */
export function recordedEndpoint(): Plugin {
  return {
    name: 'recorded-endpoint',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/recorded', ({ url = '' }, outgoing) => {
        const [, wire = '', name = ''] = /^\/([\w-]+)\/([\w-]+)/.exec(url) ?? [];
        outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
        outgoing.end(readFileSync(`${folder}${wire}/${name}.sse`));
      });
    },
  };
}
