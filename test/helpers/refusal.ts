import { KitError } from '../../src/errors.js';

/** The `KitError` that some work ends with. Anything else is a failure of the test. */
export function refusalOf(work: () => unknown): KitError {
  try {
    const outcome = work();
    throw new Error(`Not refused: ${JSON.stringify(outcome)}`);
  } catch (error) {
    if (KitError.is(error)) return error;
    throw error;
  }
}
