/** A server that repeats keys, behind everything that an app calls: none reaches state, traces, results or errors. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cancelBatch, readBatch } from '../../../src/batch/poll-batch.js';
import { readBatchResults } from '../../../src/batch/read-batch-results.js';
import { createChatStore } from '../../../src/chat/create-chat-store.js';
import { transportOptions } from '../../../src/chat/connection.js';
import type { ChatTrace, Connection } from '../../../src/chat/types.js';
import { listModels } from '../../../src/endpoint/list-models.js';
import { uploadImage } from '../../../src/uploads/upload-image.js';
import { createTransport } from '../../../src/transport/create-transport.js';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { openaiResponses } from '../../../src/wire/openai-responses/index.js';
import type { WireFormat } from '../../../src/wire/types.js';
import { allWireFormats } from '../../helpers/all-wire-formats.js';
import { collect } from '../../helpers/byte-streams.js';
import { startFaultServer, writeText } from '../../helpers/fault-server.js';
import type { FaultServer } from '../../helpers/fault-server.js';

const OWN = 'Zq9Xw3Lm7Bv1Kt5Rc4f0aa71CANARYe2';
/** The key of a server behind the app's own backend, which the page never knew. */
const FOREIGN = 'sk-FOREIGN-Ab1Cd2Ef3Gh4Ij5';
const LEAKS = /Zq9Xw3Lm7Bv1|f0aa71CANARY|FOREIGN/;

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

const connectionTo = (wire: WireFormat): Connection => ({
  wire,
  model: 'asst_1',
  baseUrl: server.url,
  apiKey: () => OWN,
  maxRetries: 0,
});

function answerWith(status: number, type: string, body: string): void {
  server.play([
    { op: 'head', status, headers: { 'content-type': type, 'x-request-id': OWN } },
    writeText(body),
    { op: 'end' },
  ]);
}

const refusal = {
  error: { message: `Wrong key ${OWN}, or ${FOREIGN}.`, type: FOREIGN, code: OWN, param: OWN },
  request_id: FOREIGN,
};

describe.each(allWireFormats)('$name', (wire) => {
  const body = wire.framing === 'ndjson' ? '{"error":"' : 'data: {"error":"';
  const stream = `${body}${OWN} and ${FOREIGN}"}\n\n`;

  async function everythingAfter(status: number, type: string, text: string): Promise<string> {
    answerWith(status, type, wire.framing === 'ndjson' ? text.replaceAll('data: ', '') : text);
    const traces: ChatTrace[] = [];
    const store = createChatStore({
      connection: connectionTo(wire),
      createTransport,
      onTrace: (trace) => traces.push(trace),
    });
    const outcome = await store.send({ text: 'Hi' });
    await expect.poll(() => store.getSnapshot().status).toBe('ready');
    return JSON.stringify([outcome, store.getSnapshot(), traces]);
  }

  test.each([
    ['a refusal', 401, 'application/json', JSON.stringify(refusal)],
    ['an error in place of an answer', 200, 'application/json', JSON.stringify(refusal)],
    ['an error in a stream', 200, 'text/event-stream', stream],
  ])('%s brings no key into state or traces', async (_, status, type, text) => {
    const shown = await everythingAfter(status, type, text);
    expect(shown).not.toMatch(LEAKS);
    expect(shown).toContain('[key hidden]');
  });

  test('an event that the format does not know brings none into traces', async () => {
    const shown = await everythingAfter(200, 'text/event-stream', stream.replace('error', 'echo'));
    expect(shown).not.toMatch(LEAKS);
  });
});

describe.each([openaiChat, anthropicMessages])('a batch of $name', (wire) => {
  const options = () => ({
    transport: createTransport(transportOptions(connectionTo(wire))),
    wire,
  });

  test('brings no key into its job', async () => {
    const job = {
      id: 'batch_1',
      status: 'failed',
      processing_status: 'ended',
      errors: { data: [{ message: `Key ${OWN}, or ${FOREIGN}`, code: FOREIGN, line: 1 }] },
    };
    answerWith(200, 'application/json', JSON.stringify(job));
    for (const look of [readBatch, cancelBatch]) {
      expect(await look('batch_1', options())).toMatchObject({
        id: 'batch_1',
        errors: [{ message: 'Key [key hidden], or [key hidden]', code: '[key hidden]', line: 1 }],
      });
    }
  });

  test('brings no key into its results', async () => {
    const lines = [
      { custom_id: 'a', response: { status_code: 401, body: refusal } },
      { custom_id: 'b', result: { type: 'errored', error: refusal } },
      { custom_id: 'c', response: null, error: { code: FOREIGN, message: OWN } },
    ].map((line) => `${JSON.stringify(line)}\n`);
    answerWith(200, 'application/jsonl', lines.join(''));
    const job = { id: 'batch_1', outputFileId: 'file-1' };
    const results = await collect(readBatchResults(job, options()));
    expect(results.map(({ customId, status }) => `${customId} ${status}`)).toEqual([
      'a failed',
      'b failed',
      'c failed',
    ]);
    const errors = results.map((result) => ('error' in result ? result.error : undefined));
    expect(JSON.stringify(errors)).not.toMatch(LEAKS);
  });
});

test('a list of models brings no key', async () => {
  answerWith(200, 'application/json', JSON.stringify({ data: [{ id: `model-${OWN}` }] }));
  const models = await listModels(connectionTo(openaiChat));
  expect(models).toMatchObject([{ id: 'model-[key hidden]' }]);
});

test('an upload brings no key', async () => {
  answerWith(200, 'application/json', JSON.stringify({ id: `file-${OWN}` }));
  const image = new Blob(['x'], { type: 'image/png' });
  expect(await uploadImage(connectionTo(openaiResponses), image)).toMatchObject({
    fileId: 'file-[key hidden]',
  });
});
