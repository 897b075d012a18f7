import type { ChatStore } from '../chat/types.js';
import { checkRequest } from '../messages/check-request.js';
import { thinOutImages } from '../messages/prune-history.js';
import type { ChatMessage, ImagePart, Problem } from '../messages/types.js';
import type { RequestTarget } from '../messages/check-request.js';
import type { ImageQueue, QueueState } from '../queue/types.js';
import { imagesOf } from '../messages/change-images.js';
import { limitsOf } from './image-limits.js';
import type { ImageRefits } from './refit-images.js';

export interface FixOptions {
  store: Pick<ChatStore, 'getSnapshot' | 'remove' | 'updateImages'>;
  queue: Pick<QueueState, 'items'> &
    Pick<ImageQueue, 'remove' | 'setLimits'> & { parts: readonly ImagePart[] };
  /** Messages as they would be sent. */
  messages: readonly ChatMessage[];
  target: RequestTarget;
  refits: ImageRefits | undefined;
  leaveOut: (ids: readonly string[]) => void;
}

/** Applies the fix of a problem, wherever its image is. */
export async function fixProblem(problem: Problem, options: FixOptions): Promise<boolean> {
  const { fix, imageId, messageId } = problem;
  switch (fix) {
    case 'drop-oldest':
      return dropOldest(problem, options);
    case 'leave-out-images': {
      const ids = imagesOf(options.messages).map(({ id }) => id);
      options.leaveOut(ids);
      return ids.length > 0;
    }
    case 'shrink':
    case 'enlarge':
    case 'convert': {
      const sentIds = new Set(imagesOf(options.messages).map(({ id }) => id));
      const images = shownImages(options).filter(({ id }) =>
        imageId === undefined ? sentIds.has(id) : id === imageId,
      );
      const fixed = await Promise.all(images.map((image) => shrink(image, problem, options)));
      return fixed.some(Boolean);
    }
    case 'remove':
      if (imageId !== undefined) return removeImage(imageId, options);
      if (messageId !== undefined) options.store.remove(messageId);
      return messageId !== undefined;
    default:
      return false;
  }
}

/** Returns images as the conversation and the composer show them, not in the smaller form of a request. */
function shownImages({ store, queue }: FixOptions): ImagePart[] {
  const messages = store.getSnapshot().entries.map(({ message }) => message);
  return [...imagesOf(messages), ...queue.parts];
}

async function shrink(
  image: ImagePart,
  problem: Problem,
  { store, queue, refits }: FixOptions,
): Promise<boolean> {
  const limits = limitsOf(image, [problem]);
  if (!limits) return false;
  if (queue.items.some(({ id }) => id === image.id)) {
    queue.setLimits(image.id, limits);
  } else {
    const smaller = (await refits?.make(image, limits)) ?? image;
    store.updateImages((shown) => (shown.id === image.id ? { ...smaller, id: shown.id } : shown));
  }
  return true;
}

/** Removes an image. One that was already sent stays visible, but is no longer sent. */
function removeImage(id: string, { queue, leaveOut }: FixOptions): boolean {
  if (queue.items.some((item) => item.id === id)) queue.remove(id);
  else leaveOut([id]);
  return true;
}

/** Leaves out as many of the oldest images as needed, but never one of the draft. */
function dropOldest({ code }: Problem, { messages, queue, target, leaveOut }: FixOptions): boolean {
  const inQueue = new Set(queue.items.map(({ id }) => id));
  const earlier = imagesOf(messages).filter(({ id }) => !inQueue.has(id));
  const dropped: string[] = [];
  for (const { id } of earlier) {
    dropped.push(id);
    if (!hasProblem(messages, dropped, code, target)) break;
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
  const rest = thinOutImages(messages, { leftOutIds: new Set(dropped) });
  return checkRequest(rest, target).some((problem) => problem.code === code);
}
