/** Addresses of images that expire, or need a token: resolved when shown and when sent. */
import { KitError } from '../errors.js';
import type { ChatMessage, ImageContent } from './types.js';

/** An image that is kept elsewhere. */
export interface ResolvableImage {
  id: string;
  data: Exclude<ImageContent, { kind: 'bytes' }>;
}

export interface ResolvedImageUrl {
  url: string;
  /** It is resolved again after that. @defaultValue once the image fails to load */
  expiresAtMs?: number;
}

/**
 * Returns the address at which an image can be loaded now. `wasRefused`: the last one failed to load, so a cached one
 * must not be returned again.
 */
export type ResolveImageUrl = (
  image: ResolvableImage,
  call: { wasRefused: boolean },
) => string | ResolvedImageUrl | Promise<string | ResolvedImageUrl>;

export type ImageUrlState =
  | { status: 'loading' }
  | { status: 'ready'; url: string }
  | { status: 'failed' };

/** Resolves each address once, until it expires or fails. */
export interface ImageUrls {
  /** Resolves an address unless it is known, and rejects if that fails. */
  load: (image: ResolvableImage) => Promise<string>;
  state: (image: ResolvableImage) => ImageUrlState;
  /** The image has failed to load: its address is resolved once more, then it is `failed`. */
  noteBroken: (image: ResolvableImage) => void;
  retry: (image: ResolvableImage) => void;
  subscribe: (listener: () => void) => () => void;
}

interface Known {
  resolving: Promise<string>;
  state: ImageUrlState;
  expiresAtMs: number;
  /** Whether it has been resolved again after it failed to load. */
  isRenewed: boolean;
}

const loadingState: ImageUrlState = { status: 'loading' };

const urlsOfResolvers = new WeakMap<ResolveImageUrl, ImageUrls>();

/** Returns what is known of the addresses that a function has resolved: the same for everyone who uses it. */
export function imageUrlsOf(resolve: ResolveImageUrl): ImageUrls {
  const urls = urlsOfResolvers.get(resolve) ?? createImageUrls(resolve);
  urlsOfResolvers.set(resolve, urls);
  return urls;
}

export function createImageUrls(resolve: ResolveImageUrl, now: () => number = Date.now): ImageUrls {
  const known = new Map<string, Known>();
  const listeners = new Set<() => void>();

  function start(image: ResolvableImage, wasRefused: boolean): Known {
    const own: Known = {
      resolving: Promise.resolve().then(async () => {
        try {
          const answer = await resolve(image, { wasRefused });
          const { url, expiresAtMs = Number.POSITIVE_INFINITY } =
            typeof answer === 'string' ? { url: answer } : answer;
          own.expiresAtMs = expiresAtMs;
          own.state = { status: 'ready', url };
          return url;
        } catch (error) {
          own.state = { status: 'failed' };
          throw error;
        } finally {
          for (const listener of listeners) listener();
        }
      }),
      state: loadingState,
      expiresAtMs: Number.POSITIVE_INFINITY,
      isRenewed: wasRefused,
    };
    // Whoever shows it reads the state.
    own.resolving.catch(() => undefined);
    known.set(keyOf(image), own);
    for (const listener of listeners) listener();
    return own;
  }

  function current(image: ResolvableImage): Known {
    const own = known.get(keyOf(image));
    if (!own) return start(image, false);
    const isOver = own.expiresAtMs <= now() || own.state.status === 'failed';
    return isOver ? start(image, own.state.status === 'failed') : own;
  }

  return {
    load: (image) => current(image).resolving,
    state: (image) => known.get(keyOf(image))?.state ?? loadingState,
    noteBroken(image) {
      const own = known.get(keyOf(image));
      if (own?.state.status !== 'ready') return;
      if (!own.isRenewed || own.expiresAtMs <= now()) {
        start(image, true);
        return;
      }
      own.state = { status: 'failed' };
      for (const listener of listeners) listener();
    },
    retry: (image) => void start(image, true),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function keyOf({ data }: ResolvableImage): string {
  return data.kind === 'url' ? `url ${data.url}` : `id ${data.fileId}`;
}

/** Returns the messages of a request with addresses that can be fetched now. Ids of the provider stay ids. */
export async function withResolvedUrls(
  messages: readonly ChatMessage[],
  resolve: ResolveImageUrl | undefined,
): Promise<readonly ChatMessage[]> {
  if (!resolve) return messages;
  const urls = imageUrlsOf(resolve);
  return Promise.all(
    messages.map(async (message) => {
      const isConcerned = message.parts.some(
        (part) => part.type === 'image' && isResolvable(part.data),
      );
      if (!isConcerned) return message;
      const parts = await Promise.all(
        message.parts.map(async (part) => {
          if (part.type !== 'image' || !isResolvable(part.data)) return part;
          const url = await urls.load({ id: part.id, data: part.data }).catch((cause: unknown) => {
            throw new KitError('unreachable', {
              message:
                'The address of an image in this chat could not be renewed, so nothing was sent. Try again.',
              facts: { imageId: part.id, retryable: true },
              cause,
            });
          });
          return { ...part, data: { kind: 'url' as const, url } };
        }),
      );
      return { ...message, parts };
    }),
  );
}

/** Whether it is an address that a host has to be asked for. */
export function isResolvable(data: ImageContent): data is Extract<ImageContent, { kind: 'url' }> {
  return data.kind === 'url' && !/^(?:data|blob):/i.test(data.url);
}
