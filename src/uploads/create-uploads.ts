/**
 * Uploads images so that a message can refer to them. Uploads start with Send, when images can no longer be
 * edited, so that redacted or removed content never leaves the page. Uploads for a question that the server
 * did not accept are reused by the next Send, and deleted when their image is changed or removed.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { SendOutcome } from '../chat/types.js';
import { contentOf, type UploadedImage } from './uploaded-image.js';
import { abortedError, throwIfAborted, untilAborted } from '../internal/abort.js';
import { imageFileName } from '../internal/image-file-name.js';
import { createLimiter } from '../internal/limiter.js';
import type { ChatMessage, ImageContent, ImagePart } from '../messages/types.js';
import { canCarry } from '../messages/can-carry.js';
import { changeImages } from '../messages/change-images.js';
import { discardUpload } from './discard-upload.js';
import { knownHashOf, sha256Of } from './sha256-of.js';
import { shelfOf } from './upload-shelf.js';
import type { ImageUpload } from './types.js';
import { toUploadError } from './upload-error.js';
import { createUploadStates } from './upload-states.js';
import { NO_WAYS, type UploadsSettings, waysOf } from './upload-ways.js';

const MAX_AT_ONCE = 3;

/** The content of the tray: its ready images, and the source file of each. */
export interface TrackedImages {
  parts: readonly ImagePart[];
  files: ReadonlySet<Blob>;
}

export interface Uploads {
  getSnapshot: () => ReadonlyMap<string, ImageUpload>;
  subscribe: (listener: () => void) => () => void;
  /**
   * Sets the images that are waiting to be sent. The upload of a changed or removed image is deleted; a Send
   * that is still uploading its file ends as with Stop.
   */
  track: (images: TrackedImages) => void;
  /** Retries a failed upload before the next Send. */
  retry: (imageId: string) => void;
  /**
   * Replaces the bytes of a request's images with references, and uploads them first if necessary. A second
   * call with the same signal is about the same request, changed, and needs no outcome.
   *
   * @throws KitError `aborted` once the signal is aborted or an image is changed or removed; the upload's own
   * error if the endpoint does not accept bytes
   */
  place: (
    messages: readonly ChatMessage[],
    signal: AbortSignal,
    outcome?: Promise<SendOutcome>,
  ) => Promise<readonly ChatMessage[]>;
  /** Uploads again what the server no longer has. Returns `undefined` if the request refers to no upload. */
  renew: (
    messages: readonly ChatMessage[],
    signal: AbortSignal,
  ) => Promise<readonly ChatMessage[] | undefined>;
  /** Returns the location of an already uploaded image, so that a preview refers to it as the request will. */
  placed: (image: ImagePart) => ImageContent | undefined;
  /** Must be called before everything else. */
  setOptions: (settings: UploadsSettings) => void;
  /** Returns a cleanup function, which aborts uploads in flight and deletes what was not sent. */
  connect: () => () => void;
}

/** One request and the uploads it needs, which it holds until its outcome is known. */
interface Request {
  /** Stops waiting for its uploads. */
  controller: AbortController;
  /** Files in the tray that it is still uploading. */
  files: ReadonlySet<Blob>;
  /** References that replaced its bytes. */
  placed: Map<ImageContent, { image: ImagePart; key: string }>;
}

const NOTHING: TrackedImages = { parts: [], files: new Set() };
const NO_FILES: ReadonlySet<Blob> = new Set();

