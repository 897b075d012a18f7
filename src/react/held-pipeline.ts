import { abortedError } from '../internal/abort.js';
import type { Pipeline, PipelineOptions } from '../pipeline/types.js';
import { engine } from './engine.js';

/** A pipeline that starts with the first image, and terminates its workers when the last component releases it. */
export interface HeldPipeline extends Pipeline {
  /** Holds the pipeline. Returns a cleanup function. */
  hold(): () => void;
}

export function createHeldPipeline(options?: PipelineOptions): HeldPipeline {
  let holders = 0;
  let pipeline: Pipeline | undefined;

  function dispose(): void {
    pipeline?.dispose();
    pipeline = undefined;
  }

  return {
    async prepare(source, prepareOptions) {
      const { createPipeline } = await engine.load();
      // With no holders left, its workers would leak.
      if (holders === 0) throw abortedError();
      pipeline ??= createPipeline(options);
      return pipeline.prepare(source, prepareOptions);
    },
    dispose,
    hold() {
      holders += 1;
      return () => {
        holders -= 1;
        if (holders === 0) dispose();
      };
    },
  };
}

/** Composers on one page share their workers, so that the machine is not loaded twice. */
export const pagePipeline = createHeldPipeline();
