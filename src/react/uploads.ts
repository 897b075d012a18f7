/**
 * Pictures on their way up while the person is still typing. TanStack Query keeps what has been uploaded, by the hash of
 * the bytes: the same picture goes up once, is found again in later questions, and goes up again when it expires.
 */
import { isCancelledError, type QueryClient } from '@tanstack/react-query';
import type { UploadedImage } from '../endpoint/index.js';
import { KitError } from '../errors.js';
import { abortedError } from '../internal/abort.js';
import { createFrameBatch } from '../internal/frame-batch.js';
import type { ChatMessage, ImageData, ImagePart } from '../messages/index.js';
import { changeImages } from './change-images.js';
import { sha256Of } from './sha256-of.js';
import { createSlots } from './slots.js';
import type { ImageUpload, UploadImage } from './upload-types.js';

const MAX_AT_ONCE = 3;
const FIRST_RETRY_MS = 500;
/** An upload that is about to expire would be gone when the model looks. */
const EXPIRY_MARGIN_MS = 60_000;

export interface UploadsOptions {
  client: QueryClient;
  /** Tells apart the servers that uploads go to. */
  scope: string;
  upload: UploadImage;
  /** 1 where `upload` tries again by itself. */
  maxTries: number;
  /** Smaller pictures travel in the request. */
  aboveBytes: number;
  /** The ways in which pictures can travel to the endpoint. */
  imageKinds: ReadonlyArray<ImageData['kind']>;
}

export interface Uploads {
  getSnapshot: () => ReadonlyMap<string, ImageUpload>;
  subscribe: (listener: () => void) => () => void;
  /** The pictures that wait to be sent: new ones start, those that are gone stop. */
  track: (images: readonly ImagePart[]) => void;
  retry: (imageId: string) => void;
  /** Puts into a request where its pictures lie, in place of their bytes. Waits for uploads under way. */
  place: (messages: readonly ChatMessage[]) => Promise<readonly ChatMessage[]>;
  /** Uploads again what the server no longer knows; nothing where the request names no upload. */
  renew: (messages: readonly ChatMessage[]) => Promise<readonly ChatMessage[] | undefined>;
  setOptions: (options: Omit<UploadsOptions, 'client' | 'scope'>) => void;
  /** Returns its own undo, which stops what is under way. */
  connect: () => () => void;
}

