/** Time per frame for work that can wait. Rendering what it changes comes on top. */
const FRAME_SHARE_MS = 5;

const waiting = new Set<() => void>();
let frame: number | undefined;

/** Runs work in one of the next frames, few at a time. Returns a function that cancels it. */
export function inTurn(work: () => void): () => void {
  waiting.add(work);
  frame ??= requestAnimationFrame(runSome);
  return () => waiting.delete(work);
}

function runSome(startedAtMs: number): void {
  frame = undefined;
  const endMs = Math.max(startedAtMs, performance.now()) + FRAME_SHARE_MS;
  for (const work of waiting) {
    waiting.delete(work);
    work();
    if (performance.now() > endMs) break;
  }
  if (waiting.size > 0) frame = requestAnimationFrame(runSome);
}
