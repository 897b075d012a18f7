/**
 * Turns a conversation into a request. The preview and Send use the same function, so the tokens, bytes and problems
 * that are shown are those of the messages that are sent.
 *
 * Labels come first, over the conversation as it is shown: an image that is then left out, or pruned as too old, is
 * replaced by a line with its number, and a mention of it still says which image it means.
 */
import { isContinueAsk } from '../chat/continue-answer.js';
import { checkRequest } from '../messages/check-request.js';
import type { ImageDescriptions } from '../messages/describe-images.js';
import { labelQuestions } from '../messages/label-questions.js';
import { thinOutImages } from '../messages/prune-history.js';
import type { ChatMessage, ImageContent, ImagePart, Problem } from '../messages/types.js';
import type { LabelOptions } from '../messages/label-questions.js';
import type { RequestTarget } from '../messages/check-request.js';
import type { ThinningOptions } from '../messages/prune-history.js';
import { sendSize } from '../models/send-size.js';
import { mapImages } from '../messages/change-images.js';
import { isFixable } from './fixable.js';
import { limitsOf } from './image-limits.js';
import { canRefit } from './refit-images.js';
import type { ImageRefits, PendingRefit, RefitLimits } from './refit-images.js';
import { rulesOf } from './rules-of.js';

/**
 * Fixing one problem can cause another, such as smaller images with more patches. It never takes more rounds than this.
 */
const MAX_ROUNDS = 4;

export interface PlanOptions extends LabelOptions, ThinningOptions {
  target: RequestTarget;
  /** Resized images. Without them every image is sent unchanged. */
  refits?: ImageRefits | undefined;
  /** Returns the location of an image on a server, if it is sent from there. */
  placed?: ((image: ImagePart) => ImageContent | undefined) | undefined;
  /** Descriptions of images, for a model that only reads text. */
  descriptions?: ImageDescriptions | undefined;
}

export interface RequestPlan {
  /** The messages as they are sent, once nothing is pending. */
  messages: readonly ChatMessage[];
  /** Images that have to be resized first. The final plan is known only then. */
  pending: readonly PendingRefit[];
  /** Images that have to be described first. */
  undescribed: readonly ImagePart[];
  /** What an endpoint would refuse of these messages. */
  problems: readonly Problem[];
  /** What it would have refused without the resized images. */
  fixed: readonly Problem[];
}

/** Plans a request from the whole conversation, the system message and the question included. */
export function planRequest(
  conversation: readonly ChatMessage[],
  options: PlanOptions,
): RequestPlan {
  const { target, refits, imageHistory, placed, descriptions } = options;
  const pending: PendingRefit[] = [];
  const undescribed: ImagePart[] = [];

  function descriptionOf(image: ImagePart): string | undefined {
    const description = descriptions?.of(image);
    if (description === undefined) undescribed.push(image);
    return description;
  }

  function refit(image: ImagePart, limits: RefitLimits): ImagePart | undefined {
    const made = refits?.made(image, limits);
    if (!made) pending.push({ image, limits });
    return made;
  }

  /** Resizes older images at `low`: for some models the detail alone saves nothing. */
  function lower(image: ImagePart): ImagePart {
    const low: ImagePart = { ...image, detail: 'low' };
    if (!refits || !canRefit(image)) return low;
    return refit(image, { detail: 'low' }) ?? { ...low, ...lowSize(image, target) };
  }

  // The instruction to continue an answer is not a turn: the images of its question stay.
  const askCount = isContinueAsk(conversation) ? 1 : 0;
  const end = conversation.length - askCount;
  const turns = thinOutImages(labelQuestions(conversation.slice(0, end), options), {
    leftOutIds: options.leftOutIds,
    imageHistory: imageHistory && { lower, ...imageHistory },
    ...(descriptions && !rulesOf(target).vision && { descriptionOf }),
  });

  const whole = [...turns, ...conversation.slice(end)];
  let messages = target.wire?.messagesSent?.(whole, target.options) ?? whole;
  let problems = checkRequest(messages, target);
  let fixed: readonly Problem[] = [];
  const maxRounds = refits ? MAX_ROUNDS : 0;
  for (let round = 0; pending.length === 0 && round < maxRounds; round += 1) {
    const fixable = problems.filter((problem) => isFixable(problem, messages));
    if (fixable.length === 0) break;
    if (round === 0) fixed = fixable;
    messages = mapImages(messages, (image) => {
      const limits = limitsOf(image, fixable);
      return (limits && refit(image, limits)) ?? image;
    });
    problems = checkRequest(messages, target);
  }
  if (placed) {
    messages = mapImages(messages, (image) => withData(image, placed(image)));
    problems = checkRequest(messages, target);
  }
  return {
    messages,
    pending,
    undescribed,
    problems,
    fixed: fixed.filter((one) => !problems.some(isSame(one))),
  };
}

/** Returns the size that an image will have, before it has been resized. */
function lowSize(
  { width, height }: ImagePart,
  target: RequestTarget,
): Pick<ImagePart, 'width' | 'height'> {
  if (!width || !height) return {};
  const size = sendSize({ width, height }, rulesOf(target), 'low');
  return { width: size.width, height: size.height };
}

function withData(image: ImagePart, data: ImageContent | undefined): ImagePart {
  return data ? { ...image, data } : image;
}

function isSame({ code, imageId }: Problem): (other: Problem) => boolean {
  return (other) => other.code === code && other.imageId === imageId;
}
