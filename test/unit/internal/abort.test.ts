import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followSignal, sleep, untilAborted, waitWithin } from '../../../src/internal/abort.js';

const never = new Promise<never>(() => {});
const limit = { ms: 1_000, onLate: () => new Error('late') };

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('waitWithin', () => {
  test('settles as the work does, and leaves no timer behind', async () => {
    expect(await waitWithin(Promise.resolve(1), limit)).toBe(1);
    await expect(waitWithin(Promise.reject(new Error('no')), limit)).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('rejects when the time has passed, unless more is granted', async () => {
    let granted = 0;
    const onLate = () => (granted++ === 0 ? 500 : new Error('late'));
    const failure = failureOf(waitWithin(never, { ms: 1_000, onLate }));
    await vi.advanceTimersByTimeAsync(1_499);
    expect(granted).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await failure).toMatchObject({ message: 'late' });
  });

  test('rejects at once with the abort, also with one of before', async () => {
    const abort = new AbortController();
    const failure = failureOf(waitWithin(never, limit, abort.signal));
    abort.abort();
    expect(await failure).toMatchObject({ code: 'aborted' });
    await expect(untilAborted(never, abort.signal)).rejects.toMatchObject({ code: 'aborted' });
  });
});

test('sleep ends on time, or with the abort', async () => {
  const slept = sleep(1_000);
  await vi.advanceTimersByTimeAsync(1_000);
  await slept;
  const abort = new AbortController();
  const failure = failureOf(sleep(1_000, abort.signal));
  abort.abort();
  expect(await failure).toMatchObject({ code: 'aborted' });
});

test('a controller follows a signal and a limit until it is let go', async () => {
  const abort = new AbortController();
  const followed = followSignal(abort.signal);
  const limited = followSignal(undefined, 1_000);
  const free = followSignal(abort.signal, 1_000);
  free.letGo();
  abort.abort();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(followed.control.signal.aborted).toBe(true);
  expect(limited.control.signal.aborted).toBe(true);
  expect(free.control.signal.aborted).toBe(false);
});
