import { createBatchFiles } from '../../../src/batch/create-batch-files.ts';
import { createPipeline } from '../../../src/pipeline/create-pipeline.ts';
import { imageRequests } from '../../../src/batch/image-requests.ts';
import { openaiChat } from '../../../src/wire/openai-chat/index.ts';
import type { BatchRun } from '../request-protocol.ts';
import { timed } from '../stopwatch.ts';
import { heapGrowth } from './heap.ts';

const MODEL = 'gpt-4o';

/** As the batch panel does it: each image made to fit, then written into a file with its question. */
export async function batch(photos: readonly File[], count: number): Promise<BatchRun> {
  const pipeline = createPipeline();
  const { signal } = new AbortController();
  const images = Array.from({ length: count }, (_, index) => ({
    file: photos[index % photos.length] ?? new File([], ''),
    name: `image ${index}.jpg`,
  }));
  let failed = 0;
  const requests = imageRequests(images, {
    question: 'What is in this image?',
    signal,
    prepare: (file) => pipeline.prepare(file, { model: MODEL, signal }),
    onLooked: (_image, error) => {
      if (error) failed += 1;
    },
  });
  const { value, ...run } = await timed(() =>
    heapGrowth(() => createBatchFiles(requests, { wire: openaiChat, model: MODEL })),
  );
  pipeline.dispose();
  if (failed > 0) throw new Error(`${failed} images failed`);
  const { files } = value.value;
  return {
    ...run,
    files: files.length,
    bytes: files.reduce((sum, { content }) => sum + content.size, 0),
    requests: files.reduce((sum, { customIds }) => sum + customIds.length, 0),
    heapGrowthBytes: value.bytes,
  };
}