/** @param scope identifies the server that uploads go to */
export function createUploads(client: QueryClient, scope: string): Uploads {
  let options = NO_WAYS;
  const shelf = shelfOf(client, scope);
  const limiter = createLimiter(MAX_AT_ONCE);
  const requests = new Map<AbortSignal, Request>();
  let tracked = NOTHING;
  const states = createUploadStates();
  /** Sets the state of an image, as long as it is in the tray. */
  const setState = (id: string, state: ImageUpload | undefined): void =>
    states.set(id, tracked.parts.some((image) => image.id === id) ? state : undefined);

  /** May resolve after an abort: what was uploaded nevertheless has to be deleted. */
  async function upload(
    { id, name }: ImagePart,
    bytes: Blob,
    signal: AbortSignal,
  ): Promise<UploadedImage> {
    const { sha256 } = await sha256Of(bytes);
    let uploading: Promise<UploadedImage> | undefined;
    const inSlot = limiter.run(
      () => {
        setState(id, { status: 'uploading', progress: 0 });
        uploading = options.upload(
          {
            bytes,
            name: imageFileName(bytes.type, options.keepsNames ? name : undefined),
            ...(sha256 !== undefined && { sha256 }),
          },
          {
            signal,
            onProgress: (progress) => {
              if (!signal.aborted) setState(id, { status: 'uploading', progress });
            },
          },
        );
        return untilAborted(uploading, signal);
      },
      { signal },
    );
    try {
      return await inSlot;
    } catch (error) {
      if (signal.aborted && uploading) return uploading;
      throw error;
    }
  }

  function discard(image: UploadedImage, isGone: boolean): void {
    const { remove, onProblem } = options;
    if (remove) void discardUpload(image, remove, isGone ? undefined : onProblem);
  }

  async function uploaded(request: Request, image: ImagePart, bytes: Blob): Promise<ImageContent> {
    const { signal } = request.controller;
    if (states.get(image.id)?.status !== 'done') {
      setState(image.id, { status: 'waiting', progress: 0 });
    }
    try {
      const { key } = await untilAborted(sha256Of(bytes), signal);
      throwIfAborted(signal);
      const taken = shelf.take(request, {
        key,
        upload: (ownSignal) => upload(image, bytes, ownSignal),
        discard,
        maxTries: options.maxTries,
      });
      const data = contentOf(await untilAborted(taken, signal));
      throwIfAborted(signal);
      // The upload belongs to this image from now on, as long as the image is unchanged.
      const inTray = tracked.parts.find(({ id }) => id === image.id);
      if (inTray?.data.kind === 'bytes') shelf.hold(inTray.data.bytes, key);
      request.placed.set(data, { image, key });
      setState(image.id, { status: 'done', progress: 1 });
      return data;
    } catch (cause) {
      const error = signal.aborted ? abortedError(signal) : toUploadError(cause);
      const isStopped = error.code === 'aborted';
      setState(image.id, isStopped ? undefined : { status: 'failed', progress: 0, error });
      throw error;
    }
  }

  function isLarge(bytes: Blob): boolean {
    return bytes.size > options.aboveBytes || !options.wire.bytes;
  }

  async function placeImage(request: Request, image: ImagePart): Promise<ImagePart> {
    if (image.data.kind !== 'bytes' || !isLarge(image.data.bytes)) return image;
    try {
      const data = await uploaded(request, image, image.data.bytes);
      return canCarry(options.wire, data) ? { ...image, data } : image;
    } catch (error) {
      throwIfAborted(request.controller.signal);
      if (options.wire.bytes) return image;
      throw error;
    }
  }

  async function placeAll(
    request: Request,
    messages: readonly ChatMessage[],
    sourceOf: (image: ImagePart) => ImagePart,
  ): Promise<readonly ChatMessage[]> {
    const parts = messages.flatMap((message) => message.parts);
    const images = parts.flatMap((part) => (part.type === 'image' ? sourceOf(part) : []));
    request.files = new Set(
      images.flatMap(({ original }) => (original && tracked.files.has(original) ? original : [])),
    );
    try {
      const placed = await changeImages(messages, async (image) => {
        const source = sourceOf(image);
        return source.data.kind === 'bytes' ? placeImage(request, source) : image;
      });
      const named = new Set(
        placed.flatMap((message) =>
          message.parts.map((part) => (part.type === 'image' ? part.data : undefined)),
        ),
      );
      for (const data of request.placed.keys()) if (!named.has(data)) request.placed.delete(data);
      return placed;
    } finally {
      request.files = NO_FILES;
    }
  }

  function begin(signal: AbortSignal): Request {
    const controller = new AbortController();
    const stop = (): void => controller.abort(abortedError(signal));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    const request: Request = { controller, files: NO_FILES, placed: new Map() };
    requests.set(signal, request);
    return request;
  }

  async function settle(
    request: Request,
    signal: AbortSignal,
    outcome: Promise<SendOutcome>,
  ): Promise<void> {
    const { accepted } = await outcome;
    if (accepted) for (const { key } of request.placed.values()) shelf.keep(key);
    end(request, signal);
  }

  function end(request: Request, signal: AbortSignal): void {
    if (requests.get(signal) !== request) return;
    requests.delete(signal);
    request.controller.abort(abortedError());
    shelf.release(request);
  }

  return {
    getSnapshot: states.getSnapshot,
    subscribe: states.subscribe,
    track(images) {
      const before = tracked;
      tracked = images;
      const now = new Set(images.parts.map(({ data }) => data));
      for (const { id, data } of before.parts) {
        if (now.has(data)) continue;
        setState(id, undefined);
        if (data.kind === 'bytes') shelf.release(data.bytes);
      }
      for (const { files, controller } of requests.values()) {
        const isChanged = [...files].some((file) => !images.files.has(file));
        if (isChanged) controller.abort(abortedError());
      }
    },
    retry(imageId) {
      const image = tracked.parts.find(({ id }) => id === imageId);
      if (!image) return;
      const { signal } = new AbortController();
      const request = begin(signal);
      const message: ChatMessage = { id: imageId, role: 'user', parts: [image] };
      placeAll(request, [message], (part) => part)
        // The states record the outcome.
        .catch(() => {})
        .finally(() => end(request, signal));
    },
    async place(messages, signal, outcome) {
      throwIfAborted(signal);
      const known = requests.get(signal);
      const request = known ?? begin(signal);
      if (!known && outcome) void settle(request, signal, outcome);
      return placeAll(request, messages, (image) => image);
    },
    async renew(messages, signal) {
      const request = requests.get(signal);
      if (!request || request.placed.size === 0) return undefined;
      const sources = new Map(request.placed);
      for (const [data, { key }] of sources) shelf.forget(key, data);
      return placeAll(request, messages, (image) => sources.get(image.data)?.image ?? image);
    },
    placed({ data }) {
      if (data.kind !== 'bytes' || !isLarge(data.bytes)) return undefined;
      const hash = knownHashOf(data.bytes);
      const found = hash && shelf.find(hash.key);
      return found && canCarry(options.wire, found) ? contentOf(found) : undefined;
    },
    setOptions(changed) {
      options = waysOf(changed);
    },
    connect: () => () => {
      const { parts } = tracked;
      tracked = NOTHING;
      states.cancel();
      // Each releases its uploads once its outcome is known, which is soon, since the chat stops too.
      for (const { controller } of requests.values()) controller.abort(abortedError());
      for (const { data } of parts) if (data.kind === 'bytes') shelf.release(data.bytes);
    },
  };
}
