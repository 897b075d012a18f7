import type { Method } from './method.ts';
import { browserImageCompression } from './methods/browser-image-compression.ts';
import { compressorjs } from './methods/compressorjs.ts';
import { floor, floorVariants } from './methods/floor.ts';
import { kit } from './methods/kit.ts';
import { picaResize } from './methods/pica.ts';
import { plainCanvas } from './methods/plain-canvas.ts';
import { uppyCompressor } from './methods/uppy-compressor.ts';
import type { BenchPage, Job } from './protocol.ts';
import { timed, wait } from './stopwatch.ts';

const methods: Method[] = [
  kit,
  plainCanvas,
  compressorjs,
  browserImageCompression,
  uppyCompressor,
  picaResize,
  floor,
];

const input = document.querySelector<HTMLInputElement>('input');

function find(name: string): Method {
  const method = [...methods, ...floorVariants].find((one) => one.name === name);
  if (!method) throw new Error(`no method ${name}`);
  return method;
}

function photoOf({ photo }: Job): File {
  const file = input?.files?.[photo];
  if (!file) throw new Error(`no photo ${photo}`);
  return file;
}

/** Works through the jobs with so many in flight. */
async function inTurn(jobs: readonly Job[], inFlight: number, work: (job: Job) => Promise<void>) {
  const rest = jobs.values();
  const oneAfterAnother = async () => {
    for (const job of rest) await work(job);
  };
  await Promise.all(Array.from({ length: inFlight }, oneAfterAnother));
}

const bench: BenchPage = {
  methods: methods.map(({ name }) => name),
  variants: floorVariants.map(({ name }) => name),

  async single(name, job) {
    const { value, ...run } = await timed(() => find(name).shrink(photoOf(job), job));
    return { ...run, bytes: value.size };
  },

  async many(name, jobs) {
    const method = find(name);
    let failed = 0;
    let firstMs = 0;
    const start = performance.now();
    const { ms, longestGapMs, longestTaskMs } = await timed(() =>
      inTurn(jobs, method.inFlight, async (job) => {
        try {
          await method.shrink(photoOf(job), job);
          firstMs ||= performance.now() - start;
        } catch {
          failed += 1;
        }
      }),
    );
    return { ms, firstMs, failed, longestGapMs, longestTaskMs };
  },

  async save(name, job, as) {
    const blob = await find(name).shrink(photoOf(job), job);
    await fetch(`/saved/${encodeURIComponent(as)}`, { method: 'POST', body: blob });
  },

  async idle(ms) {
    const { longestGapMs, longestTaskMs } = await timed(() => wait(ms));
    return { longestGapMs, longestTaskMs };
  },
};

window.bench = bench;
