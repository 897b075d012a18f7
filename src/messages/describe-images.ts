/** Descriptions that are sent instead of images, for models that read text only. */
import { KitError } from '../errors.js';
import { throwIfAborted, untilAborted } from '../internal/abort.js';
import type { ImagePart } from './types.js';

/**
 * Describes images in words, for example by asking a model that can see. Called with Send, for images that
 * have no description yet. Returns one text for each, in order.
 */
export type DescribeImages = (
  images: readonly ImagePart[],
  signal: AbortSignal,
) => Promise<readonly string[]>;

/** Changes images within the conversation, like `updateImages` of a chat store. */
type UpdateImages = (change: (image: ImagePart) => ImagePart) => void;

export interface ImageDescriptions {
  /** Returns the description of an image, if it has one. */
  of: (image: ImagePart) => string | undefined;
  /**
   * Requests descriptions and stores them with the images of the conversation.
   *
   * @throws KitError `description-failed`, or `aborted`
   */
  make: (
    images: readonly ImagePart[],
    signal: AbortSignal,
    updateImages?: UpdateImages,
  ) => Promise<void>;
}

/** Descriptions made for a question that the server then refused are reused by the next attempt. */
const ofBytes = new WeakMap<Blob, string>();
const ofPlaces = new Map<string, string>();

export function createDescriptions(describeImages: DescribeImages): ImageDescriptions {
  return {
    of: (image) => image.description ?? kept(image),
    async make(images, signal, updateImages) {
      throwIfAborted(signal);
      const texts = await untilAborted(describeImages(images, signal), signal).catch(
        (error: unknown) => {
          throwIfAborted(signal);
          throw failed(error);
        },
      );
      const described = new Map<string, string>();
      for (const [index, image] of images.entries()) {
        const text = texts[index]?.trim();
        if (!text) throw failed();
        keep(image, text);
        described.set(image.id, text);
      }
      updateImages?.((image) => {
        const description = described.get(image.id);
        return description === undefined ? image : { ...image, description };
      });
    },
  };
}

function kept({ data }: ImagePart): string | undefined {
  return data.kind === 'bytes' ? ofBytes.get(data.bytes) : ofPlaces.get(placeOf(data));
}

function keep({ data }: ImagePart, text: string): void {
  if (data.kind === 'bytes') ofBytes.set(data.bytes, text);
  else ofPlaces.set(placeOf(data), text);
}

function placeOf(data: { kind: 'url'; url: string } | { kind: 'file-id'; fileId: string }): string {
  return data.kind === 'url' ? data.url : data.fileId;
}

function failed(cause?: unknown): KitError {
  const why = KitError.is(cause) ? ` ${cause.message}` : '';
  return new KitError('description-failed', {
    message: `This model reads text only, and the images could not be described for it.${why} Nothing was sent. Try again, or choose a model that can see.`,
    facts: { retryable: true },
    cause,
  });
}
