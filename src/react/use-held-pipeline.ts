import { useEffect, useState } from 'react';
import type { Pipeline } from '../pipeline/types.js';
import { createHeldPipeline, pagePipeline } from './held-pipeline.js';
import type { UseImageQueueOptions } from './types.js';

/** Returns the given pipeline, one with the given options, or the page's. */
export function useHeldPipeline({
  pipeline,
  pipelineOptions,
}: Pick<UseImageQueueOptions, 'pipeline' | 'pipelineOptions'>): Pipeline {
  const [held] = useState(() =>
    pipelineOptions ? createHeldPipeline(pipelineOptions) : pagePipeline,
  );
  const isGiven = pipeline !== undefined;
  useEffect(() => (isGiven ? undefined : held.hold()), [held, isGiven]);
  return pipeline ?? held;
}
