/** Whoever falls silent, a request ends. Limits are small here; a test that hung would say so by its own limit. */
import { describe, expect, test } from 'vitest';
import { ask, codeOf, KEY, plain, testProxy } from './helpers.js';

const never = (): Promise<never> => new Promise(() => undefined);

/** Some bytes, then silence, whatever is aborted. */
function fallingSilent(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
  });
}

const silentAfter = (status: number, text: string) => () =>
  new Response(fallingSilent(text), {
    status,
    headers: { 'content-type': 'application/json' },
  });

function slowly(body: ReadableStream<Uint8Array>): Request {
  return ask('', {}, { body, duplex: 'half' } as RequestInit);
}

describe('an upstream that falls silent', () => {
  test.each([
    { status: 400, text: '{"error":', code: '400 null' },
    { status: 401, text: '{"error":', code: '502 key-refused' },
    { status: 500, text: '', code: '500 null' },
    { status: 429, text: '{"error":{"message":"slow down","code":"slow"}}', code: '429 slow' },
  ])('in the middle of an error ($status) is not waited for', async ({ status, text, code }) => {
    const { handler, logged } = testProxy({ upstreamTimeoutMs: 200 }, silentAfter(status, text));
    expect(await codeOf(await handler(ask(plain)))).toBe(code);
    expect(logged).toHaveLength(1);
  });

  test('in the middle of an answer ends it, and the exchange', async () => {
    const { handler, calls } = testProxy({ streamIdleTimeoutMs: 20 }, silentAfter(200, '{"a":'));
    const response = await handler(ask(plain));
    await expect(response.text()).rejects.toThrow('too long');
    expect(calls[0]?.signal.aborted).toBe(true);
  });

  test('between its pieces for less than the limit may take as long as it wants', async () => {
    let pieces = 0;
    const { handler } = testProxy({ streamIdleTimeoutMs: 60_000, upstreamTimeoutMs: 200 }, () => {
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 60));
          pieces += 1;
          if (pieces === 5) controller.close();
          else controller.enqueue(new TextEncoder().encode(`data: ${pieces}\n\n`));
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    });
    expect(await (await handler(ask(plain))).text()).toContain('data: 4');
  });

  test('is waited for without a limit where the app says so', async () => {
    const { handler } = testProxy({
      upstreamTimeoutMs: Infinity,
      streamIdleTimeoutMs: Infinity,
      bodyTimeoutMs: Infinity,
      bodyIdleTimeoutMs: 2 ** 40,
      hookTimeoutMs: Infinity,
      authorize: () => true,
    });
    expect((await handler(ask(plain))).status).toBe(200);
  });

  test('or breaks takes no word of its own into the error', async () => {
    const { handler } = testProxy({}, () => {
      const body = new ReadableStream({ pull: (c) => c.error(new Error(`lost ${KEY}`)) });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    });
    const failed = await (await handler(ask(plain))).text().catch((error: Error) => error.message);
    expect(failed).toBe("The model's answer broke off.");
  });
});

describe('an answer that nobody reads', () => {
  test('is ended, and its place is free again', async () => {
    const { handler, calls } = testProxy(
      { streamIdleTimeoutMs: 200, maxConcurrentRequests: 1 },
      () => new Response(fallingSilent('{}'), { headers: { 'content-type': 'application/json' } }),
    );
    const answered = handler(ask(plain));
    expect(await codeOf(await handler(ask(plain)))).toBe('503 busy');
    const unread = await answered;
    await expect.poll(() => calls[0]?.signal.aborted).toBe(true);
    expect((await handler(ask(plain))).status).toBe(200);
    await expect(unread.text()).rejects.toThrow('too long');
  });
});

describe('a client that is slow', () => {
  test('and falls silent in its body is not waited for', async () => {
    const { handler, calls } = testProxy({ bodyIdleTimeoutMs: 20 });
    expect(await codeOf(await handler(slowly(fallingSilent('{'))))).toBe('408 body-timeout');
    expect(calls).toHaveLength(0);
  });

  test('and sends a byte now and then is given a whole time', async () => {
    const { handler } = testProxy({ bodyTimeoutMs: 60 });
    const dripping = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        controller.enqueue(new Uint8Array([0x20]));
      },
    });
    expect(await codeOf(await handler(slowly(dripping)))).toBe('408 body-timeout');
  });

  test('and leaves in the middle of its body is let go', async () => {
    const client = new AbortController();
    const { handler, logged } = testProxy();
    const init = { body: fallingSilent('{'), duplex: 'half', signal: client.signal };
    const answered = handler(ask('', {}, init));
    await Promise.resolve();
    client.abort();
    expect(await codeOf(await answered)).toBe('499 client-gone');
    expect(logged).toMatchObject([{ code: 'client-gone' }]);
  });
});

describe("a function of the app's own that never ends lets nobody through", () => {
  test.each([
    { what: 'authorize', options: { authorize: never }, code: '401 not-authorized' },
    { what: 'rateLimit', options: { rateLimit: never }, code: '503 rate-limit-failed' },
    { what: 'policy', options: { policy: never }, code: '503 refused-by-policy' },
    { what: 'key', options: { key: never }, code: '503 not-configured' },
  ])('$what', async ({ options, code }) => {
    const { handler, calls } = testProxy({ ...options, hookTimeoutMs: 20 });
    expect(await codeOf(await handler(ask(plain)))).toBe(code);
    expect(calls).toHaveLength(0);
  });

  test('nor is it waited for when the client has gone', async () => {
    const client = new AbortController();
    const { handler } = testProxy({ authorize: never });
    const answered = handler(ask(plain, {}, { signal: client.signal }));
    client.abort();
    expect(await codeOf(await answered)).toBe('499 client-gone');
  });
});
