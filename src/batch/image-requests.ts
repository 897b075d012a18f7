import type { BatchRequest } from './types.js';
import { KitError } from '../errors.js';
import { throwIfAborted } from '../internal/abort.js';
import { assembleMessages } from '../messages/assemble.js';
import { toImagePart } from '../messages/to-image-part.js';
import type { PreparedImage } from '../pipeline/types.js';
import type { BatchImage } from './image-types.js';

export interface ImageRequestsOptions {
  question: string;
  system?: string | undefined;
  prepare: (file: Blob) => Promise<PreparedImage>;
  /** Called for every image, including one that could not be prepared. */
  onLooked: (image: BatchImage, error?: KitError) => void;
  signal: AbortSignal;
}

/** More would only fill memory: the pipeline works on a few at a time. */
const MAX_AHEAD = 3;
/** Providers accept letters, digits, `-` and `_`, up to 64 of them. */
const MAX_ID_CHARS = 64;

/** Yields one request per image, created on demand, so that only a few images are in memory at a time. */
export async function* imageRequests(
  images: readonly BatchImage[],
  { question, system, prepare, onLooked, signal }: ImageRequestsOptions,
): AsyncGenerator<BatchRequest, void, undefined> {
  const ahead: Promise<PreparedImage | KitError>[] = [];
  let next = 0;
  for (const [index, source] of images.entries()) {
    while (next < images.length && ahead.length < MAX_AHEAD) {
      ahead.push(settled(prepare(images[next]?.file ?? source.file)));
      next += 1;
    }
    const prepared = await ahead.shift();
    throwIfAborted(signal);
    if (prepared === undefined || KitError.is(prepared)) {
      onLooked(source, prepared);
      continue;
    }
    const customId = customIdOf(source.name, index, images.length);
    const image = toImagePart(prepared, { id: customId, name: source.name });
    yield {
      customId,
      messages: assembleMessages({
        text: question,
        images: [image],
        ...(system !== undefined && { system }),
      }),
    };
    onLooked(source);
  }
}

/**
 * Returns an id that is unique by its number, and still says which image it is if only the id is left, for
 * example after a reload.
 */
export function customIdOf(name: string, index: number, count: number): string {
  const number = `${index + 1}`.padStart(`${count}`.length, '0');
  const words = name
    .replace(/\.\w+$/, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${number}-${words}`.slice(0, MAX_ID_CHARS).replace(/-+$/, '');
}

/** Several are in flight at once, so a failure has to wait for its turn. */
async function settled(prepared: Promise<PreparedImage>): Promise<PreparedImage | KitError> {
  try {
    return await prepared;
  } catch (cause) {
    if (KitError.is(cause)) return cause;
    return new KitError('unreadable-file', {
      message: 'This image could not be prepared. Try again, or save it in another format first.',
      cause,
    });
  }
}