export function createUploads(initialOptions: UploadsOptions): Uploads {
  let options = initialOptions;
  const { client, scope } = options;
  const slots = createSlots(MAX_AT_ONCE);
  let tracked: readonly ImagePart[] = [];
  let states: ReadonlyMap<string, ImageUpload> = new Map();
  let shown = states;
  const listeners = new Set<() => void>();
  const batch = createFrameBatch(() => {
    shown = states;
    for (const listener of listeners) listener();
  });
  /** What stands in the last request, and the picture it was uploaded from. */
  const placed = new Map<ImageData, ImagePart>();
  const scopeKey = ['image-chat-kit', 'upload', scope];

  function setState(id: string, state: ImageUpload | undefined): void {
    const changed = new Map(states);
    if (state) changed.set(id, state);
    else changed.delete(id);
    states = changed;
    batch.schedule();
  }

  async function run(image: ImagePart, bytes: Blob, signal: AbortSignal): Promise<UploadedImage> {
    const { sha256 } = await sha256Of(bytes);
    return slots.use(signal, () => {
      setState(image.id, { status: 'uploading', progress: 0 });
      return options.upload(
        { bytes, name: image.name ?? 'image', ...(sha256 !== undefined && { sha256 }) },
        {
          signal,
          onProgress: (progress) => setState(image.id, { status: 'uploading', progress }),
        },
      );
    });
  }

  async function uploaded(image: ImagePart, bytes: Blob): Promise<ImageData> {
    if (states.get(image.id)?.status !== 'done') {
      setState(image.id, { status: 'waiting', progress: 0 });
    }
    const { key } = await sha256Of(bytes);
    try {
      const { expiresAtMs: _expiresAtMs, ...data } = await client.fetchQuery<UploadedImage>({
        queryKey: [...scopeKey, key],
        queryFn: ({ signal }) => run(image, bytes, signal),
        staleTime: ({ state }) => freshForMs(state.data, state.dataUpdatedAt),
        gcTime: Number.POSITIVE_INFINITY,
        networkMode: 'always',
        retry: (failures, error) => failures + 1 < options.maxTries && isWorthAnotherTry(error),
        retryDelay: (failures) => FIRST_RETRY_MS * 2 ** failures,
      });
      setState(image.id, { status: 'done', progress: 1 });
      return data;
    } catch (cause) {
      const error = toKitError(cause);
      const isStopped = error.code === 'aborted';
      setState(image.id, isStopped ? undefined : { status: 'failed', progress: 0, error });
      throw error;
    }
  }

  /** How it ends stands in the states. */
  function start(image: ImagePart): void {
    const { data } = image;
    if (data.kind === 'bytes' && isLarge(data.bytes)) uploaded(image, data.bytes).catch(() => {});
  }

  async function stop({ id, data }: ImagePart): Promise<void> {
    setState(id, undefined);
    if (data.kind !== 'bytes') return;
    const { key } = await sha256Of(data.bytes);
    const others = await Promise.all(
      tracked.map(async (image) => image.data.kind === 'bytes' && sha256Of(image.data.bytes)),
    );
    // Another picture of the same bytes waits for the same upload.
    if (others.some((other) => other && other.key === key)) return;
    await client.cancelQueries({ queryKey: [...scopeKey, key], exact: true });
  }

  function isLarge(bytes: Blob): boolean {
    return bytes.size > options.aboveBytes || !options.imageKinds.includes('bytes');
  }

  async function placeImage(image: ImagePart): Promise<ImagePart> {
    if (image.data.kind !== 'bytes' || !isLarge(image.data.bytes)) return image;
    try {
      const data = await uploaded(image, image.data.bytes);
      if (!options.imageKinds.includes(data.kind)) return image;
      placed.set(data, image);
      return { ...image, data };
    } catch (error) {
      if (options.imageKinds.includes('bytes')) return image;
      throw error;
    }
  }

  return {
    getSnapshot: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    track(images) {
      const before = tracked;
      tracked = images;
      const now = new Set(images.map(({ data }) => data));
      for (const image of before) if (!now.has(image.data)) void stop(image);
      const known = new Set(before.map(({ data }) => data));
      for (const image of images) if (!known.has(image.data)) start(image);
    },
    retry(imageId) {
      const image = tracked.find(({ id }) => id === imageId);
      if (image) start(image);
    },
    place(messages) {
      placed.clear();
      return changeImages(messages, placeImage);
    },
    async renew(messages) {
      if (placed.size === 0) return undefined;
      const sources = new Map(placed);
      for (const data of sources.keys()) {
        client.removeQueries({
          queryKey: scopeKey,
          predicate: ({ state }) => isSameData(state.data as UploadedImage | undefined, data),
        });
      }
      return changeImages(messages, async (image) => {
        const source = sources.get(image.data);
        return source ? placeImage(source) : image;
      });
    },
    setOptions(changed) {
      options = { ...options, ...changed };
    },
    connect: () => () => {
      tracked = [];
      batch.cancel();
      void client.cancelQueries({ queryKey: scopeKey });
    },
  };
}

function freshForMs(image: UploadedImage | undefined, uploadedAtMs: number): number {
  const expiresAtMs = image?.expiresAtMs;
  return expiresAtMs === undefined ? Infinity : expiresAtMs - uploadedAtMs - EXPIRY_MARGIN_MS;
}

function isSameData(image: UploadedImage | undefined, data: ImageData): boolean {
  if (image?.kind === 'url') return data.kind === 'url' && data.url === image.url;
  return image?.kind === 'file-id' && data.kind === 'file-id' && data.fileId === image.fileId;
}

function isWorthAnotherTry(error: unknown): boolean {
  return !KitError.is(error) || error.facts.retryable === true;
}

function toKitError(cause: unknown): KitError {
  if (isCancelledError(cause)) return abortedError();
  return KitError.is(cause)
    ? cause
    : new KitError('unreachable', {
        message: 'The picture could not be uploaded. Try again.',
        facts: { retryable: true },
        cause,
      });
}
