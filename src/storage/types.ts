import type { KitError } from '../errors.js';
import type { ChatMessage, ImagePart } from '../messages/types.js';

export type StorageProblemCode =
  | 'storage-unavailable'
  | 'storage-full'
  | 'storage-newer'
  | 'image-too-large'
  | 'image-not-kept';

/** Something that could not be kept. Never a reason to stop: the chat goes on without it. */
export interface StorageProblem {
  code: StorageProblemCode;
  /** A plain sentence. */
  message: string;
}

export interface StorageOptions {
  /** Tells apart the apps, or the people, that share one origin. @defaultValue 'image-chat-kit' */
  name?: string;
  /** Larger images are not kept. @defaultValue 10_485_760 (10 MiB) */
  maxBytesPerImage?: number;
  /** Of everything kept under this name. @defaultValue 314_572_800 (300 MiB) */
  maxTotalBytes?: number;
  /** Older ones are removed. @defaultValue 86_400_000 (24 hours) for drafts, no limit for conversations */
  maxAgeMs?: number;
  /** Told once per kind of problem: one quiet note is enough. */
  onProblem?: (problem: StorageProblem) => void;
  now?: () => number;
}

/** An image of a message that is still being written. It is prepared again after a reload. */
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
  /** The question that is being made of the draft. */
  question?: { id: string; isAccepted: boolean };
}

/** What was being written when the page went away. No method rejects. */
export interface DraftStore {
  /**
   * An empty draft clears what was kept. `basis` is the draft that was loaded or saved last in the same place: what another
   * tab has saved since is kept beside. @defaultValue what this store loaded or saved last under the key
   */
  save: (key: string, draft: Draft, basis?: Draft) => Promise<void>;
  /** Drafts of several tabs come back as one, in the order in which they were saved. */
  load: (key: string) => Promise<Draft | undefined>;
  /** Calls back once another tab has sent the draft that `shown` returns. Returns its own undo. */
  watch?: (key: string, shown: () => Draft, onSent: () => void) => () => void;
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

/** Conversations with their images, as they were sent. No method rejects. */
export interface ConversationStore<Entry extends StorableEntry> {
  /**
   * An empty conversation clears what was kept. `basis` is what was loaded or saved last in the same place: what another tab
   * has added, changed or removed since is merged. @defaultValue what this store loaded or saved last under the id
   */
  save: (id: string, entries: readonly Entry[], basis?: readonly Entry[]) => Promise<void>;
  /** Of the entries that are `shown`, those that are stored as they are come back as the same objects. */
  load: (id: string, shown?: readonly Entry[]) => Promise<readonly Entry[] | undefined>;
  /** Calls back when the store may hold more than what `shown` returns. Returns its own undo. */
  watch?: (id: string, shown: () => readonly Entry[], onChange: () => void) => () => void;
  /** Latest first. */
  list: () => Promise<readonly ConversationSummary[]>;
  remove: (id: string) => Promise<void>;
  clearAll: () => Promise<void>;
}
