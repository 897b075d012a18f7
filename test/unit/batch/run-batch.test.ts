import { describe, expect, test } from 'vitest';
import { readResultLine } from '../../../src/batch/read-result-line.js';
import { cancelBatch, pollBatch } from '../../../src/batch/poll-batch.js';
import { createBatchFiles } from '../../../src/batch/create-batch-files.js';
import { readBatchResults } from '../../../src/batch/read-batch-results.js';
import { submitBatch } from '../../../src/batch/submit-batch.js';
import type { BatchJob, BatchResult } from '../../../src/batch/types.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { collect } from '../../helpers/byte-streams.js';

interface Seen {
  method: string;
  path: string;
  headers: Headers;
  body: Blob;
}

/** A provider that answers from a list, `METHOD /path` to answers in turn. */
function provider(baseUrl: string, answers: Record<string, Array<Response | Error>>) {
  const seen: Seen[] = [];
  const transport = createTransport({
    baseUrl,
    sleep: () => Promise.resolve(),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const path = new URL(request.url).pathname;
      const name = `${request.method} ${path}`;
      seen.push({
        method: request.method,
        path,
        headers: request.headers,
        body: await request.blob(),
      });
      const list = answers[name] ?? [];
      const next = list.length > 1 ? list.shift() : list[0];
      if (next instanceof Error) throw next;
      return next?.clone() ?? new Response('{"error":{"message":"No such path"}}', { status: 404 });
    },
  });
  return { transport, seen };
}

const json = (value: unknown, status = 200): Response => Response.json(value, { status });
const job = (status: string, rest: object = {}): Response =>
  json({
    id: 'batch_1',
    object: 'batch',
    status,
    request_counts: { total: 3, completed: 2, failed: 1 },
    errors: null,
    ...rest,
  });

async function fileFor(wire: WireFormat) {
  const { files } = await createBatchFiles(
    [
      {
        customId: 'a',
        messages: [{ id: 'u', role: 'user', parts: [{ type: 'text', text: 'Hi' }] }],
      },
    ],
    { wire, model: 'm' },
  );
  return files[0] as (typeof files)[number];
}

