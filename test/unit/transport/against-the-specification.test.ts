/** Answers as some servers write them: wrong by the specification, and clear to a reader. */
import { describe, expect, test } from 'vitest';
import { createTransport } from '../../../src/transport/create-transport.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import type { ChatEvent, WireFormat } from '../../../src/wire/types.js';
import { collect, streamOf } from '../../helpers/byte-streams.js';

const chunk = (content: string, finish: string | null = null): string =>
  JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: finish }] });
const frame = (...values: string[]): string => values.map((value) => `data: ${value}\n\n`).join('');
const whole = [chunk('A '), chunk('cat.'), chunk('', 'stop')];

/** Reads a text that arrives in pieces of `bytes`. */
function read(text: string, bytes: number, type: string, wire: WireFormat): Promise<ChatEvent[]> {
  const all = new TextEncoder().encode(text);
  const pieces = Array.from({ length: Math.ceil(all.length / bytes) }, (_, index) =>
    all.slice(index * bytes, (index + 1) * bytes),
  );
  const transport = createTransport({
    baseUrl: 'https://provider.example/v1',
    maxRetries: 0,
    fetch: () =>
      Promise.resolve(new Response(streamOf(pieces), { headers: { 'content-type': type } })),
  });
  const { framing } = wire;
  return collect(
    wire.readEvents(
      transport.stream({ path: '/chat', body: '{}' }, { ...(framing && { framing }) }),
    ),
  );
}

const SSE = 'text/event-stream';

describe.each([1, 7, 100_000])('in pieces of %i bytes', (bytes) => {
  test.each([
    ['framed twice', frame(...whole.map((value) => `data: ${value}`)), SSE, openaiChat],
    [
      'no blank line between events',
      frame(...whole, '[DONE]').replaceAll('\n\n', '\n'),
      SSE,
      openaiChat,
    ],
    ['all events in one line', `data: ${[...whole, '[DONE]'].join('data: ')}\n\n`, SSE, openaiChat],
    ['lines of JSON without a field', whole.join('\n'), SSE, openaiChat],
    ['the label of a web page', frame(...whole), 'text/html; charset=utf-8', openaiChat],
    ['a label for streams of JSON', frame(...whole), 'application/stream+json', openaiChat],
    [
      'lines of JSON that a proxy framed as events',
      frame('{"message":{"content":"A "}}', '{"message":{"content":"cat."},"done":true}'),
      SSE,
      ollamaChat,
    ],
  ] as const)('%s', async (_, text, type, wire) => {
    const events = await read(text, bytes, type, wire);
    const words = events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');
    expect(words).toBe('A cat.');
    expect(events.at(-1)).toMatchObject({ type: 'message-end', reason: 'complete' });
  });

  test.each([
    ['a field named error', 'error: {"code":500,"message":"slot failed"}\n\n'],
    ['a bare line', '{"error":{"message":"slot failed","code":500}}'],
    ['a bare line before the end', '{"error":{"message":"slot failed"}}\n\ndata: [DONE]\n\n'],
  ])('an error as %s', async (_, error) => {
    const events = await read(frame(chunk('A ')) + error, bytes, SSE, openaiChat);
    expect(events.at(-1)).toMatchObject({
      type: 'message-fail',
      code: 'provider-error',
      facts: { providerMessage: 'slot failed' },
    });
  });

  test.each(['<div>Sign in</div>', 'Sign in', '<!doctype html><html>'])(
    'a web page is none: %s',
    async (page) => {
      const [event] = await read(page, bytes, 'text/html', openaiChat);
      expect(event).toMatchObject({ code: 'bad-response', facts: { retryable: false } });
    },
  );
});

test.each(['just text', 'A cat.\nIt sleeps.'])('plain text says what it is: %j', async (text) => {
  const [event, ...more] = await read(text, 4, 'text/plain', openaiChat);
  expect(event).toMatchObject({
    code: 'bad-response',
    message: expect.stringContaining('plain text') as string,
    facts: { retryable: false },
  });
  expect(more).toEqual([]);
});

test('comments alone are no answer, and no text', async () => {
  const [event] = await read(': ping\n\n', 4, SSE, openaiChat);
  expect(event).toMatchObject({ code: 'incomplete' });
});

test('a long line without a field is skipped', async () => {
  const text = `${frame(chunk('A '))}{"x":"${'y'.repeat(100_000)}"}\n\n${frame(chunk('cat.', 'stop'))}`;
  const events = await read(text, 1000, SSE, openaiChat);
  expect(events.at(-1)).toMatchObject({ type: 'message-end', reason: 'complete' });
});

test('numbers that JSON does not have are read as nothing, and words like them as words', async () => {
  const said =
    '{"choices":[{"delta":{"content":"NaN: \\"-Infinity\\""},"logprobs":[NaN, -Infinity]}]}';
  const events = await read(frame(said, '[DONE]'), 1000, SSE, openaiChat);
  expect(events).toContainEqual({ type: 'text-delta', text: 'NaN: "-Infinity"' });
  expect(events.at(-1)).toMatchObject({ type: 'message-end', reason: 'complete' });
});

test.each([
  ['{}', 'application/json'],
  ['null', 'application/json'],
  ['data: {}\n\n', SSE],
])('%j as %s is an empty answer', async (body, type) => {
  expect(await read(body, 1000, type, openaiChat)).toMatchObject([
    {
      type: 'message-fail',
      code: 'incomplete',
      message: expect.stringContaining('empty answer') as string,
    },
  ]);
});
