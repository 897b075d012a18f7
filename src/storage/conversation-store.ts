import { createAskStore, watchLater } from './load-store.js';
import type { ConversationStore, StorableEntry, StorageOptions } from './types.js';

/** Stores conversations in IndexedDB. Images are stored as they were sent, without their originals. */
export function createConversationStore<Entry extends StorableEntry>(
  options: StorageOptions = {},
): ConversationStore<Entry> {
  const ask = createAskStore(options, ({ openConversationStore }) =>
    openConversationStore<Entry>(options),
  );
  return {
    save: (id, entries, basis) => ask((store) => store.save(id, entries, basis)),
    load: (id, shown) => ask((store) => store.load(id, shown)),
    watch: (...watched) => watchLater(ask, (store) => store.watch?.(...watched)),
    list: async () => (await ask((store) => store.list())) ?? [],
    watchList: (onChange) => watchLater(ask, (store) => store.watchList?.(onChange)),
    rename: (id, title) => ask(async (store) => store.rename?.(id, title)),
    search: async (text) => (await ask(async (store) => store.search?.(text))) ?? [],
    remove: (id) => ask((store) => store.remove(id)),
    clearAll: () => ask((store) => store.clearAll()),
  };
}
