import { createQueue } from './image-queue.js';
import { tokenShares } from './token-shares.js';
import type { ImageQueue, ImageQueueOptions } from './types.js';

/**
 * Creates a tray of images without a framework. Each image is prepared as soon as there is room, and again when its detail or
 * the model changes.
 */
export function createImageQueue(options: ImageQueueOptions): ImageQueue {
  return createQueue(options, async () => tokenShares);
}
