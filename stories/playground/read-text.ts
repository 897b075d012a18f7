import type { Worker } from 'tesseract.js';

/** Every file comes from this Storybook; nothing is fetched from elsewhere. */
async function start(): Promise<Worker> {
  const { createWorker } = await import('tesseract.js');
  return createWorker('eng', 1, {
    workerPath: './tesseract/worker.min.js',
    corePath: './tesseract-core',
    langPath: './tesseract-data',
    workerBlobURL: false,
    cacheMethod: 'none',
  });
}

/** An answer stays open no longer for the words in one image. */
const READ_TIMEOUT_MS = 3_000;

let worker: Promise<Worker> | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;

/** Starts the reader while the person types, so that the answer does not wait for it. */
export function prepareToRead(): void {
  worker ??= start();
  // Where it cannot start, `readText` says so to whoever waits for it.
  worker.catch(() => {});
  clearTimeout(idle);
}

const timeout = (): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(resolve, READ_TIMEOUT_MS);
  });

/** Text in an image, read in the browser, for the demo backend's answers. The reader is let go when it rests. */
export async function readText(image: Blob): Promise<string> {
  prepareToRead();
  try {
    const reading = worker?.then((reader) => reader.recognize(image));
    const result = await Promise.race([reading, timeout()]);
    return result && result.data.confidence > 70 ? result.data.text.trim() : '';
  } finally {
    idle = setTimeout(() => {
      void worker?.then((reader) => reader.terminate());
      worker = undefined;
    }, 30_000);
  }
}
