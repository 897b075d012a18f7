import type { PrepareMessages, RecoverTurn } from '../chat/index.js';
import { labelQuestions } from '../chat/index.js';
import { KitError } from '../errors.js';
import { checkRequest, pruneImages } from '../messages/index.js';
import type {
  ChatMessage,
  ImagePart,
  Problem,
  PruneOptions,
  RequestTarget,
} from '../messages/index.js';
import { changeImages } from './change-images.js';
import { limitsOf, mendMessages } from './mend-messages.js';
import { explainRefusal } from './explain-refusal.js';
import { problemOfError } from './problem-of-error.js';
import { canRemake, type RemakeImage } from './remake-image.js';
import type { Uploads } from './uploads.js';
import { withoutImages } from './without-images.js';

export interface RequestPreparation {
  target: RequestTarget;
  wireName: string;
  remake: RemakeImage;
  labels: boolean | 'names';
  altTexts: boolean;
  imageHistory: PruneOptions | undefined;
  leftOutIds: ReadonlySet<string>;
  uploads: Pick<Uploads, 'place' | 'renew'> | undefined;
}

/** What lies between a conversation as it is shown and a request as it is sent. */
export function createRequestPreparation(preparation: RequestPreparation): {
  prepareMessages: PrepareMessages;
  recover: RecoverTurn;
} {
  const { target, wireName, remake, labels, altTexts, imageHistory, leftOutIds, uploads } =
    preparation;
  return {
    async prepareMessages(messages, signal, outcome) {
      const sent = withoutImages(messages, leftOutIds);
      const pruned = imageHistory ? await pruneOlder(sent, imageHistory, remake, signal) : sent;
      const labelled = labelQuestions(pruned, { labels, altTexts });
      const mended = await mendMessages(labelled, { target, remake, signal });
      const placed = (await uploads?.place(mended, signal, outcome)) ?? mended;
      refuse(checkRequest(placed, target).find(({ severity }) => severity === 'error'));
      return placed;
    },
    async recover(error, messages, { signal, isLastTry }) {
      const explained = explainRefusal(error, messages, wireName);
      if (isLastTry) return { error: explained };
      const problem = problemOfError(explained);
      if (isMissingFile(explained)) {
        return { error: explained, messages: await uploads?.renew(messages, signal) };
      }
      const smaller = await shrinkRefused(messages, problem, remake, signal);
      const placed = smaller && (await uploads?.place(smaller, signal));
      return { error: explained, messages: placed ?? smaller };
    },
  };
}

/** Older pictures at `low` are really made small: not every model gives something for the detail alone. */
async function pruneOlder(
  messages: readonly ChatMessage[],
  options: PruneOptions,
  remake: RemakeImage,
  signal: AbortSignal,
): Promise<readonly ChatMessage[]> {
  const lowered = new Map<ImagePart, ImagePart>();
  pruneImages(messages, {
    ...options,
    lower(image) {
      lowered.set(image, { ...image, detail: 'low' });
      return image;
    },
  });
  await Promise.all(
    [...lowered.keys()].filter(canRemake).map(async (image) => {
      lowered.set(image, await remake(image, { detail: 'low' }, signal));
    }),
  );
  return pruneImages(messages, { ...options, lower: (image) => lowered.get(image) ?? image });
}

/** An upload has expired, or somebody deleted it. */
function isMissingFile({ code, facts }: KitError): boolean {
  const { status, providerMessage = '' } = facts;
  return (code === 'not-found' || status === 400) && /file/i.test(providerMessage);
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

/** Sizes that only the server knew of. Where it names no picture, those that pass the limit it names are meant. */
async function shrinkRefused(
  messages: readonly ChatMessage[],
  problem: Problem | undefined,
  remake: RemakeImage,
  signal: AbortSignal,
): Promise<readonly ChatMessage[] | undefined> {
  if (problem?.fix !== 'shrink') return undefined;
  let isSmaller = false;
  const changed = await changeImages(messages, async (image) => {
    const limits = isMeant(image, problem) ? limitsOf(image, [problem]) : undefined;
    if (!limits) return image;
    const remade = await remake(image, limits, signal);
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
