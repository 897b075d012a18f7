import { createAskStore } from './load-store.js';
import type { DraftStore, StorageOptions } from './types.js';

/** Drafts in IndexedDB. Where there is none, or it is full or forbidden, everything else works as usual. */
export function createDraftStore(options: StorageOptions = {}): DraftStore {
  const ask = createAskStore(options, async () => {
    const { openDraftStore } = await import('./open-draft-store.js');
    return openDraftStore(options);
  });
  return {
    save: (key, draft) => ask((store) => store.save(key, draft)),
    load: (key) => ask((store) => store.load(key)),
    clear: (key) => ask((store) => store.clear(key)),
    clearAll: () => ask((store) => store.clearAll()),
  };
}
