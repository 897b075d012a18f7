import { cpus } from 'node:os';

const LOOK_MS = 80;

function cpuTimes(): { busy: number; all: number } {
  let [busy, all] = [0, 0];
  for (const { times } of cpus()) {
    const sum = times.user + times.nice + times.sys + times.irq + times.idle;
    all += sum;
    busy += sum - times.idle;
  }
  return { busy, all };
}

/** Waits until the machine has little else to do, but not for ever. */
export async function waitForQuiet(patienceMs: number): Promise<void> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const before = cpuTimes();
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_MS);
    });
    const after = cpuTimes();
    if ((after.busy - before.busy) / Math.max(1, after.all - before.all) < 0.2) return;
  }
}
