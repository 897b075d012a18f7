import type { Recipe } from '../floor-worker.ts';
import type { Method } from '../method.ts';
import type { Job } from '../protocol.ts';

interface Reply {
  id: number;
  blob?: Blob;
  error?: string;
}

const WORKERS = 2;
const pending = new Map<number, { resolve(blob: Blob): void; reject(error: Error): void }>();
let workers: Worker[] = [];
let lastId = 0;

function startWorker(): Worker {
  const worker = new Worker(new URL('../floor-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const waiting = pending.get(data.id);
    pending.delete(data.id);
    if (data.blob) waiting?.resolve(data.blob);
    else waiting?.reject(new Error(data.error ?? 'no answer'));
  });
  return worker;
}

function runInWorker(photo: File, job: Job, recipe: Recipe): Promise<Blob> {
  if (workers.length === 0) workers = Array.from({ length: WORKERS }, startWorker);
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    workers[id % WORKERS]?.postMessage({ id, photo, job, recipe });
  });
}

const method = (name: string, recipe: Recipe): Method => ({
  name,
  inFlight: WORKERS,
  shrink: (photo, job) => runInWorker(photo, job, recipe),
});

/** Decode small, draw, encode, in a warm worker that is told every size: nothing else around it. */
export const floor = method('floor (decode small + encode)', { coverage: 1, scaler: 'canvas' });

/** The same with other decode sizes, and with the kit's filter in place of the canvas's. */
export const floorVariants: readonly Method[] = [
  method('canvas, decoded ≥ 1 ×', { coverage: 1, scaler: 'canvas' }),
  method('canvas, decoded ≥ 1.5 ×', { coverage: 1.5, scaler: 'canvas' }),
  method('canvas, decoded ≥ 2 ×', { coverage: 2, scaler: 'canvas' }),
  method('canvas, decoded whole', { coverage: 100, scaler: 'canvas' }),
  method('Lanczos3, decoded ≥ 1 ×', { coverage: 1, scaler: 'lanczos' }),
  method('Lanczos3, decoded ≥ 1.3 ×', { coverage: 1.3, scaler: 'lanczos' }),
  method('Lanczos3, decoded ≥ 1.5 ×', { coverage: 1.5, scaler: 'lanczos' }),
  method('Lanczos3, decoded ≥ 2 ×', { coverage: 2, scaler: 'lanczos' }),
  method('Lanczos3, decoded whole', { coverage: 100, scaler: 'lanczos' }),
];
