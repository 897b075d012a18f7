import { KitError } from '../errors.js';
import type { WireBatch, WireFormat } from '../wire/types.js';

/**
 * Returns a format's batch support.
 *
 * @throws KitError `unsupported-by-wire` for a format without batches
 */
export function batchOf({ name, batch }: WireFormat): WireBatch {
  if (batch !== undefined) return batch;
  throw new KitError('unsupported-by-wire', {
    message: `The wire format “${name}” does not support batches. Use the format of an endpoint that does.`,
  });
}
