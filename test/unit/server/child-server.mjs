/** A server in a process of its own, on the kit's sources: whatever ends the process is seen from outside. */
import { createServer } from 'node:http';
import { registerHooks } from 'node:module';

registerHooks({
  // The sources name each other as they are called once built.
  resolve: (name, context, next) =>
    next(/^\..*\.js$/.test(name) ? name.replace(/\.js$/, '.ts') : name, context),
});

const { createProxyHandler, toNodeListener } = await import('../../../src/server/index.ts');

const chat = createProxyHandler({
  upstream: process.argv[2] ?? '',
  key: 'k-1234567',
  models: ['m'],
  allowedOrigins: ['https://app.example'],
  authorize: 'public',
});

const text = new TextEncoder();
const others = {
  '/throws': () => {
    throw new Error('broken handler');
  },
  '/rejects': () => Promise.reject(new Error('broken handler')),
  '/nothing': () => undefined,
  '/used': async () => {
    const response = new Response('x');
    await response.text();
    return response;
  },
  '/breaks': () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          controller.enqueue(text.encode('half'));
          controller.error(new Error('broken body'));
        },
      }),
    ),
  '/endless': () =>
    new Response(
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      }),
    ),
};

const handler = (request) => (others[new URL(request.url).pathname] ?? chat)(request);
const server = createServer(toNodeListener(handler));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
