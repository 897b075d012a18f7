import { useMemo } from 'react';
import type { Connection } from '../chat/types.js';
import { throwIfAborted } from '../internal/abort.js';
import type { Pipeline } from '../pipeline/types.js';
import { engine } from './engine.js';

/** Makes images wait for the rules of a connection's model until the tables of models are loaded. */
export function useRuledPipeline(pipeline: Pipeline, { model, baseUrl }: Connection): Pipeline {
  return useMemo(
    () => ({
      async prepare(source, options = {}) {
        if (options.rules) return pipeline.prepare(source, options);
        const { findRules } = await engine.load();
        throwIfAborted(options.signal);
        return pipeline.prepare(source, { ...options, rules: findRules(model, { baseUrl }) });
      },
      dispose: () => pipeline.dispose(),
    }),
    [pipeline, model, baseUrl],
  );
}
