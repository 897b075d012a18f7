/**
 * Combines any number of changes into at most one call per frame, so that a fast stream cannot flood the
 * interface.
 */

const FRAME_MS = 16;
/** A hidden page paints no frames, but its state must still be updated. */
const HIDDEN_PAGE_MS = 100;

export interface FrameBatch {
  /** Requests a run with the next frame. Further calls before that frame have no effect. */
  schedule(): void;
  /** Runs now instead of with the requested frame. */
  flush(): void;
  cancel(): void;
}

/** @param restMs returns the minimum time between requested runs */
export function createFrameBatch(run: () => void, restMs = () => 0): FrameBatch {
  let lastRunMs = -Infinity;
  let cancelPending: (() => void) | undefined;

  const cancel = (): void => {
    cancelPending?.();
    cancelPending = undefined;
  };
  const flush = (): void => {
    cancel();
    lastRunMs = performance.now();
    run();
  };

  return {
    schedule() {
      cancelPending ??= requestRun(flush, lastRunMs + restMs() - performance.now());
    },
    flush,
    cancel,
  };
}

/** Returns a cleanup function. */
function requestRun(run: () => void, waitMs: number): () => void {
  if (waitMs > FRAME_MS || typeof requestAnimationFrame !== 'function') {
    const timer = setTimeout(run, Math.max(waitMs, FRAME_MS));
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, HIDDEN_PAGE_MS);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
