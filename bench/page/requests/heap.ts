interface MemoryInfo {
  usedJSHeapSize: number;
}

const LOOK_MS = 4;

const used = () => (performance as unknown as { memory: MemoryInfo }).memory.usedJSHeapSize;

/** How far the JavaScript heap grows while some work is done. Chromium only, with `--enable-precise-memory-info`. */
export async function heapGrowth<T>(work: () => Promise<T>): Promise<{ value: T; bytes: number }> {
  (globalThis as { gc?: () => void }).gc?.();
  const before = used();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, used());
  }, LOOK_MS);
  try {
    const value = await work();
    return { value, bytes: Math.max(most, used()) - before };
  } finally {
    clearInterval(timer);
  }
}
