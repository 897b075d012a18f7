import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';

interface ProcessList {
  processInfo: { type: string; id: number }[];
}

/** The most resident memory that any page process of this browser ever held, MB. Linux only. */
export function peakRendererMegabytes(browser: Browser): Promise<number> {
  return peakMegabytes(browser, 'renderer');
}

/** The same of the process that keeps Blobs. */
export function peakBrowserMegabytes(browser: Browser): Promise<number> {
  return peakMegabytes(browser, 'browser');
}

async function peakMegabytes(browser: Browser, wanted: string): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as ProcessList;
  await session.detach();
  const peaks = processInfo
    .filter(({ type }) => type === wanted)
    .map(({ id }) => {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
    });
  return Math.max(...peaks);
}
