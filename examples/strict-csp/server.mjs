// Serves the built page under a strict policy, and the chat's requests: all on plain Node.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createDemoBackend } from 'image-chat-kit/demo';
import { createProxyHandler, toNodeListener } from 'image-chat-kit/server';

const { OPENAI_API_KEY, PORT = '3000' } = process.env;

const policy = [
  "default-src 'none'",
  // WebAssembly is optional: without it, images are resized in JavaScript.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  // Thumbnails, and the images of the conversation.
  "img-src 'self' blob:",
  "connect-src 'self'",
  // The worker that prepares images.
  'worker-src blob:',
  "require-trusted-types-for 'script'",
  'trusted-types image-chat-kit',
].join('; ');

const handler = createProxyHandler({
  upstream: 'https://api.openai.com/v1/chat/completions',
  key: OPENAI_API_KEY ?? 'none',
  models: ['gpt-4o'],
  allowedOrigins: [`http://localhost:${PORT}`, `http://127.0.0.1:${PORT}`],
  // Without a key, the demo backend answers in place of the provider.
  ...(OPENAI_API_KEY ? {} : { fetch: createDemoBackend() }),
  // Anyone may ask, which suits the demo backend only. Check the session of your app here.
  authorize: 'public',
});

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

async function page(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
  const name = pathname === '/' ? 'index.html' : normalize(pathname);
  try {
    const file = await readFile(join('dist', name));
    return new Response(file, {
      headers: {
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'content-security-policy': policy,
      },
    });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}

const answer = (request) =>
  (new URL(request.url).pathname.startsWith('/api/') ? handler : page)(request);

createServer(toNodeListener(answer)).listen(PORT, () => console.log(`http://localhost:${PORT}`));
