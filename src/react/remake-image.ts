import type { ImagePart } from '../messages/index.js';
import type { Pipeline, PrepareOptions } from '../pipeline/index.js';

export type RemakeLimits = Pick<PrepareOptions, 'maxSidePx' | 'maxOutputBytes' | 'detail'>;

/** Makes a picture of a message again from its original, under tighter limits. Keeps its id. */
export type RemakeImage = (
  image: ImagePart,
  limits: RemakeLimits,
  signal?: AbortSignal,
) => Promise<ImagePart>;

export interface RemakerOptions {
  pipeline: Pipeline;
  prepare: PrepareOptions;
}

/** By the bytes it was made from, then by what was asked: a long conversation asks the same with every question. */
const made = new WeakMap<Blob, Map<string, Promise<ImagePart>>>();

export function createRemaker({ pipeline, prepare }: RemakerOptions): RemakeImage {
  return async (image, limits, signal) => {
    const source = sourceOf(image);
    if (!source) return image;
    const options = { ...prepare, detail: image.detail, ...limits };
    const key = JSON.stringify([options, image.id]);
    const ofSource = made.get(source) ?? new Map<string, Promise<ImagePart>>();
    made.set(source, ofSource);

    const pending = ofSource.get(key) ?? make();
    ofSource.set(key, pending);
    try {
      return await pending;
    } catch (error) {
      ofSource.delete(key);
      throw error;
    }

    async function make(): Promise<ImagePart> {
      const prepared = await pipeline.prepare(source ?? new Blob(), {
        ...options,
        ...(signal && { signal }),
      });
      return {
        ...image,
        data: { kind: 'bytes', bytes: prepared.blob },
        mediaType: prepared.mediaType,
        detail: prepared.detail,
        width: prepared.width,
        height: prepared.height,
      };
    }
  };
}

/** Whether there is anything to make it from. */
export function canRemake(image: ImagePart): boolean {
  return sourceOf(image) !== undefined;
}

function sourceOf({ data, original }: ImagePart): Blob | undefined {
  return original ?? (data.kind === 'bytes' ? data.bytes : undefined);
}
