import { createProxyHandler } from 'image-chat-kit/server';

let handler: ReturnType<typeof createProxyHandler> | undefined;

/** Made with the first request: while Next builds, there are no such variables. */
function handle(request: Request): Promise<Response> {
  handler ??= createProxyHandler({
    upstream: process.env.UPSTREAM!,
    key: () => process.env.API_KEY,
    models: ['gpt-4o'],
    allowedOrigins: [process.env.ORIGIN!],
  });
  return handler(request);
}

export const POST = handle;
export const OPTIONS = handle;
