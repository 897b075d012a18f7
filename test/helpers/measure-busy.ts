import { cdp } from 'vitest/browser';

interface Metrics {
  metrics: { name: string; value: number }[];
}

const session = cdp() as unknown as {
  send: (method: string, parameters?: object) => Promise<unknown>;
};

async function taskSeconds(): Promise<number> {
  const { metrics } = (await session.send('Performance.getMetrics')) as Metrics;
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}

/**
 * Returns what came of some work and how long the page's main thread was busy with it, in ms of processor time: what else
 * the machine does is not counted.
 */
export async function measureBusy<T>(
  work: () => Promise<T>,
): Promise<{ result: T; busyMs: number }> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  try {
    const before = await taskSeconds();
    const result = await work();
    return { result, busyMs: ((await taskSeconds()) - before) * 1000 };
  } finally {
    await session.send('Performance.disable');
  }
}
