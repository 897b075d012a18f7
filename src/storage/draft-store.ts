import { createAskStore, watchLater } from './load-store.js';
import type { DraftStore, StorageOptions } from './types.js';

/** Stores drafts in IndexedDB. If it is missing, full or forbidden, everything else works as usual. */
export function createDraftStore(options: StorageOptions = {}): DraftStore {
  const ask = createAskStore(options, ({ openDraftStore }) => openDraftStore(options));
  return {
    save: (key, draft, basis) => ask((store) => store.save(key, draft, basis)),
    load: (key) => ask((store) => store.load(key)),
    watch: (...watched) => watchLater(ask, (store) => store.watch?.(...watched)),
    clear: (key) => ask((store) => store.clear(key)),
    clearAll: () => ask((store) => store.clearAll()),
  };
}
