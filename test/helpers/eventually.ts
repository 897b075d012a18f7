import { vi } from 'vitest';

/** Waits until a check holds. A machine that is busy with other things may take its time. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 30_000, interval: 20 });
}
