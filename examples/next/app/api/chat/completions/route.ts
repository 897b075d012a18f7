import { createDemoBackend } from 'image-chat-kit/demo';
import { createProxyHandler } from 'image-chat-kit/server';

const { UPSTREAM, OPENAI_API_KEY, ORIGIN } = process.env;

const handler = createProxyHandler({
  upstream: UPSTREAM ?? 'https://api.openai.com/v1/chat/completions',
  key: OPENAI_API_KEY ?? 'none',
  models: ['gpt-4o'],
  allowedOrigins: [ORIGIN ?? 'http://localhost:3000'],
  // Without a key, the demo backend answers in place of the provider.
  ...(OPENAI_API_KEY ? {} : { fetch: createDemoBackend() }),
  // Anyone may ask, which suits the demo backend only. Check the session of your app here.
  authorize: 'public',
});

export { handler as POST, handler as OPTIONS };
