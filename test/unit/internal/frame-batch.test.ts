import { describe, expect, test, vi } from 'vitest';
import { createFrameBatch } from '../../../src/internal/frame-batch.js';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a batch', () => {
  test('runs once for any number of changes', async () => {
    const run = vi.fn<() => void>();
    const batch = createFrameBatch(run);
    for (let change = 0; change < 100; change += 1) batch.schedule();
    expect(run).not.toHaveBeenCalled();
    await wait(60);
    expect(run).toHaveBeenCalledOnce();
  });

  test('rests between runs that were asked for, and runs for the last change', async () => {
    const run = vi.fn<() => void>();
    const batch = createFrameBatch(run, 100);
    const startedMs = performance.now();
    let changes = 0;
    let shown = 0;
    run.mockImplementation(() => (shown = changes));
    while (performance.now() - startedMs < 350) {
      changes += 1;
      batch.schedule();
      await wait(5);
    }
    expect(run.mock.calls.length).toBeGreaterThan(0);
    expect(run.mock.calls.length).toBeLessThanOrEqual(4);
    await wait(150);
    expect(shown).toBe(changes);
  });

  test('runs at once when told to, and not after it was called off', async () => {
    const run = vi.fn<() => void>();
    const batch = createFrameBatch(run, 1000);
    batch.schedule();
    batch.flush();
    expect(run).toHaveBeenCalledOnce();
    batch.schedule();
    batch.cancel();
    await wait(60);
    expect(run).toHaveBeenCalledOnce();
  });
});
