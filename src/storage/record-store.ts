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
  value: unknown;
  revision: string | undefined;
  title?: string | undefined;
  /** @defaultValue now */
  savedAtMs?: number;
  /** The available images, by id. One that is already stored under its id is not written again. */
  blobs: ReadonlyMap<string, Blob>;
  /** Ids of stored images that are kept, in addition to those available. */
  keptIds: Iterable<string>;
}

/** Changes a record as it is in the database. May be called more than once. */
export type ChangeRecord = (stored: StoredRecord | undefined) => RecordChange | 'remove' | 'leave';

/** No method rejects. */
export interface RecordStore {
  /**
   * Reads and writes in one transaction. Resolves to whether the database is in the state that the last call
   * requested.
   */
  update: (key: string, change: ChangeRecord) => Promise<boolean>;
  load: (key: string) => Promise<LoadedRecord | undefined>;
  list: () => Promise<readonly ListedRecord[]>;
  remove: (key: string) => Promise<void>;
  clearAll: () => Promise<void>;
  /** Returns the id under which a record stores an image. */
  idOf: (key: string, blob: Blob) => string | undefined;
}

export interface RecordStoreOptions extends StorageOptions {
  kind: 'drafts' | 'conversations';
  /** Whether older records may be removed for a new one. */
  evictsOldest: boolean;
}
