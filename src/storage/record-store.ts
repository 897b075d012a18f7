import { loadPart } from '../internal/load-part.js';
import { createProblemReporter } from './storage-problem.js';
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

/** Loads the database's side with the first thing that is asked of it: most pages keep nothing. */
export function createRecordStore<Value>(options: RecordStoreOptions): RecordStore<Value> {
  let opening: Promise<RecordStore<Value> | undefined> | undefined;

  async function open(): Promise<RecordStore<Value> | undefined> {
    try {
      const { openRecordStore } = await loadPart(() => import('./open-record-store.js'));
      return openRecordStore<Value>(options);
    } catch {
      createProblemReporter(options.onProblem)('storage-unavailable');
      return undefined;
    }
  }

  const opened = (): Promise<RecordStore<Value> | undefined> => (opening ??= open());

  return {
    save: async (key, value, blobs) => (await opened())?.save(key, value, blobs),
    load: async (key) => (await opened())?.load(key),
    list: async () => (await (await opened())?.list()) ?? [],
    remove: async (key) => (await opened())?.remove(key),
    clearAll: async () => (await opened())?.clearAll(),
  };
}
