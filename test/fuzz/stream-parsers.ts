// oxlint-disable vitest/no-standalone-expect -- Tests import what is checked here.
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readBatchResults } from '../../src/batch/read-batch-results.js';
import { joinDeltas } from '../../src/chat/join-deltas.js';
import { initialChatState, reduceChat } from '../../src/chat/reduce.js';
import { reduceEvent } from '../../src/chat/reduce-event.js';
import { KitError } from '../../src/errors.js';
import { createTransport } from '../../src/transport/create-transport.js';
import { readNdjson } from '../../src/transport/read-ndjson.js';
import { readSse } from '../../src/transport/read-sse.js';
import { aiSdkUi } from '../../src/wire/ai-sdk-ui/index.js';
import { openaiImages } from '../../src/wire/openai-images/index.js';
import type { ChatEvent, WireFormat } from '../../src/wire/types.js';
import { allWireFormats } from '../helpers/all-wire-formats.js';
import { collect, randomCuts, streamOf } from '../helpers/byte-streams.js';
import { chatEvents } from '../helpers/read-stream.js';
import { bytesOf, json, type Parser } from './types.js';

const wires: readonly WireFormat[] = [...allWireFormats, aiSdkUi, openaiImages];
const SSE_WORDS = [
  'data: ',
  'data:',
  'event: ',
  'id: ',
  ': ',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '[DONE]',
];
const KEY = 'sk-CANARY0123456789abcdef';

/** One cut of its own for each input, the same in every run. */
const cutOf = (bytes: Uint8Array): Uint8Array[] =>
  [...randomCuts(bytes, 1, bytes.length + 1)].flat();

async function outcomeOf(reading: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await reading);
  } catch (error) {
    if (KitError.is(error)) return error.code;
    throw error;
  }
}

const imagesStreams = [
  ...json({ created: 1, data: [{ b64_json: 'iVBORw0KGgo=' }], usage: { input_tokens: 1 } }),
  bytesOf(
    'event: image_generation.partial_image\ndata: {"type":"image_generation.partial_image","b64_json":"iVBORw0KGgo=","partial_image_index":0,"size":"1024x1024"}\n\n' +
      'event: image_generation.completed\ndata: {"type":"image_generation.completed","b64_json":"iVBORw0KGgo=","usage":{"input_tokens":3,"output_tokens":4}}\n\n',
  ),
];

function streamsOf(wire: WireFormat): Uint8Array[] {
  const folder = new URL(`../fixtures/streams/${wire.name}/`, import.meta.url);
  const names = wire === openaiImages ? [] : readdirSync(folder).toSorted();
  const streams = names.map((name) => new Uint8Array(readFileSync(new URL(name, folder))));
  return streams.length > 0 ? streams : imagesStreams;
}

const isEnd = ({ type }: ChatEvent): boolean => type === 'message-end' || type === 'message-fail';

/** Exactly one end, which comes last, and fields of the types that the interface renders. */
function checkEvents(events: readonly ChatEvent[]): void {
  expect(events.filter(isEnd)).toHaveLength(1);
  for (const event of events) {
    if ('text' in event) expect(typeof event.text).toBe('string');
    if ('url' in event) expect(typeof event.url).toBe('string');
    if (event.type === 'usage-update') {
      const { inputTokens = 0, outputTokens = 0 } = event;
      expect(inputTokens >= 0 && outputTokens >= 0).toBe(true);
    }
    if (event.type === 'message-fail') expect(event.message).not.toBe('');
  }
}

/** What the conversation shows of them can be stored. */
function checkAnswer(events: readonly ChatEvent[]): void {
  let state = reduceChat(initialChatState(), {
    type: 'turn-start',
    entries: [{ message: { id: 'q', role: 'user', parts: [{ type: 'text', text: 'What?' }] } }],
    answerId: 'a',
    nowMs: 0,
  });
  for (const event of joinDeltas(events)) {
    if (event.type !== 'message-end' && event.type !== 'message-fail') {
      state = reduceEvent(state, 'a', event, 0);
    }
  }
  structuredClone(state);
}

const answers = wires.map((wire): Parser => ({
  name: `answer ${wire.name}`,
  seeds: streamsOf(wire),
  words: SSE_WORDS,
  async read(bytes) {
    const events = await chatEvents(wire, [bytes]);
    checkEvents(events);
    checkAnswer(events);
    expect(await chatEvents(wire, cutOf(bytes))).toEqual(events);
  },
}));

