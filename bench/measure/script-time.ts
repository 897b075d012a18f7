import type { Page } from 'playwright';

export interface PageWork {
  scriptMs: number;
  layoutMs: number;
  /** Script, layout, style and paint of the page's thread. */
  taskMs: number;
}

/** What the page's thread did while some work went on, as the browser itself counts it, in time of the processor. */
export async function measureWork<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<PageWork & { value: T }> {
  const session = await page.context().newCDPSession(page);
  // Time that other programs take from the page does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<PageWork> => {
    const { metrics } = await session.send('Performance.getMetrics');
    const ms = (name: string) => 1000 * (metrics.find((one) => one.name === name)?.value ?? 0);
    return {
      scriptMs: ms('ScriptDuration'),
      layoutMs: ms('LayoutDuration') + ms('RecalcStyleDuration'),
      taskMs: ms('TaskDuration'),
    };
  };
  const before = await read();
  const value = await work();
  const after = await read();
  await session.detach();
  return {
    value,
    scriptMs: after.scriptMs - before.scriptMs,
    layoutMs: after.layoutMs - before.layoutMs,
    taskMs: after.taskMs - before.taskMs,
  };
}
