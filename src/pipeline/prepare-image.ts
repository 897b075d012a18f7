import { createPipeline } from './create-pipeline.js';
import type { Pipeline, PreparedImage, PrepareOptions } from './types.js';

let shared: Pipeline | undefined;

/**
 * Makes one image ready for a model: upright, no larger than the model can use, re-encoded, so that nothing of the
 * file but its pixels leaves. All calls share one pipeline, whose workers are let go when they have nothing to do;
 * `createPipeline` gives one with options of its own.
 *
 * @throws KitError with a code of `imageErrorCodes`, or `aborted`
 */
export function prepareImage(source: Blob, options: PrepareOptions = {}): Promise<PreparedImage> {
  return (shared ??= createPipeline()).prepare(source, options);
}