const errorBodies = json(
  { error: { message: 'Invalid image size: 8x8. Minimum is 10x10', type: 'x', code: 400 } },
  { error: { message: `Incorrect API key provided: ${KEY}`, param: 'messages[0].content[1]' } },
  { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
  { detail: [{ loc: ['body', 'messages', 0], msg: 'field required' }] },
);

const HEADS: ReadonlyArray<[status: number, type: string]> = [
  [200, 'text/event-stream'],
  [200, 'application/json'],
  [200, 'text/html; charset=utf-16le'],
  [400, 'application/json'],
  [413, 'text/html'],
  [429, 'application/json'],
  [502, ''],
];

/** Whole exchanges: what a page gets of any status and body. The key that was sent is in none of it. */
const exchanges = allWireFormats.map((wire): Parser => ({
  name: `exchange ${wire.name}`,
  seeds: [...streamsOf(wire), ...errorBodies],
  words: [...SSE_WORDS, KEY, KEY.slice(0, 12), KEY.slice(12)],
  async read(bytes) {
    const [status, type] = HEADS[bytes.length % HEADS.length] ?? HEADS[0]!;
    const headers: HeadersInit = type === '' ? {} : { 'content-type': type };
    const transport = createTransport({
      baseUrl: 'https://provider.example/v1',
      headers: () => ({ authorization: `Bearer ${KEY}` }),
      maxRetries: 0,
      fetch: async () => new Response(streamOf(cutOf(bytes)), { status, headers }),
    });
    const stream = transport.stream({ path: '/chat', body: '{}' }, { framing: wire.framing });
    try {
      const events = await collect(wire.readEvents(stream));
      checkEvents(events);
      expect(JSON.stringify(events)).not.toContain(KEY);
    } catch (error) {
      if (!KitError.is(error)) throw error;
      expect(JSON.stringify([error.message, error.facts])).not.toContain(KEY);
    }
  },
}));

const batchLines = [
  {
    custom_id: 'a',
    response: { status_code: 200, body: { choices: [{ message: { content: 'A cat.' } }] } },
    error: null,
  },
  { custom_id: 'b', response: { status_code: 400, body: { error: { message: 'No.' } } } },
  {
    custom_id: 'c',
    result: { type: 'succeeded', message: { content: [{ type: 'text', text: 'A cat.' }] } },
  },
  { custom_id: 'd', result: { type: 'errored', error: { type: 'x', message: 'No.' } } },
];

const MAX_CHARS = 4096;

/** Such a line ends the stream if it is buffered. One that comes whole and has no data may mean nothing. */
const hasTooLongLine = (bytes: Uint8Array): boolean =>
  new TextDecoder()
    .decode(bytes)
    .split(/\r\n|\r|\n/)
    .some(({ length }) => length > MAX_CHARS);

export const streamParsers: readonly Parser[] = [
  ...[readSse, readNdjson].map((reader): Parser => ({
    name: reader.name,
    seeds: wires.flatMap(streamsOf),
    words: SSE_WORDS,
    async read(bytes) {
      const limits = { maxEventChars: MAX_CHARS, maxLineChars: MAX_CHARS };
      const whole = await outcomeOf(collect(reader(streamOf([bytes]), limits)));
      const cut = await outcomeOf(collect(reader(streamOf(cutOf(bytes)), limits)));
      if (!hasTooLongLine(bytes)) expect(cut).toBe(whole);
    },
  })),
  ...answers,
  ...exchanges,
  ...allWireFormats
    .filter(({ batch }) => batch !== undefined)
    .map((wire): Parser => ({
      name: `batch ${wire.name}`,
      seeds: [bytesOf(batchLines.map((line) => JSON.stringify(line)).join('\n'))],
      words: ['\n', '"custom_id"', '{', '}', ...batchLines.map((line) => JSON.stringify(line))],
      async read(bytes) {
        const transport = {
          send: async () => new Response(streamOf(cutOf(bytes))),
          stream: () => streamOf([]) as never,
        };
        const job = { id: 'b', outputFileId: 'f' };
        for await (const result of readBatchResults(job, { transport, wire, customIds: ['a'] })) {
          expect(typeof result.customId).toBe('string');
          expect([
            'succeeded',
            'failed',
            'unreadable',
            'missing',
            'cancelled',
            'expired',
          ]).toContain(result.status);
        }
      },
    })),
];
