import type { ImagePart } from '../messages/types.js';
import type { Pipeline, PrepareOptions } from '../pipeline/types.js';

export type RefitLimits = Pick<
  PrepareOptions,
  'maxSidePx' | 'minSidePx' | 'maxOutputBytes' | 'detail'
>;

/** Images of messages rendered again from their originals, under tighter limits. They keep their ids. */
export interface ImageRefits {
  /** Returns the result of `make`, if it has been called before. */
  made: (image: ImagePart, limits: RefitLimits) => ImagePart | undefined;
  /** Returns an image unchanged if there is no original to render it from. */
  make: (image: ImagePart, limits: RefitLimits, signal?: AbortSignal) => Promise<ImagePart>;
  /**
   * Shrinks images of earlier turns before Send, so that their bytes are known. Other limits depend on the sum of the
   * request, which changes with each word, and are applied on Send.
   */
  makeAhead: (pending: readonly PendingRefit[], onMade: () => void) => void;
}

export interface PendingRefit {
  image: ImagePart;
  limits: RefitLimits;
}

/** The rendered fields of an image. Its description is taken from the message each time. */
type Refit = Pick<ImagePart, 'data' | 'mediaType' | 'detail'> & { width: number; height: number };

interface Making {
  promise: Promise<Refit>;
  refit?: Refit;
}

/** Keyed by the source bytes, then by the limits: a long conversation asks for the same with every question. */
const makings = new WeakMap<Blob, Map<string, Making>>();

/** @param prepare options of every image, the model among them */
export function createRefits(pipeline: Pipeline, prepare: PrepareOptions): ImageRefits {
  const ownKey = JSON.stringify(prepare);
  const begun = new WeakSet<ImagePart>();

  function find(image: ImagePart, limits: RefitLimits) {
    const source = sourceOf(image) ?? new Blob();
    const ofSource = makings.get(source) ?? new Map<string, Making>();
    makings.set(source, ofSource);
    const wanted = { detail: image.detail, ...limits };
    const key = ownKey + JSON.stringify(wanted);
    return { source, ofSource, wanted, key, making: ofSource.get(key) };
  }

  async function make(
    image: ImagePart,
    limits: RefitLimits,
    signal?: AbortSignal,
  ): Promise<ImagePart> {
    if (!canRefit(image)) return image;
    const { source, ofSource, wanted, key, making } = find(image, limits);
    const own: Making = making ?? {
      promise: prepareAgain(pipeline, source, { ...prepare, ...wanted, ...(signal && { signal }) }),
    };
    ofSource.set(key, own);
    try {
      own.refit = await own.promise;
      return { ...image, ...own.refit };
    } catch (error) {
      ofSource.delete(key);
      throw error;
    }
  }

  return {
    make,
    made(image, limits) {
      const refit = find(image, limits).making?.refit;
      return refit && { ...image, ...refit };
    },
    makeAhead(pending, onMade) {
      for (const { image, limits } of pending) {
        const isBegun = begun.has(image) || find(image, limits).making !== undefined;
        if (limits.detail !== 'low' || isBegun) continue;
        begun.add(image);
        // If it fails, Send tries again.
        make(image, limits).then(onMade, () => {});
      }
    },
  };
}

async function prepareAgain(
  pipeline: Pipeline,
  source: Blob,
  options: PrepareOptions,
): Promise<Refit> {
  const { blob, mediaType, detail, width, height } = await pipeline.prepare(source, options);
  return { data: { kind: 'bytes', bytes: blob }, mediaType, detail, width, height };
}

/** Whether there is an original to render it from. */
export function canRefit(image: ImagePart): boolean {
  return sourceOf(image) !== undefined;
}

function sourceOf({ data, original }: ImagePart): Blob | undefined {
  return original ?? (data.kind === 'bytes' ? data.bytes : undefined);
}
