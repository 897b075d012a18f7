import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const peerWorker = fileURLToPath(
  import.meta.resolve('browser-image-compression/dist/browser-image-compression.js'),
);

const mediaTypes: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

export interface BenchServer {
  url: string;
  /** What the page posted to `/saved/<name>`, by name. */
  saved: Map<string, Buffer>;
  close(): Promise<void>;
}

async function save(
  request: IncomingMessage,
  response: ServerResponse,
  saved: Map<string, Buffer>,
) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  saved.set(decodeURIComponent((request.url ?? '').slice('/saved/'.length)), Buffer.concat(parts));
  response.writeHead(204).end();
}

/** Serves the built page and the one peer that loads itself by URL. Nothing comes from anywhere else. */
export function startServer(folder: string): Promise<BenchServer> {
  const saved = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    if (pathname.startsWith('/saved/')) {
      void save(request, response, saved);
      return;
    }
    const path =
      pathname === '/peers/browser-image-compression.js'
        ? peerWorker
        : join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    if (!existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', mediaTypes[extname(path)] ?? 'application/octet-stream');
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      resolve({
        url: `http://127.0.0.1:${port}/`,
        saved,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
