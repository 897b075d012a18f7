/** What a server on loopback sees of the connection once an answer has ended. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createChatStore, createTransport } from '../../../src/core.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { listen } from '../../helpers/listen.js';

const said = 'data: {"choices":[{"delta":{"content":"A cat."}}]}\n\n';
const done = 'data: [DONE]\n\n';

/** Asks a server that begins with `text`, and returns its response once the question was answered or stopped. */
async function ask(text: string, { isStopped = false } = {}): Promise<ServerResponse> {
  let answer: ServerResponse | undefined;
  const baseUrl = await listen((request, response) => {
    answer = response;
    request.resume();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(text);
  });
  const store = createChatStore({
    connection: { wire: openaiChat, baseUrl, model: 'm' },
    createTransport,
  });
  const outcome = store.send({ text: 'What is this?' });
  const last = () => store.getSnapshot().entries.at(-1);
  await expect.poll(() => last()?.message.parts.length).toBe(1);
  if (isStopped) store.stop();
  await outcome;
  await expect.poll(() => last()?.answer?.status).toBe(isStopped ? 'stopped' : 'complete');
  return answer as ServerResponse;
}

test('it may finish what it does after the answer', async () => {
  const response = await ask(said + done);
  await wait(300);
  response.write(': saved\n\n');
  response.end();
  await once(response, 'close');
  expect(response.writableFinished).toBe(true);
});

test('it is cut off if it never closes', async () => {
  const response = await ask(said + done);
  const startMs = performance.now();
  const ticks = setInterval(() => response.write(': ping\n\n'), 20);
  await once(response, 'close');
  clearInterval(ticks);
  expect(performance.now() - startMs).toBeGreaterThan(1000);
  expect(response.writableFinished).toBe(false);
});

test('an answer that is stopped is cut off at once', async () => {
  const response = await ask(said, { isStopped: true });
  await expect.poll(() => response.destroyed, { timeout: 800 }).toBe(true);
});
