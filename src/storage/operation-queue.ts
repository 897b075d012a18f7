import { waitWithin } from '../internal/abort.js';
import { isCloneError, isQuotaError } from './record-database.js';
import type { StorageProblemCode } from './types.js';

/** A browser whose database never responds must not block the caller. */
const PATIENCE_MS = 5000;
const onLate = (): Error => new Error('The database did not answer.');

/** Runs an operation after all earlier ones. A failure is reported, and resolves to `undefined`. */
export type RunOperation = <Result>(
  operation: () => Promise<Result>,
) => Promise<Result | undefined>;

/** Runs operations of a database one at a time. Once it is broken, none is tried any more. */
export function createOperationQueue(report: (code: StorageProblemCode) => void): RunOperation {
  let isBroken = false;
  let earlier: Promise<unknown> = Promise.resolve();

  async function runAfter<Result>(
    before: Promise<unknown>,
    operation: () => Promise<Result>,
  ): Promise<Result | undefined> {
    await before;
    if (isBroken) return undefined;
    try {
      return await waitWithin(operation(), { ms: PATIENCE_MS, onLate });
    } catch (error) {
      isBroken = !isQuotaError(error) && !isCloneError(error);
      report(isQuotaError(error) ? 'nothing-kept' : 'storage-unavailable');
      return undefined;
    }
  }

  return (operation) => {
    const result = runAfter(earlier, operation);
    earlier = result;
    return result;
  };
}
