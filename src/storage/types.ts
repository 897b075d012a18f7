import type { KitError } from '../errors.js';
import type { AnswerObject } from '../objects/types.js';
import type { ChatMessage, ImagePart } from '../messages/types.js';

export type StorageProblemCode =
  /** The page may store nothing. */
  | 'storage-unavailable'
  /** Text is stored, but not every image. */
  | 'storage-full'
  /** The disk or the quota is so full that not even text is stored. */
  | 'nothing-kept'
  | 'storage-newer'
  | 'image-too-large'
  | 'image-not-kept';

/** Something that could not be stored. Never a reason to stop: the chat continues without it. */
export interface StorageProblem {
  code: StorageProblemCode;
  /** A plain sentence for users. */
  message: string;
}

export interface StorageOptions {
  /** Separates apps, or users, that share one origin. @defaultValue 'image-chat-kit' */
  name?: string;
  /** Larger images are not stored. @defaultValue 10_485_760 (10 MiB) */
  maxBytesPerImage?: number;
  /** Limit on everything stored under this name. @defaultValue 314_572_800 (300 MiB) */
  maxTotalBytes?: number;
  /** Older entries are removed. @defaultValue 86_400_000 (24 hours) for drafts, no limit for conversations */
  maxAgeMs?: number;
  /** Called at most once per kind of problem. */
  onProblem?: (problem: StorageProblem) => void;
  now?: () => number;
}

/** An image of an unsent message. It is prepared again after a reload. */
export interface DraftImage {
  id: string;
  file: Blob;
  name: string;
  detail: ImagePart['detail'];
  /** Set for an image that is sent as a link; its file contains the URL. */
  link?: { url: string; widthPx?: number; heightPx?: number };
  alt?: string;
  legend?: string;
}

/** A file of an unsent message that is sent as it is. */
export interface DraftFile {
  id: string;
  file: Blob;
  name: string;
  mediaType: string;
}

export interface Draft {
  text: string;
  /** Images in order. */
  images: readonly DraftImage[];
  /** Other files, in order. Missing if there are none. */
  files?: readonly DraftFile[];
  /** The question that is being sent from the draft. */
  question?: { id: string; isAccepted: boolean };
}

/** Stores what was being written when the page was closed. No method rejects. */
export interface DraftStore {
  /**
   * Saves a draft; an empty draft clears what was stored. `basis` is the draft that was last loaded or saved
   * in the same place; drafts that another tab has saved since are preserved. @defaultValue what this store
   * last loaded or saved under the key
   */
  save: (key: string, draft: Draft, basis?: Draft) => Promise<void>;
  /** Loads the drafts of all tabs as one, in the order in which they were saved. */
  load: (key: string) => Promise<Draft | undefined>;
  /** Calls back once another tab has sent the draft that `shown` returns. Returns a cleanup function. */
  watch?: (key: string, shown: () => Draft, onSent: () => void) => () => void;
  clear: (key: string) => Promise<void>;
  /** Removes all drafts, for example on sign-out. */
  clearAll: () => Promise<void>;
}

/** What is stored of each message; the chat's entries are of this shape. */
export interface StorableEntry {
  message: ChatMessage;
  answer?: { status?: string; error?: KitError; object?: AnswerObject };
  /** Other versions of the message, each with the messages that followed it. */
  versions?: { index: number; others: readonly (readonly StorableEntry[])[] };
}

export interface ConversationSummary {
  id: string;
  savedAtMs: number;
  /** As the user has named it, or else the beginning of the first question. */
  title: string;
}

/** Stores conversations with their images, as they were sent. No method rejects. */
export interface ConversationStore<Entry extends StorableEntry> {
  /**
   * Saves a conversation; an empty one clears what was stored. `basis` is what was last loaded or saved in
   * the same place; what another tab has added, changed or removed since is merged. @defaultValue what this
   * store last loaded or saved under the id
   */
  save: (id: string, entries: readonly Entry[], basis?: readonly Entry[]) => Promise<void>;
  /** Loads a conversation. Unchanged entries of `shown` are returned as the same objects. */
  load: (id: string, shown?: readonly Entry[]) => Promise<readonly Entry[] | undefined>;
  /** Calls back when the store may hold more than what `shown` returns. Returns a cleanup function. */
  watch?: (id: string, shown: () => readonly Entry[], onChange: () => void) => () => void;
  /** Lists conversations, latest first. */
  list: () => Promise<readonly ConversationSummary[]>;
  /** Calls back when the list may have changed, here or in another tab. Returns a cleanup function. */
  watchList?: (onChange: () => void) => () => void;
  /** Gives a stored conversation a title; an empty one brings back that of its first question. */
  rename?: (id: string, title: string) => Promise<void>;
  /** Returns the ids of conversations whose messages contain the text. @defaultValue only titles are searched */
  search?: (text: string) => Promise<readonly string[]>;
  remove: (id: string) => Promise<void>;
  clearAll: () => Promise<void>;
}
