import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mapLimited } from '../../../src/internal/map-limited.js';

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
