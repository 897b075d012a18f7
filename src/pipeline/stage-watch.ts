import type { StageTime } from './render-types.js';
import type { PipelineStage } from './types.js';

export interface StageWatch {
  /** Wall times, one entry per stage. */
  timings: StageTime[];
  /** Ends the running stage and starts the next. A repeated stage adds to its entry. */
  start(stage: PipelineStage): void;
  stop(): void;
}

export function createStageWatch(onStage?: (stage: PipelineStage) => void): StageWatch {
  const timings: StageTime[] = [];
  let startedMs = 0;
  let running: StageTime | undefined;
  const stop = (): void => {
    if (running) running.ms += performance.now() - startedMs;
    running = undefined;
  };
  return {
    timings,
    stop,
    start(stage) {
      stop();
      startedMs = performance.now();
      running = timings.find((line) => line.stage === stage);
      if (running) return;
      running = { stage, ms: 0 };
      timings.push(running);
      onStage?.(stage);
    },
  };
}
