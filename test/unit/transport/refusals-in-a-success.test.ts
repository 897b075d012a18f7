/** A status of 200 promises nothing: the first event of an answer can be an error. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import type { ChatStore, ChatStoreOptions } from '../../../src/chat/types.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { eventually } from '../../helpers/eventually.js';
import { startFaultServer, writeText } from '../../helpers/fault-server.js';
import type { FaultServer, FaultStep } from '../../helpers/fault-server.js';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

const answer = (body: string, type = 'text/event-stream'): FaultStep[] => [
  { op: 'head', status: 200, headers: { 'content-type': type } },
  writeText(body),
  { op: 'end' },
];
const data = (...values: unknown[]): string =>
  values.map((value) => `data: ${JSON.stringify(value)}\n\n`).join('');
const text = (content: string, finish: string | null = null) => ({
  choices: [{ index: 0, delta: { content }, finish_reason: finish }],
});
const cat = answer(`${data(text('A cat.'), text('', 'stop'))}data: [DONE]\n\n`);

function storeOf(wire: WireFormat, options: Partial<ChatStoreOptions> = {}): ChatStore {
  return createChatStore({
    connection: { wire, model: wire === openaiAssistants ? 'asst_1' : 'm', baseUrl: server.url },
    createTransport: (own) => createTransport({ ...own, sleep: () => Promise.resolve() }),
    ...options,
  });
}

async function ask(store: ChatStore) {
  const outcome = await store.send({ text: 'What is it?' });
  await eventually(() => expect(store.getSnapshot().status).toBe('ready'));
  const { entries, error } = store.getSnapshot();
  const [part] = entries[1]?.message.parts ?? [];
  return {
    accepted: outcome.accepted,
    error: error?.code,
    words: error?.facts.providerMessage,
    text: part?.type === 'text' ? part.text : undefined,
    status: entries[1]?.answer?.status,
    entries: entries.length,
  };
}

const overloaded: ReadonlyArray<[WireFormat, string, code: string]> = [
  [
    anthropicMessages,
    'event: message_start\ndata: {"type":"message_start","message":{"id":"m","content":[],"usage":{"input_tokens":3}}}\n\n' +
      'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n',
    'overloaded',
  ],
  [
    openaiChat,
    `: PROCESSING\n\n${data({ error: { code: 429, message: 'Rate limit exceeded' } })}`,
    'rate-limited',
  ],
  [
    openaiResponses,
    data(
      { type: 'response.created', response: { id: 'r', status: 'in_progress', output: [] } },
      {
        type: 'response.failed',
        response: { status: 'failed', error: { code: 'server_error', message: 'Oh.' }, output: [] },
      },
    ),
    'server-error',
  ],
  [
    geminiGenerate,
    data({ error: { code: 503, message: 'The model is overloaded.', status: 'UNAVAILABLE' } }),
    'overloaded',
  ],
  [
    openaiAssistants,
    'event: thread.run.created\ndata: {"id":"run_1","object":"thread.run","status":"queued"}\n\n' +
      'event: thread.run.failed\ndata: {"id":"run_1","object":"thread.run","status":"failed","last_error":{"code":"rate_limit_exceeded","message":"Slow down."}}\n\n',
    'rate-limited',
  ],
  [ollamaChat, '{"error":"server busy, overloaded"}\n', 'overloaded'],
];

describe.each(overloaded)('an error as the first event, $name', (wire, body, code) => {
  test('is tried again as its status would be, then told with nothing let go', async () => {
    server.play(answer(body));
    expect(await ask(storeOf(wire))).toMatchObject({ accepted: false, error: code, entries: 0 });
    expect(server.requests).toHaveLength(3);
  });
});

describe('with status 200', () => {
  test('an error that passes is followed by the answer', async () => {
    server.play(answer(data({ error: { code: 503, message: 'Busy' } })), cat);
    expect(await ask(storeOf(openaiChat))).toMatchObject({ accepted: true, text: 'A cat.' });
  });

  test.each([
    [401, 'key-refused'],
    [402, 'quota-exceeded'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [413, 'request-too-large'],
  ])('an error %i is %s and not sent again', async (code, wanted) => {
    server.play(answer(data({ error: { code, message: 'No.' } })));
    expect(await ask(storeOf(openaiChat))).toMatchObject({ accepted: false, error: wanted });
    expect(server.requests).toHaveLength(1);
  });

  test('a refused image is given to whoever can fix it', async () => {
    server.play(
      answer(data({ error: { type: 'invalid_request_error', message: 'image exceeds 5 MB' } })),
      cat,
    );
    const refusals: string[] = [];
    const store = storeOf(openaiChat, {
      recover: async (error, messages) => {
        refusals.push(error.code);
        return { messages, error };
      },
    });
    expect(await ask(store)).toMatchObject({ accepted: true, text: 'A cat.' });
    expect(refusals).toEqual(['bad-request']);
  });

  test('an error after the first piece of the answer is kept with it, and not sent again', async () => {
    server.play(answer(data(text('Half'), { error: { code: 503, message: 'Busy' } })));
    expect(await ask(storeOf(openaiChat))).toMatchObject({
      accepted: true,
      error: 'provider-error',
      text: 'Half',
      status: 'incomplete',
    });
    expect(server.requests).toHaveLength(1);
  });

  test('a person who stops before the first word keeps the question in the conversation', async () => {
    server.play([
      { op: 'head', status: 200, headers: { 'content-type': 'text/event-stream' } },
      { op: 'wait', ms: 60_000 },
    ]);
    const trace: string[] = [];
    const store = storeOf(openaiChat, { onTrace: ({ type }) => trace.push(type) });
    const outcome = store.send({ text: 'What is it?' });
    await eventually(() => expect(trace).toContain('response'));
    store.stop();
    expect(await outcome).toEqual({ accepted: true });
    expect(store.getSnapshot().entries).toHaveLength(2);
  });

  test.each([
    ['under the label of a stream', '{"error":{"message":"Too long"}}', 'text/event-stream'],
    ['with a line end', '{"error":{"message":"Too long"}}\n', 'text/event-stream'],
    [
      'over many lines',
      '{\n  "error": {\n    "message": "Too long"\n  }\n}\n',
      'text/event-stream',
    ],
    [
      'with the end of a stream behind it',
      '{"error":{"message":"Too long"}}\n\ndata: [DONE]\n\n',
      'text/event-stream',
    ],
    ['as a list', '[{"error":{"message":"Too long"}}]', 'application/json'],
    [
      'beside an empty answer',
      '{"id":"1","choices":null,"base_resp":{"status_code":1039,"status_msg":"Too long"}}',
      'application/json',
    ],
    ['with a code', '{"code":"Refused","message":"Too long","request_id":"r"}', 'application/json'],
    ['as a list of errors', 'data: {"errors":[{"message":"Too long"}]}\n\n', 'text/event-stream'],
    ['as a detail', '{"detail":"Too long"}', 'text/plain'],
  ])('an error %s keeps its words', async (_form, body, type) => {
    server.play(answer(body, type));
    expect(await ask(storeOf(openaiChat))).toMatchObject({ accepted: false, words: 'Too long' });
  });

  test('an error over many lines keeps its words in place of lines of JSON', async () => {
    server.play(answer('{\n  "error": "Too long"\n}\n', 'application/json'));
    expect(await ask(storeOf(ollamaChat))).toMatchObject({ accepted: false, words: 'Too long' });
  });
});

describe('frames that say nothing', () => {
  const end = data(text('', 'stop'));
  test.each([
    ['blank data', `data:\n\n${data(text('A cat.'))}data: \n\n${end}`],
    [
      'a word for the connection',
      `data: ping\n\n${data(text('A cat.'))}data: keep-alive\n\n${end}`,
    ],
    ['a blank behind the last word', `${data(text('A cat.'))}${end}data: [DONE] \n\n`],
    ['no blank line behind the last event', (data(text('A cat.')) + end).trimEnd()],
    [
      'a name on each event',
      (data(text('A cat.')) + end).replaceAll('data:', 'event: chunk\ndata:'),
    ],
  ])('%s', async (_what, body) => {
    server.play(answer(body));
    expect(await ask(storeOf(openaiChat))).toMatchObject({ text: 'A cat.', status: 'complete' });
  });

  test('but an event that was cut off is not read', async () => {
    server.play(answer((data(text('A cat.')) + end).trimEnd().slice(0, -4)));
    expect(await ask(storeOf(openaiChat))).toMatchObject({ text: 'A cat.', status: 'incomplete' });
  });
});

test('silence while a model thinks is no stall; between pieces of text it is', async () => {
  const created = data({
    type: 'response.created',
    response: { status: 'in_progress', output: [] },
  });
  const delta = data({ type: 'response.output_text.delta', delta: 'A cat.' });
  const silent: FaultStep[] = [
    { op: 'head', status: 200, headers: { 'content-type': 'text/event-stream' } },
    writeText(created),
    { op: 'wait', ms: 700 },
    writeText(delta),
    { op: 'wait', ms: 60_000 },
  ];
  server.play(silent);
  const store = createChatStore({
    connection: { wire: openaiResponses, model: 'm', baseUrl: server.url },
    createTransport: (own) => createTransport({ ...own, stallTimeoutMs: 300 }),
  });
  expect(await ask(store)).toMatchObject({ text: 'A cat.', error: 'stalled' });
});

test('an image of some megabytes comes in one event', async () => {
  const url = `data:image/png;base64,iVBORw0KGgo${'A'.repeat(3_000_001)}`;
  const images = [{ type: 'image_url', image_url: { url } }];
  server.play(answer(data({ choices: [{ index: 0, delta: { images }, finish_reason: 'stop' }] })));
  expect(await ask(storeOf(openaiChat))).toMatchObject({ status: 'complete', entries: 2 });
});
