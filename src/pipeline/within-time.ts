import { waitWithin } from '../internal/abort.js';
import { timeoutError } from './image-errors.js';

/**
 * Stops waiting immediately on an abort or a timeout. Work in flight on the page cannot be stopped; its
 * result is dropped.
 */
export function withinTime<T>(
  work: Promise<T>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  const onLate = () => timeoutError(timeoutMs, timeoutMs);
  return waitWithin(work, { ms: timeoutMs, onLate }, signal);
}
