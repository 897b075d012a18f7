import type { KitError } from '../errors.js';
import type { ChatMessage, ImagePart } from '../messages/types.js';

export type StorageProblemCode =
  | 'storage-unavailable'
  | 'storage-full'
  | 'storage-newer'
  | 'image-too-large';

/** Something that could not be kept. Never a reason to stop: the chat goes on without it. */
export interface StorageProblem {
  code: StorageProblemCode;
  /** A plain sentence. */
  message: string;
}

export interface StorageOptions {
  /** Tells apart the apps, or the people, that share one origin. @defaultValue 'image-chat-kit' */
  name?: string;
  /** Larger pictures are not kept. @defaultValue 10_485_760 (10 MiB) */
  maxBytesPerImage?: number;
  /** Of everything kept under this name. @defaultValue 314_572_800 (300 MiB) */
  maxTotalBytes?: number;
  /** Older ones are removed. @defaultValue 86_400_000 (24 hours) for drafts, no limit for conversations */
  maxAgeMs?: number;
  /** Told once per kind of problem: one quiet note is enough. */
  onProblem?: (problem: StorageProblem) => void;
  now?: () => number;
}

/** A picture of a message that is still being written. It is prepared again after a reload. */
export interface DraftImage {
  id: string;
  file: Blob;
  name: string;
  detail: ImagePart['detail'];
  /** Sent as a link; its file is the address. */
  link?: { url: string; widthPx?: number; heightPx?: number };
  alt?: string;
  legend?: string;
}

export interface Draft {
  text: string;
  /** In order. */
  images: readonly DraftImage[];
}

/** What was being written when the page went away. No method rejects. */
export interface DraftStore {
  /** An empty draft clears what was kept. */
  save: (key: string, draft: Draft) => Promise<void>;
  load: (key: string) => Promise<Draft | undefined>;
  clear: (key: string) => Promise<void>;
  /** All of them, as when somebody signs out. */
  clearAll: () => Promise<void>;
}

/** What is kept of each message; the chat's entries are of this shape. */
export interface StorableEntry {
  message: ChatMessage;
  answer?: { status?: string; error?: KitError };
  /** Other versions of the message, each with what followed it. */
  versions?: { index: number; others: readonly (readonly StorableEntry[])[] };
}

export interface ConversationSummary {
  id: string;
  savedAtMs: number;
  /** Beginning of the first question. */
  title: string;
}

/** Conversations with their pictures, as they were sent. No method rejects. */
export interface ConversationStore<Entry extends StorableEntry> {
  /** An empty conversation clears what was kept. */
  save: (id: string, entries: readonly Entry[]) => Promise<void>;
  load: (id: string) => Promise<readonly Entry[] | undefined>;
  /** Latest first. */
  list: () => Promise<readonly ConversationSummary[]>;
  remove: (id: string) => Promise<void>;
  clearAll: () => Promise<void>;
}
