/** Deadlines, and when a server counts as having accepted a request, on a clock that only the test moves. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchAcceptance } from '../../../src/transport/acceptance.js';
import { deadlineIn, graceMs, timeoutError } from '../../../src/transport/deadline.js';
import { waitFor } from '../../../src/transport/wait-for.js';
import { watchReader } from '../../../src/transport/watched-reader.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** What became of a promise so far: its value, its error, or `waiting`. */
function watched(promise: Promise<unknown>): () => unknown {
  let outcome: unknown = 'waiting';
  promise.then(
    (value) => (outcome = value),
    (error: unknown) => (outcome = error),
  );
  return () => outcome;
}

/** The page sleeps through a limit of 10 s; the work waits 5 s more once it is awake, and no longer. */
async function sleepThrough(outcome: () => unknown): Promise<void> {
  // The clock goes on while timers stand still.
  const now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => now + 60_000);
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.advanceTimersByTimeAsync(4999);
  expect(outcome()).toBe('waiting');
  await vi.advanceTimersByTimeAsync(1);
}

describe('a deadline', () => {
  test.each([
    [2000, 60_000, 0],
    [2001, 60_000, 5000],
    // A wait is never granted for longer than the limit itself.
    [9000, 1000, 1000],
  ])('noticed %i ms late, of %i ms, grants %i ms more', (lateMs, limitMs, grantedMs) => {
    expect(graceMs(lateMs, deadlineIn('stalled', limitMs))).toBe(grantedMs);
  });

  test.each([
    ['first-byte-timeout', 60_000, 'did not begin to answer within 60 s'],
    ['stalled', 1550, 'nothing arrived for 1.6 s'],
    ['total-timeout', 600_000, 'was not finished within 600 s'],
  ] as const)('%s of %i ms: %s', (code, limit, words) => {
    const error = timeoutError(deadlineIn(code, limit));
    expect(error).toMatchObject({ code, facts: { limit, retryable: true } });
    expect(error.message).toContain(words);
  });
});

const never = () => new Promise<never>(() => undefined);

describe('waiting for work', () => {
  test('ends at the nearest deadline, and not before', async () => {
    const far = deadlineIn('total-timeout', 2000);
    const near = deadlineIn('first-byte-timeout', 1000);
    const first = watched(waitFor(never(), [far, near]));
    const second = watched(waitFor(never(), [near, far]));
    await vi.advanceTimersByTimeAsync(999);
    expect([first(), second()]).toEqual(['waiting', 'waiting']);
    await vi.advanceTimersByTimeAsync(1);
    const late: unknown = expect.objectContaining({ code: 'first-byte-timeout' });
    expect([first(), second()]).toEqual([late, late]);
  });

  test('is extended once if the page had slept', async () => {
    const deadline = deadlineIn('first-byte-timeout', 10_000);
    const outcome = watched(waitFor(never(), [deadline]));
    await sleepThrough(outcome);
    expect(outcome()).toMatchObject({ code: 'first-byte-timeout' });
  });

  test('gives what the work gives', async () => {
    const deadline = deadlineIn('stalled', 1000);
    expect(await waitFor(Promise.resolve(7), [deadline])).toBe(7);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('reading a stream', () => {
  test('after a sleep, goes on for a few seconds, once', async () => {
    const reader = watchReader(new ReadableStream({}), undefined);
    const outcome = watched(reader.read(() => deadlineIn('stalled', 10_000)));
    await sleepThrough(outcome);
    expect(outcome()).toMatchObject({ code: 'stalled', facts: { limit: 10_000 } });
    reader.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});

function watch(signal?: AbortSignal) {
  const onAccepted = vi.fn();
  return { acceptance: watchAcceptance(signal, onAccepted), onAccepted };
}

describe('a request counts as accepted', () => {
  const response = new Response('');
  test('with the first piece of the answer, once', () => {
    const { acceptance, onAccepted } = watch();
    acceptance.expect(response);
    acceptance.accept();
    acceptance.accept();
    expect(onAccepted.mock.calls).toEqual([[response]]);
    expect(vi.getTimerCount()).toBe(0);
    // A later attempt changes nothing.
    acceptance.expect(new Response('later'));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('after two seconds without an error', () => {
    const { acceptance, onAccepted } = watch();
    acceptance.expect(response);
    vi.advanceTimersByTime(1999);
    expect(onAccepted).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onAccepted.mock.calls).toEqual([[response]]);
  });

  test('when the person stops it', () => {
    const control = new AbortController();
    const { acceptance, onAccepted } = watch(control.signal);
    acceptance.expect(response);
    control.abort();
    expect(onAccepted.mock.calls).toEqual([[response]]);
  });

  test('but not before its response has begun, nor after that has ended', () => {
    const control = new AbortController();
    const { acceptance, onAccepted } = watch(control.signal);
    acceptance.accept();
    acceptance.expect(response);
    acceptance.stop();
    control.abort();
    vi.advanceTimersByTime(5000);
    expect(onAccepted).not.toHaveBeenCalled();
  });
});
