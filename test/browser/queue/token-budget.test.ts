import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createImageQueue } from '../../../src/queue/create-image-queue.js';
import { createPipeline } from '../../../src/pipeline/create-pipeline.js';
import type { ImageQueue, ImageQueueOptions } from '../../../src/queue/types.js';
import { drawImage } from '../../helpers/draw-image.js';

const MODEL = 'gpt-4o';

async function photo(width: number, height: number): Promise<{ file: Blob; name: string }> {
  const draw = (context: OffscreenCanvasRenderingContext2D): void => {
    const sky = context.createLinearGradient(0, 0, width, height);
    sky.addColorStop(0, 'navy');
    sky.addColorStop(1, 'orange');
    context.fillStyle = sky;
    context.fillRect(0, 0, width, height);
  };
  return { file: await drawImage(width, height, { draw }), name: `${width} × ${height}` };
}

function openQueue(options: Partial<ImageQueueOptions>, pipeline = createPipeline()): ImageQueue {
  const queue = createImageQueue({
    pipeline,
    prepare: { model: MODEL },
    detail: 'high',
    ...options,
  });
  const disconnect = queue.connect();
  onTestFinished(() => {
    disconnect();
    pipeline.dispose();
  });
  return queue;
}

/** Tokens of the images; undefined while one is still being made. */
function tokensOf(queue: ImageQueue): (number | undefined)[] {
  return queue
    .getSnapshot()
    .items.map(({ status, prepared }) => (status === 'ready' ? prepared?.tokens : undefined));
}

describe('a budget of tokens for all images of a message', () => {
  test('is shared out: what needs little keeps it, what needs much becomes smaller', async () => {
    const queue = openQueue({ maxTotalTokens: 1200 });
    queue.add([await photo(2000, 1500), await photo(300, 200), await photo(1600, 1200)]);
    await expect.poll(() => tokensOf(queue)).toEqual([425, 255, 425]);
    expect(queue.getSnapshot().totals.tokens).toBeLessThanOrEqual(1200);
  });

  test('goes to those that stay when one is removed, and is shared with one that comes', async () => {
    const queue = openQueue({ maxTotalTokens: 800 });
    const [first = ''] = queue.add([await photo(2000, 1500), await photo(1600, 1200)]);
    await expect.poll(() => tokensOf(queue)).toEqual([255, 255]);
    queue.remove(first);
    await expect.poll(() => tokensOf(queue)).toEqual([765]);
    queue.add([await photo(1500, 1500)]);
    await expect.poll(() => tokensOf(queue)).toEqual([255, 255]);
  });

  test('that is taken away, or grows, brings the full size back', async () => {
    const queue = openQueue({ maxTotalTokens: 600 });
    queue.add([await photo(2000, 1500), await photo(2000, 1500)]);
    await expect.poll(() => tokensOf(queue)).toEqual([255, 255]);
    queue.setOptions({ maxTotalTokens: 2000 });
    await expect.poll(() => tokensOf(queue)).toEqual([765, 765]);
    queue.setOptions({ maxTotalTokens: 600 });
    await expect.poll(() => tokensOf(queue)).toEqual([255, 255]);
    queue.setOptions({ maxTotalTokens: undefined });
    await expect.poll(() => tokensOf(queue)).toEqual([765, 765]);
  });

  test('below what any size costs gives the cheapest size, once', async () => {
    const pipeline = createPipeline();
    const prepare = vi.spyOn(pipeline, 'prepare');
    const queue = openQueue({ maxTotalTokens: 10 }, pipeline);
    queue.add([await photo(2000, 1500)]);
    await expect.poll(() => tokensOf(queue)).toEqual([255]);
    // Made again for another budget, and for nothing before that.
    queue.setOptions({ maxTotalTokens: 800 });
    await expect.poll(() => tokensOf(queue)).toEqual([765]);
    expect(prepare).toHaveBeenCalledTimes(2);
  });
});
