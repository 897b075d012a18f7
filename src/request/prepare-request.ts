import type { Connection, PrepareMessages, RecoverTurn, TurnStore } from '../chat/types.js';
import { KitError } from '../errors.js';
import { checkRequest } from '../messages/check-request.js';
import { createDescriptions, type ImageDescriptions } from '../messages/describe-images.js';
import { thinOutImages } from '../messages/prune-history.js';
import type { ChatMessage, ImageContent, ImagePart, Problem } from '../messages/types.js';
import { changeImages, imagesOf } from '../messages/change-images.js';
import { isMissingFile } from '../wire/is-missing-file.js';
import { explainRefusal } from './explain-refusal.js';
import { limitsOf } from './image-limits.js';
import { planRequest, type PlanOptions, type RequestPlan } from './plan-request.js';
import { problemOfError } from './problem-of-error.js';
import { canRefit, type ImageRefits } from './refit-images.js';
import { findTooSmall } from './too-small.js';

/** Replaces the images of a request with their locations on a server, and uploads them first if needed. */
export interface RequestUploads {
  /** Called again with the same signal if the same request is changed; then without the outcome. */
  place: (
    messages: readonly ChatMessage[],
    ...turn: [signal: AbortSignal, outcome?: Parameters<PrepareMessages>[2]]
  ) => Promise<readonly ChatMessage[]>;
  /** Uploads again what the server no longer has. Returns `undefined` if the request references no upload. */
  renew: (
    messages: readonly ChatMessage[],
    signal: AbortSignal,
  ) => Promise<readonly ChatMessage[] | undefined>;
  /** Returns the location of an uploaded image, so that a preview references it as the request will. */
  placed?: (image: ImagePart) => ImageContent | undefined;
}

export interface SendingOptions extends Omit<PlanOptions, 'target' | 'placed'> {
  connection: Connection;
  uploads?: RequestUploads | undefined;
}

/** The steps of a chat store from a conversation as it is shown to a request as it is sent. */
export interface RequestSteps {
  prepareMessages: PrepareMessages;
  recover: RecoverTurn;
}

export function createRequestSteps(options: SendingOptions): RequestSteps {
  const { connection, refits, uploads } = options;
  const planOptions: PlanOptions = { ...options, target: connection };
  return {
    async prepareMessages(messages, signal, outcome, store = {}) {
      const plan = await carryOut(messages, planOptions, signal, store);
      const placed = await uploads?.place(plan.messages, signal, outcome);
      const problems = placed ? checkRequest(placed, connection) : plan.problems;
      refuse(problems.find(({ severity }) => severity === 'error'));
      return placed ?? plan.messages;
    },
    async recover(error, messages, { signal, isLastTry, ...store }) {
      const explained = explainRefusal(error, messages, connection.wire);
      if (isLastTry) return { error: explained };
      if (isMissingFile(explained)) {
        return { error: explained, messages: await uploads?.renew(messages, signal) };
      }
      const problem = problemOfError(explained);
      const descriptions = descriptionsOf(options, store);
      if (problem?.code === 'no-vision' && descriptions) {
        return {
          error: explained,
          messages: await describe(messages, descriptions, signal, store),
        };
      }
      const fixed =
        refits &&
        (problem?.fix === 'enlarge'
          ? await enlargeRefused(messages, explained, refits, signal)
          : await shrinkRefused(messages, problem, refits, signal));
      const placed = fixed && (await uploads?.place(fixed, signal));
      return { error: explained, messages: placed ?? fixed };
    },
  };
}

/** Resizes the pending images of the plan until none is left. */
async function carryOut(
  messages: readonly ChatMessage[],
  given: PlanOptions,
  signal: AbortSignal,
  store: TurnStore,
): Promise<RequestPlan> {
  const descriptions = descriptionsOf(given, store);
  const options = { ...given, descriptions };
  let plan = planRequest(messages, options);
  while (plan.undescribed.length > 0 || (options.refits && plan.pending.length > 0)) {
    const { undescribed, pending } = plan;
    if (undescribed.length > 0) await descriptions?.make(undescribed, signal, store.updateImages);
    await Promise.all(
      pending.map(async ({ image, limits }) => options.refits?.make(image, limits, signal)),
    );
    plan = planRequest(messages, options);
  }
  return plan;
}

/** The app may pass `describeImages` only to the store. */
function descriptionsOf(
  { descriptions }: Pick<PlanOptions, 'descriptions'>,
  { describeImages }: TurnStore,
): ImageDescriptions | undefined {
  return descriptions ?? (describeImages && createDescriptions(describeImages));
}

/**
 * Describes images for a model that turned out to read only text. Returns `undefined` if there is nothing to describe.
 */
async function describe(
  messages: readonly ChatMessage[],
  descriptions: ImageDescriptions,
  signal: AbortSignal,
  { updateImages }: TurnStore,
): Promise<readonly ChatMessage[] | undefined> {
  const images = imagesOf(messages);
  if (images.length === 0) return undefined;
  const missing = images.filter((image) => descriptions.of(image) === undefined);
  if (missing.length > 0) await descriptions.make(missing, signal, updateImages);
  return thinOutImages(messages, { descriptionOf: descriptions.of });
}

function refuse(problem: Problem | undefined): void {
  if (!problem) return;
  const { code, message, imageId, limit, value } = problem;
  throw new KitError('bad-request', {
    message,
    facts: {
      problem: code,
      ...(imageId !== undefined && { imageId }),
      ...(limit !== undefined && { limit }),
      ...(value !== undefined && { value }),
    },
  });
}

/** Smallest sizes that only the server knew of. */
async function enlargeRefused(
  messages: readonly ChatMessage[],
  { facts }: KitError,
  refits: ImageRefits,
  signal: AbortSignal,
): Promise<readonly ChatMessage[] | undefined> {
  const tooSmall = findTooSmall(imagesOf(messages), facts.providerMessage ?? '');
  let isLarger = false;
  const changed = await changeImages(messages, async (image) => {
    const { minSidePx } = tooSmall.find((one) => one.image === image) ?? {};
    if (minSidePx === undefined || !canRefit(image)) return image;
    isLarger = true;
    return refits.make(image, { minSidePx }, signal);
  });
  return isLarger ? changed : undefined;
}

/**
 * Shrinks images that exceed a limit only the server knew. If it names no image, those over the limit it names are
 * meant.
 */
async function shrinkRefused(
  messages: readonly ChatMessage[],
  problem: Problem | undefined,
  refits: ImageRefits,
  signal: AbortSignal,
): Promise<readonly ChatMessage[] | undefined> {
  if (problem?.fix !== 'shrink') return undefined;
  let isSmaller = false;
  const changed = await changeImages(messages, async (image) => {
    const limits = isMeant(image, problem) ? limitsOf(image, [problem]) : undefined;
    if (!limits) return image;
    const remade = await refits.make(image, limits, signal);
    isSmaller ||= weight(remade) < weight(image);
    return remade;
  });
  return isSmaller ? changed : undefined;
}

function weight({ width = 0, height = 0, data }: ImagePart): number {
  return width * height + (data.kind === 'bytes' ? data.bytes.size : 0);
}

function isMeant(
  { id, width = 0, height = 0, data }: ImagePart,
  { code, imageId, limit }: Problem,
): boolean {
  if (imageId !== undefined) return imageId === id;
  if (limit === undefined) return false;
  if (code === 'image-side') return Math.max(width, height) > limit;
  return code === 'image-bytes' && data.kind === 'bytes' && (data.bytes.size * 4) / 3 > limit;
}
