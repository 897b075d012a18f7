/** Gathers any number of changes into one call per frame, so that a fast stream cannot flood an interface. */

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

export function createFrameBatch(run: () => void): FrameBatch {
  let cancelPending: (() => void) | undefined;

  const cancel = (): void => {
    cancelPending?.();
    cancelPending = undefined;
  };
  const flush = (): void => {
    cancel();
    run();
  };

  return {
    schedule() {
      cancelPending ??= requestRun(flush);
    },
    flush,
    cancel,
  };
}

/** Returns its own undo. */
function requestRun(run: () => void): () => void {
  if (typeof requestAnimationFrame !== 'function') {
    const timer = setTimeout(run, FRAME_MS);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, HIDDEN_PAGE_MS);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
