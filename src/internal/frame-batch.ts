/** Gathers any number of changes into one call per frame or fewer, so that a fast stream cannot flood an interface. */

const FRAME_MS = 16;
/** A hidden page paints no frames, and its state must go on all the same. */
const HIDDEN_PAGE_MS = 100;

export interface FrameBatch {
  /** Asks for a run with the next frame. Asking again before it changes nothing. */
  schedule(): void;
  /** Runs now, in place of the frame that was asked for. */
  flush(): void;
  cancel(): void;
}

/** @param restMs runs that were asked for are so far apart */
export function createFrameBatch(run: () => void, restMs = 0): FrameBatch {
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
      cancelPending ??= requestRun(flush, lastRunMs + restMs - performance.now());
    },
    flush,
    cancel,
  };
}

/** Returns its own undo. */
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
