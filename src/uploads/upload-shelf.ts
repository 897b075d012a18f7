/**
 * Tracks what is on a server and which holders still need it. TanStack Query caches it by the hash of the
 * bytes: the same bytes are uploaded once, found again in later questions, and uploaded again when they
 * expire. What has no holder is deleted, or aborted if still in flight; what is in a sent message stays.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { UploadedImage } from './uploaded-image.js';
import { KitError } from '../errors.js';
import { abortedError, untilAborted } from '../internal/abort.js';
import type { ImageContent } from '../messages/types.js';

const FIRST_RETRY_MS = 500;
/** An upload that is about to expire would be gone when the model reads it. */
const EXPIRY_MARGIN_MS = 60_000;

export interface ShelfUpload {
  /** Equal for equal bytes. */
  key: string;
  /** Called when it is this upload's turn; not called if the bytes are already there. */
  upload: (signal: AbortSignal) => Promise<UploadedImage>;
  /**
   * Deletes what has been uploaded. Never throws, and reports a failure unless the server said that it is
   * already gone.
   */
  discard: (image: UploadedImage, isGone: boolean) => void;
  maxTries: number;
}

export interface UploadShelf {
  /**
   * Returns the location of the bytes, and uploads them first if necessary. They stay until the holder
   * releases them.
   */
  take: (holder: object, upload: ShelfUpload) => Promise<UploadedImage>;
  /** Returns the location of the bytes, if they are there and do not expire soon. */
  find: (key: string) => UploadedImage | undefined;
  /** Keeps bytes for another holder too. Does nothing for bytes that are not there. */
  hold: (holder: object, key: string) => void;
  /** Releases everything that a holder took. What has no other holder is deleted. */
  release: (holder: object) => void;
  /** Marks bytes as sent, so that they are never deleted. */
  keep: (key: string) => void;
  /** The server no longer has an upload: its bytes are uploaded again when they are needed. */
  forget: (key: string, data: ImageContent) => void;
}

interface Entry {
  holders: Set<object>;
  isKept: boolean;
  /** More than one if they expired, or were gone. */
  uploads: { image: UploadedImage; isGone: boolean; discard: ShelfUpload['discard'] }[];
}

const shelves = new WeakMap<QueryClient, Map<string, UploadShelf>>();

/** Returns the shelf that the chats of one client share for one server. */
export function shelfOf(client: QueryClient, scope: string): UploadShelf {
  const ofClient = shelves.get(client) ?? new Map<string, UploadShelf>();
  shelves.set(client, ofClient);
  const shelf = ofClient.get(scope) ?? createShelf(client, scope);
  ofClient.set(scope, shelf);
  return shelf;
}

function createShelf(client: QueryClient, scope: string): UploadShelf {
  const entries = new Map<string, Entry>();
  const queryOf = (key: string) => ({ queryKey: ['image-chat-kit', 'upload', scope, key] });

  function entryOf(key: string): Entry {
    const entry = entries.get(key) ?? { holders: new Set(), isKept: false, uploads: [] };
    entries.set(key, entry);
    return entry;
  }

  function drop(key: string, { uploads }: Entry): void {
    entries.delete(key);
    // Removing the query also aborts an upload in flight.
    client.removeQueries({ ...queryOf(key), exact: true });
    for (const { image, isGone, discard } of uploads) discard(image, isGone);
  }

  async function run(
    entry: Entry,
    { upload, discard }: ShelfUpload,
    signal: AbortSignal,
  ): Promise<UploadedImage> {
    const image = await upload(signal);
    if (signal.aborted) {
      discard(image, false);
      throw abortedError(signal);
    }
    entry.uploads = entry.uploads.filter((upload) => !isSameData(upload.image, image));
    entry.uploads.push({ image, isGone: false, discard });
    return image;
  }

  return {
    take(holder, wanted) {
      const entry = entryOf(wanted.key);
      entry.holders.add(holder);
      return client.fetchQuery<UploadedImage>({
        ...queryOf(wanted.key),
        queryFn: ({ signal }) => untilAborted(run(entry, wanted, signal), signal),
        staleTime: ({ state }) => freshForMs(state.data, state.dataUpdatedAt),
        gcTime: Number.POSITIVE_INFINITY,
        networkMode: 'always',
        retry: (failures, error) => failures + 1 < wanted.maxTries && isWorthAnotherTry(error),
        retryDelay: (failures) => FIRST_RETRY_MS * 2 ** failures,
      });
    },
    find(key) {
      const { queryKey } = queryOf(key);
      const { data, dataUpdatedAt = 0 } = client.getQueryState<UploadedImage>(queryKey) ?? {};
      return Date.now() - dataUpdatedAt < freshForMs(data, dataUpdatedAt) ? data : undefined;
    },
    hold: (holder, key) => entries.get(key)?.holders.add(holder),
    release(holder) {
      for (const [key, entry] of entries) {
        const isLast = entry.holders.delete(holder) && entry.holders.size === 0;
        // An upload in flight replaces one that expired.
        if (isLast && entry.isKept) void client.cancelQueries({ ...queryOf(key), exact: true });
        else if (isLast) drop(key, entry);
      }
    },
    keep(key) {
      entryOf(key).isKept = true;
    },
    forget(key, data) {
      for (const upload of entryOf(key).uploads) upload.isGone ||= isSameData(upload.image, data);
      const current = client.getQueryData<UploadedImage>(queryOf(key).queryKey);
      if (isSameData(current, data)) client.removeQueries({ ...queryOf(key), exact: true });
    },
  };
}

function freshForMs(image: UploadedImage | undefined, uploadedAtMs: number): number {
  const expiresAtMs = image?.expiresAtMs;
  return expiresAtMs === undefined ? Infinity : expiresAtMs - uploadedAtMs - EXPIRY_MARGIN_MS;
}

function isSameData(image: UploadedImage | undefined, data: ImageContent): boolean {
  if (image?.kind === 'url') return data.kind === 'url' && data.url === image.url;
  return image?.kind === 'file-id' && data.kind === 'file-id' && data.fileId === image.fileId;
}

function isWorthAnotherTry(error: unknown): boolean {
  return !KitError.is(error) || error.facts.retryable === true;
}
