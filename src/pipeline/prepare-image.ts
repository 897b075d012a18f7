import { createPipeline } from './create-pipeline.js';
import type { Pipeline, PreparedImage, PrepareOptions } from './types.js';

let shared: Pipeline | undefined;

/**
 * Prepares one image for a model: upright, no larger than the model can use, re-encoded, so that nothing of
 * the file but its pixels is sent. All calls share one pipeline, whose idle workers are terminated; use
 * `createPipeline` for one with its own options.
 *
 * @throws KitError with a code of `imageErrorCodes`, or `aborted`
 */
export function prepareImage(source: Blob, options: PrepareOptions = {}): Promise<PreparedImage> {
  return (shared ??= createPipeline()).prepare(source, options);
}