describe('submitBatch', () => {
  test('uploads the file and starts the batch', async () => {
    const file = await fileFor(openaiChat);
    const { transport, seen } = provider('https://api.example/v1', {
      'POST /v1/files': [json({ id: 'file-1' })],
      'POST /v1/batches': [job('validating')],
    });
    const started = await submitBatch(file, {
      transport,
      wire: openaiChat,
      metadata: { run: '7' },
    });
    expect(started).toEqual({
      id: 'batch_1',
      status: 'running',
      providerStatus: 'validating',
      requestCounts: { total: 3, completed: 2, failed: 1 },
      errors: [],
    });
    const [upload, start] = seen;
    expect(upload?.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
    const form = await new Response(upload?.body, { headers: upload?.headers ?? {} }).formData();
    expect(form.get('purpose')).toBe('batch');
    const sent = form.get('file') as File;
    expect(sent.name).toBe('batch-1.jsonl');
    expect(await sent.text()).toBe(await file.content.text());
    expect(JSON.parse((await start?.body.text()) ?? '')).toEqual({
      input_file_id: 'file-1',
      endpoint: '/v1/chat/completions',
      completion_window: '24h',
      metadata: { run: '7' },
    });
  });

  test('sends the list of requests where there is no file', async () => {
    const { transport, seen } = provider('https://api.example', {
      'POST /v1/messages/batches': [
        json({
          id: 'msgbatch_1',
          processing_status: 'in_progress',
          request_counts: { processing: 1, succeeded: 0, errored: 0, canceled: 0, expired: 0 },
        }),
      ],
    });
    const started = await submitBatch(await fileFor(anthropicMessages), {
      transport,
      wire: anthropicMessages,
    });
    expect(started).toMatchObject({
      id: 'msgbatch_1',
      status: 'running',
      requestCounts: { total: 1, completed: 0, failed: 0 },
    });
    expect(seen[0]?.headers.get('anthropic-version')).toBe('2023-06-01');
  });

  test('does not start twice when the connection breaks at the start', async () => {
    const { transport, seen } = provider('https://api.example/v1', {
      'POST /v1/files': [new TypeError('fetch failed'), json({ id: 'file-1' })],
      'POST /v1/batches': [new TypeError('fetch failed')],
    });
    await expect(
      submitBatch(await fileFor(openaiChat), { transport, wire: openaiChat }),
    ).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect(seen.map(({ path }) => path)).toEqual(['/v1/files', '/v1/files', '/v1/batches']);
  });
});

describe('pollBatch', () => {
  test('looks less and less often, past a broken network, until the batch has ended', async () => {
    const { transport } = provider('https://api.example/v1', {
      'GET /v1/batches/batch_1': [
        job('in_progress'),
        job('in_progress'),
        ...Array.from({ length: 3 }, () => new TypeError('fetch failed')),
        job('finalizing'),
        job('completed', { output_file_id: 'file-o', error_file_id: 'file-e' }),
      ],
    });
    const waits: number[] = [];
    const states: string[] = [];
    let failures = 0;
    const ended = await pollBatch('batch_1', {
      transport,
      wire: openaiChat,
      sleep: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
      onUpdate: ({ providerStatus }) => states.push(providerStatus),
      onRetry: () => {
        failures += 1;
      },
    });
    expect(ended).toMatchObject({
      status: 'completed',
      outputFileId: 'file-o',
      errorFileId: 'file-e',
    });
    expect(states).toEqual(['in_progress', 'in_progress', 'finalizing', 'completed']);
    expect(waits).toEqual([5_000, 7_500, 11_250, 16_875]);
    expect(failures).toBe(1);
  });

  test.each([
    { status: 'failed', is: 'failed' },
    { status: 'expired', is: 'expired' },
    { status: 'cancelled', is: 'cancelled' },
  ])('ends with $status, and with the reasons', async ({ status, is }) => {
    const { transport } = provider('https://api.example/v1', {
      'GET /v1/batches/batch_1': [
        job(status, {
          errors: {
            data: [{ code: 'invalid_json_line', line: 3, message: 'Bad line', param: null }],
          },
        }),
      ],
    });
    expect(await pollBatch('batch_1', { transport, wire: openaiChat })).toMatchObject({
      status: is,
      errors: [{ message: 'Bad line', code: 'invalid_json_line', line: 3 }],
    });
  });

  test('does not wait for a batch that is not there', async () => {
    const { transport } = provider('https://api.example/v1', {});
    await expect(pollBatch('batch_1', { transport, wire: openaiChat })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('stops when told to, and can stop the batch', async () => {
    const { transport, seen } = provider('https://api.example/v1', {
      'GET /v1/batches/batch_1': [job('in_progress')],
      'POST /v1/batches/batch_1/cancel': [job('cancelling')],
    });
    const controller = new AbortController();
    const polling = pollBatch('batch_1', {
      transport,
      wire: openaiChat,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 20);
    await expect(polling).rejects.toMatchObject({ code: 'aborted' });
    expect(await cancelBatch('batch_1', { transport, wire: openaiChat })).toMatchObject({
      providerStatus: 'cancelling',
      status: 'running',
    });
    expect(seen.at(-1)?.path).toBe('/v1/batches/batch_1/cancel');
  });
});

const completion = (text: string) => ({
  id: 'c',
  object: 'chat.completion',
  model: 'm',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content: text, refusal: null },
      finish_reason: 'stop',
    },
  ],
  usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
});
const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const done = (id: string, text: string) =>
  line({
    id: `batch_req_${id}`,
    custom_id: id,
    response: { status_code: 200, request_id: 'r', body: completion(text) },
    error: null,
  });

function show(result: BatchResult): string {
  const what = result.status === 'succeeded' ? result.answer.text : result.error.code;
  return `${result.customId} ${result.status} ${what}${result.isUnexpected ? ' unexpected' : ''}`;
}

describe('an answer of a server that writes its line in its own way', () => {
  const body = completion('Two');
  test.each([
    ['the status as text', { response: { status_code: '200', body } }],
    ['no status', { response: { body } }],
    ['an empty error', { response: { status_code: 200, body }, error: {} }],
  ])('is read: %s', async (_name, rest) => {
    const result = await readResultLine(line({ custom_id: 'a', ...rest }), openaiChat);
    expect(show(result)).toBe('a succeeded Two');
  });

  test.each([
    ['a refusal without a status', { response: { body: { error: { message: 'No.' } } } }],
    ['a refusal with its status as text', { response: { status_code: '400', body: {} } }],
    ['a status that is a word', { response: { status_code: 'ok?', body } }],
    ['an error in words beside an answer', { response: { status_code: 200, body }, error: 'No.' }],
    ['nothing', {}],
  ])('is not imagined: %s', async (_name, rest) => {
    const result = await readResultLine(line({ custom_id: 'a', ...rest }), openaiChat);
    expect(result.status).toBe('failed');
  });
});

describe('readBatchResults', () => {
  const ended: BatchJob = {
    id: 'batch_1',
    status: 'completed',
    providerStatus: 'completed',
    requestCounts: { total: 5, completed: 2, failed: 3 },
    outputFileId: 'file-o',
    errorFileId: 'file-e',
    errors: [],
  };

  test('joins answers, refusals, expired, absent, strange and broken lines by id', async () => {
    const { transport } = provider('https://api.example/v1', {
      'GET /v1/files/file-o/content': [
        new Response(
          done('b', 'Two') +
            done('a', 'One 😀') +
            done('zz', 'Who?') +
            done('a', 'Again') +
            'no json\n' +
            line({ id: 'x' }),
        ),
      ],
      'GET /v1/files/file-e/content': [
        new Response(
          line({
            custom_id: 'c',
            response: null,
            error: {
              code: 'batch_expired',
              message: 'This request could not be executed before the completion window expired.',
            },
          }) +
            line({
              custom_id: 'd',
              response: {
                status_code: 400,
                body: {
                  error: {
                    message: 'Invalid image',
                    type: 'invalid_request_error',
                    code: 'invalid_image',
                  },
                },
              },
              error: null,
            }),
        ),
      ],
    });
    const results = await collect(
      readBatchResults(ended, {
        transport,
        wire: openaiChat,
        customIds: ['a', 'b', 'c', 'd', 'e'],
      }),
    );
    expect(results.map(show)).toEqual([
      'b succeeded Two',
      'a succeeded One 😀',
      'zz succeeded Who? unexpected',
      'a succeeded Again unexpected',
      ' unreadable bad-response',
      ' unreadable bad-response',
      'c expired incomplete',
      'd failed bad-request',
      'e missing incomplete',
    ]);
    expect(results[0]).toEqual({
      customId: 'b',
      status: 'succeeded',
      answer: {
        text: 'Two',
        refusal: '',
        images: [],
        endReason: 'complete',
        inputTokens: 5,
        outputTokens: 2,
      },
    });
    expect(results[7]).toMatchObject({
      error: {
        facts: { status: 400, providerCode: 'invalid_image', providerMessage: 'Invalid image' },
      },
    });
  });

  test('reads the results of Messages', async () => {
    const { transport } = provider('https://api.example', {
      'GET /v1/messages/batches/msgbatch_1/results': [
        new Response(
          line({
            custom_id: 'a',
            result: {
              type: 'succeeded',
              message: {
                id: 'm',
                type: 'message',
                role: 'assistant',
                model: 'm',
                content: [{ type: 'text', text: 'One' }],
                stop_reason: 'end_turn',
                usage: { input_tokens: 5, output_tokens: 2 },
              },
            },
          }) +
            line({
              custom_id: 'b',
              result: {
                type: 'errored',
                error: {
                  type: 'error',
                  error: { type: 'invalid_request_error', message: 'Could not process image' },
                  request_id: null,
                },
              },
            }) +
            line({ custom_id: 'c', result: { type: 'expired' } }) +
            line({ custom_id: 'd', result: { type: 'canceled' } }).trimEnd(),
        ),
      ],
    });
    const results = await collect(
      readBatchResults({ id: 'msgbatch_1' }, { transport, wire: anthropicMessages }),
    );
    expect(results.map(show)).toEqual([
      'a succeeded One',
      'b failed bad-request',
      'c expired incomplete',
      'd cancelled incomplete',
    ]);
    expect(results[1]).toMatchObject({
      error: { facts: { providerMessage: 'Could not process image' } },
    });
  });

  test('gives results while the rest is still on its way', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new TextEncoder().encode(done(`r-${pulled}`, 'x'.repeat(10_000))));
      },
    });
    const { transport } = provider('https://api.example/v1', {
      'GET /v1/files/file-o/content': [new Response(endless)],
    });
    let count = 0;
    for await (const { status } of readBatchResults(
      { id: 'batch_1', outputFileId: 'file-o' },
      { transport, wire: openaiChat },
    )) {
      expect(status).toBe('succeeded');
      count += 1;
      if (count === 50) break;
    }
    expect(pulled).toBeLessThan(80);
  });
});
