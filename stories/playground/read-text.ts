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

let worker: Promise<Worker> | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;

/** Text in a picture, read in the browser, for the demo backend's answers. The reader is let go when it rests. */
export async function readText(image: Blob): Promise<string> {
  clearTimeout(idle);
  worker ??= start();
  try {
    const { data } = await (await worker).recognize(image);
    return data.confidence > 55 ? data.text.trim() : '';
  } finally {
    idle = setTimeout(() => {
      void worker?.then((reader) => reader.terminate());
      worker = undefined;
    }, 30_000);
  }
}
