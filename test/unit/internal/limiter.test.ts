import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLimiter, mapLimited } from '../../../src/internal/limiter.js';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('mapLimited', () => {
  test('keeps the order of the items whatever the order they end in, and its limit', async () => {
    let now = 0;
    let most = 0;
    const mapped = mapLimited([30, 1, 20, 2, 10, 3], 2, async (ms) => {
      now += 1;
      most = Math.max(most, now);
      await wait(ms);
      now -= 1;
      return ms * 2;
    });
    await vi.runAllTimersAsync();
    expect(await mapped).toEqual([60, 2, 40, 4, 20, 6]);
    expect(most).toBe(2);
  });

  test('begins nothing after a failure', async () => {
    const begun: number[] = [];
    const mapped = mapLimited([1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      await wait(5);
      if (item === 2) throw new Error('two');
    });
    await Promise.all([expect(mapped).rejects.toThrow('two'), vi.runAllTimersAsync()]);
    expect(begun).not.toContain(5);
  });

  test('of nothing is nothing', async () => {
    expect(await mapLimited([], 3, () => Promise.resolve(1))).toEqual([]);
  });
});

/** A task that ends when the test says so, and notes that it has started. */
function tasks() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const task = (name: string) => () => {
    started.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return { started, task, end: (name: string) => ends.get(name)?.() };
}

describe('createLimiter', () => {
  test('runs as many at once as it has places, by priority and then in order', async () => {
    const { started, task, end } = tasks();
    const limiter = createLimiter(1);
    const runs = ['a', 'b', 'c', 'd'].map((name) =>
      limiter.run(task(name), { priority: name === 'd' ? () => 1 : 0 }),
    );
    for (const name of ['a', 'd', 'b', 'c']) {
      await expect.poll(() => started.at(-1)).toBe(name);
      end(name);
    }
    expect(await Promise.all(runs)).toEqual(['a', 'b', 'c', 'd']);
    expect(started).toEqual(['a', 'd', 'b', 'c']);
  });

  test('starts nothing that was aborted while it waited, and gives its place to the next', async () => {
    const { started, task, end } = tasks();
    const limiter = createLimiter(1);
    const abort = new AbortController();
    const first = limiter.run(task('first'));
    const aborted = limiter.run(task('aborted'), { signal: abort.signal });
    const last = limiter.run(task('last'));
    abort.abort();
    await expect(aborted).rejects.toMatchObject({ code: 'aborted' });
    end('first');
    await first;
    await expect.poll(() => started).toEqual(['first', 'last']);
    end('last');
    await last;
  });

  test('gives the place of a task that failed to the next', async () => {
    const limiter = createLimiter(1);
    await expect(limiter.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await limiter.run(async () => 'yes')).toBe('yes');
  });
});
