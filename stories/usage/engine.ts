import { prepareImage } from 'image-chat-kit/core';

/** Leave `engine` out: a worker is taken, else the page, else browser-image-compression. */
export async function compare(file: File): Promise<void> {
  for (const engine of ['worker', 'main-thread', 'browser-image-compression'] as const) {
    const { blob, timings } = await prepareImage(file, { model: 'gpt-5.6-terra', engine });
    const ms = timings.reduce((sum, timing) => sum + timing.ms, 0);
    console.log(`${engine}: ${blob.size} bytes in ${Math.round(ms)} ms`);
  }
}
