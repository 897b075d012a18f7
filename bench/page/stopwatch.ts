import type { Calm } from './protocol.ts';

const TICK_MS = 4;
const SETTLE_MS = 30;

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

/** Times a piece of work, and watches how long the page is held up meanwhile. */
export async function timed<T>(work: () => Promise<T>): Promise<Calm & { ms: number; value: T }> {
  const longTasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries()));
  observer.observe({ entryTypes: ['longtask'] });

  let longestGapMs = 0;
  let lastTick = performance.now();
  let timer = 0;
  const tick = () => {
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - lastTick);
    lastTick = now;
    timer = window.setTimeout(tick, TICK_MS);
  };
  tick();

  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  // What the work left behind on the page counts as well.
  await wait(SETTLE_MS);
  tick();
  clearTimeout(timer);
  longTasks.push(...observer.takeRecords());
  observer.disconnect();
  const longestTaskMs = Math.max(
    0,
    ...longTasks.filter((task) => task.startTime >= start).map((task) => task.duration),
  );
  return { ms, value, longestGapMs, longestTaskMs };
}

export { wait };
