import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFrameBatch } from '../../../src/internal/frame-batch.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a batch', () => {
  test('runs once for any number of changes', () => {
    const run = vi.fn<() => void>();
    const batch = createFrameBatch(run);
    for (let change = 0; change < 100; change += 1) batch.schedule();
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60);
    expect(run).toHaveBeenCalledOnce();
  });

  test('rests between runs that were asked for, and runs for the last change', () => {
    const run = vi.fn<() => void>();
    const batch = createFrameBatch(run, () => 100);
    let changes = 0;
    let shown = 0;
    run.mockImplementation(() => (shown = changes));
    for (let atMs = 0; atMs < 350; atMs += 5) {
      changes += 1;
      batch.schedule();
      vi.advanceTimersByTime(5);
    }
    expect(run.mock.calls.length).toBeGreaterThan(0);
    expect(run.mock.calls.length).toBeLessThanOrEqual(4);
    vi.advanceTimersByTime(150);
    expect(shown).toBe(changes);
  });

  test('runs at once when told to, and not after it was called off', () => {
    const run = vi.fn<() => void>();
    const batch = createFrameBatch(run, () => 1000);
    batch.schedule();
    batch.flush();
    expect(run).toHaveBeenCalledOnce();
    batch.schedule();
    batch.cancel();
    vi.advanceTimersByTime(60);
    expect(run).toHaveBeenCalledOnce();
  });
});
