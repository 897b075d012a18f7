import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followSignal, sleep, untilAborted, waitWithin } from '../../../src/internal/abort.js';

const never = new Promise<never>(() => {});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('waitWithin', () => {
  test('settles as the work does, and leaves no timer behind', async () => {
    const limit = { ms: 1_000, onLate: () => new Error('late') };
    expect(await waitWithin(Promise.resolve(1), limit)).toBe(1);
    await expect(waitWithin(Promise.reject(new Error('no')), limit)).rejects.toThrow('no');
  });

  test('rejects when the time has passed, unless more is granted', async () => {
    let granted = 0;
    const onLate = () => (granted++ === 0 ? 500 : new Error('late'));
    const rejected = expect(waitWithin(never, { ms: 1_000, onLate })).rejects.toThrow('late');
    await vi.advanceTimersByTimeAsync(1_499);
    expect(granted).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await rejected;
  });

  test('rejects at once with the abort, also with one of before', async () => {
    const abort = new AbortController();
    const limit = { ms: 1_000, onLate: () => new Error('late') };
    const waiting = expect(waitWithin(never, limit, abort.signal)).rejects.toMatchObject({
      code: 'aborted',
    });
    abort.abort();
    await waiting;
    await expect(untilAborted(never, abort.signal)).rejects.toMatchObject({ code: 'aborted' });
  });
});

test('sleep ends on time, or with the abort', async () => {
  const slept = sleep(1_000);
  await vi.advanceTimersByTimeAsync(1_000);
  await slept;
  const abort = new AbortController();
  const cut = expect(sleep(1_000, abort.signal)).rejects.toMatchObject({ code: 'aborted' });
  abort.abort();
  await cut;
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
