import type { ChatStore } from '../chat/index.js';
import { checkRequest } from '../messages/index.js';
import type { ChatMessage, ImagePart, Problem, RequestTarget } from '../messages/index.js';
import { limitsOf } from './mend-messages.js';
import { imagesOf } from './mendable.js';
import type { RemakeImage } from './remake-image.js';
import type { ImageMessage, ImageQueueHook } from './types.js';
import { withoutImages } from './without-images.js';

export interface MendingOptions {
  store: ChatStore;
  queue: ImageQueueHook;
  message: ImageMessage;
  target: RequestTarget;
  remake: RemakeImage;
  leaveOut: (ids: readonly string[]) => void;
}

/** Carries out the fix of a problem, wherever its picture is. */
export async function mendProblem(problem: Problem, options: MendingOptions): Promise<boolean> {
  const { fix, imageId, messageId } = problem;
  const images = imagesOf(options.message.messages).filter(
    ({ id }) => imageId === undefined || id === imageId,
  );
  switch (fix) {
    case 'drop-oldest':
      return dropOldest(problem, options);
    case 'shrink':
    case 'convert': {
      const mended = await Promise.all(images.map((image) => shrink(image, problem, options)));
      return mended.some(Boolean);
    }
    case 'remove':
      if (imageId !== undefined) return removeImage(imageId, options);
      if (messageId !== undefined) options.store.remove(messageId);
      return messageId !== undefined;
    default:
      return false;
  }
}

async function shrink(
  image: ImagePart,
  problem: Problem,
  { store, queue, remake }: MendingOptions,
): Promise<boolean> {
  const limits = limitsOf(image, [problem]);
  if (!limits) return false;
  if (queue.items.some(({ id }) => id === image.id)) {
    queue.setLimits(image.id, limits);
  } else {
    const smaller = await remake(image, limits);
    store.updateImages((shown) => (shown.id === image.id ? { ...smaller, id: shown.id } : shown));
  }
  return true;
}

/** A picture that was sent stays in view; it is only no longer sent. */
function removeImage(id: string, { queue, leaveOut }: MendingOptions): boolean {
  if (queue.items.some((item) => item.id === id)) queue.remove(id);
  else leaveOut([id]);
  return true;
}

/** As many of the oldest as it takes, and never one of the message that is being written. */
function dropOldest(
  { code }: Problem,
  { message, queue, target, leaveOut }: MendingOptions,
): boolean {
  const inQueue = new Set(queue.items.map(({ id }) => id));
  const earlier = imagesOf(message.messages).filter(({ id }) => !inQueue.has(id));
  const dropped: string[] = [];
  for (const { id } of earlier) {
    dropped.push(id);
    if (!hasProblem(message.messages, dropped, code, target)) break;
  }
  leaveOut(dropped);
  return dropped.length > 0;
}

function hasProblem(
  messages: readonly ChatMessage[],
  dropped: readonly string[],
  code: Problem['code'],
  target: RequestTarget,
): boolean {
  const rest = withoutImages(messages, new Set(dropped));
  return checkRequest(rest, target).some((problem) => problem.code === code);
}
