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

function runInWorker(photo: File, job: Job): Promise<Blob> {
  if (workers.length === 0) workers = Array.from({ length: WORKERS }, startWorker);
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    workers[id % WORKERS]?.postMessage({ id, photo, job });
  });
}

/** Decode small, draw, encode, in a warm worker that is told every size: nothing else around it. */
export const floor: Method = {
  name: 'floor (decode small + encode)',
  inFlight: WORKERS,
  shrink: (photo, job) => runInWorker(photo, job),
};
