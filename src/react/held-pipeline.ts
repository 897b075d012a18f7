import { abortedError } from '../internal/abort.js';
import type { Pipeline, PipelineOptions } from '../pipeline/types.js';
import { engine } from './engine.js';

/** A pipeline that starts with the first image, and ends its workers when the last component lets go of it. */
export interface HeldPipeline extends Pipeline {
  /** Returns its own undo. */
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
      // Nobody would end the workers of a pipeline that starts now.
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

/** Two composers on a page share their workers, so that the machine is not asked twice. */
export const pagePipeline = createHeldPipeline();
