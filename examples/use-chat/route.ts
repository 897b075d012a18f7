import { createOpenAI } from '@ai-sdk/openai';
import { convertToModelMessages, streamText, type UIMessage } from 'ai';
import { createDemoBackend } from 'image-chat-kit/demo';

const { OPENAI_API_KEY } = process.env;

const openai = createOpenAI({
  apiKey: OPENAI_API_KEY ?? 'none',
  // Without a key, the demo backend answers in place of the provider.
  ...(OPENAI_API_KEY ? {} : { fetch: createDemoBackend() }),
});

/** The AI SDK's own route, without anything of the kit. In Next it is `POST` of `app/api/chat/route.ts`. */
export async function answer(request: Request): Promise<Response> {
  const { messages } = (await request.json()) as { messages: UIMessage[] };
  const result = streamText({
    model: openai('gpt-4o'),
    messages: await convertToModelMessages(messages),
  });
  return result.toUIMessageStreamResponse();
}
