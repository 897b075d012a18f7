export const SLOW_MS = 50;

/** Watches how far frames are apart, until it is stopped. */
export function watchFrames(): { stop: () => { longestFrameMs: number; slowFrames: number } } {
  let last = performance.now();
  let longestFrameMs = 0;
  let slowFrames = 0;
  let handle = requestAnimationFrame(look);
  function look(now: number): void {
    longestFrameMs = Math.max(longestFrameMs, now - last);
    if (now - last > SLOW_MS) slowFrames += 1;
    last = now;
    handle = requestAnimationFrame(look);
  }
  return {
    stop() {
      cancelAnimationFrame(handle);
      return { longestFrameMs, slowFrames };
    },
  };
}
