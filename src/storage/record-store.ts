import type { StoredRecord } from './read-record.js';
import type { StorageOptions } from './types.js';

export interface LoadedRecord {
  record: StoredRecord;
  blobs: ReadonlyMap<string, Blob>;
}

export interface ListedRecord {
  key: string;
  record: StoredRecord;
}

/** The result of a change to a record. */
export interface RecordChange {
  /** May be a list with references to items. */
  value: unknown;
  /** Items to write, by id. Others that `value` refers to stay as they are stored. @defaultValue none */
  items?: ReadonlyMap<string, unknown>;
  revision: string | undefined;
  title?: string | undefined;
  heading?: string | undefined;
  /** @defaultValue now */
  savedAtMs?: number;
  /** The available images, by id. One that is already stored under its id is not written again. */
  blobs: ReadonlyMap<string, Blob>;
  /** Ids of stored images that are kept, in addition to those available. */
  keptIds: Iterable<string>;
}

type Change = RecordChange | 'remove' | 'leave';

/** What a change can ask within its transaction. Nothing else may be awaited. */
export interface RecordReader {
  /** Returns the value with its items in place. */
  readValue: () => Promise<unknown>;
  /** Whether a page has removed the record, and none has written it since. */
  wasRemoved: () => Promise<boolean>;
}

/** Changes a record as it is in the database. May be called more than once. */
export type ChangeRecord = (
  stored: StoredRecord | undefined,
  reader: RecordReader,
) => Change | Promise<Change>;

/** No method rejects. */
export interface RecordStore {
  /**
   * Reads and writes in one transaction. Resolves to whether the database is in the state that the last call
   * requested.
   */
  update: (key: string, change: ChangeRecord) => Promise<boolean>;
  /** Loads a record with its items in place. */
  load: (key: string) => Promise<LoadedRecord | undefined>;
  /** Whether a page has removed a record, and none has written it since. The browser may have cleared any other that is missing. */
  wasRemoved: (key: string) => Promise<boolean>;
  list: (options?: { withItems: boolean }) => Promise<readonly ListedRecord[]>;
  remove: (key: string) => Promise<void>;
  clearAll: () => Promise<void>;
  /** Returns the id under which a record stores an image. */
  idOf: (key: string, blob: Blob) => string | undefined;
}

export interface RecordStoreOptions extends StorageOptions {
  kind: 'drafts' | 'conversations';
  /** Whether older records may be removed for a new one. */
  evictsOldest: boolean;
  /** Whether a removal leaves a mark for pages that did not hear of it. */
  marksRemoved: boolean;
}
