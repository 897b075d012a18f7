import { convertToModelMessages, streamText, type UIMessage } from 'ai';
import { MockLanguageModelV4, simulateReadableStream } from 'ai/test';

type Chunk =
  Awaited<ReturnType<MockLanguageModelV4['doStream']>>['stream'] extends ReadableStream<infer Part>
    ? Part
    : never;

const words = 'Two cats, one black and one white. Both look at the camera.'.match(/\S+\s*/g) ?? [];

const chunks: Chunk[] = [
  { type: 'reasoning-start', id: 'r' },
  { type: 'reasoning-delta', id: 'r', delta: 'I count the animals, then their colours.' },
  { type: 'reasoning-end', id: 'r' },
  { type: 'text-start', id: 't' },
  ...words.map((delta): Chunk => ({ type: 'text-delta', id: 't', delta })),
  { type: 'text-end', id: 't' },
  {
    type: 'source',
    sourceType: 'url',
    id: 's',
    url: 'https://cats.example/colours',
    title: 'Colours of cats',
  },
  {
    type: 'finish',
    finishReason: { unified: 'stop', raw: undefined },
    usage: {
      inputTokens: { total: 812, noCache: 812, cacheRead: undefined, cacheWrite: undefined },
      outputTokens: { total: 31, text: 31, reasoning: undefined },
    },
  },
];

/** A route as the AI SDK documents it, with the SDK's mock in the model's place. */
export async function mockRoute(request: Request): Promise<Response> {
  const { messages } = (await request.json()) as { messages: UIMessage[] };
  const model = new MockLanguageModelV4({
    doStream: () =>
      Promise.resolve({
        stream: simulateReadableStream({ chunks, initialDelayInMs: 200, chunkDelayInMs: 20 }),
      }),
  });
  const result = streamText({ model, messages: await convertToModelMessages(messages) });
  return result.toUIMessageStreamResponse({ sendSources: true });
}
