import type { StorageOptions } from './types.js';

export interface LoadedRecord<Value> {
  value: Value;
  blobs: ReadonlyMap<string, Blob>;
}

export interface ListedRecord<Value> {
  key: string;
  savedAtMs: number;
  value: Value;
}

/** No method rejects. */
export interface RecordStore<Value> {
  save: (key: string, value: Value, blobs: ReadonlyMap<string, Blob>) => Promise<void>;
  load: (key: string) => Promise<LoadedRecord<Value> | undefined>;
  list: () => Promise<readonly ListedRecord<Value>[]>;
  remove: (key: string) => Promise<void>;
  clearAll: () => Promise<void>;
}

export interface RecordStoreOptions extends StorageOptions {
  kind: 'drafts' | 'conversations';
  /** Whether older records make room for a new one. */
  evictsOldest: boolean;
}
