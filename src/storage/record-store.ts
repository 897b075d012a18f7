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

/** What a record becomes. */
export interface RecordChange {
  value: unknown;
  revision: string;
  /** The images at hand, by id. One that stands under its id already is not written again. */
  blobs: ReadonlyMap<string, Blob>;
  /** Ids of stored images that stay, beside those at hand. */
  keptIds: Iterable<string>;
}

/** Changes a record as it stands in the database. May be called more than once. */
export type ChangeRecord = (stored: StoredRecord | undefined) => RecordChange | 'remove' | 'leave';

/** No method rejects. */
export interface RecordStore {
  /** Reads and writes in one transaction. Resolves with whether the database is as the last call wanted it. */
  update: (key: string, change: ChangeRecord) => Promise<boolean>;
  load: (key: string) => Promise<LoadedRecord | undefined>;
  list: () => Promise<readonly ListedRecord[]>;
  remove: (key: string) => Promise<void>;
  clearAll: () => Promise<void>;
  /** The id that an image stands under in a record. */
  idOf: (key: string, blob: Blob) => string | undefined;
}

export interface RecordStoreOptions extends StorageOptions {
  kind: 'drafts' | 'conversations';
  /** Whether older records make room for a new one. */
  evictsOldest: boolean;
}
