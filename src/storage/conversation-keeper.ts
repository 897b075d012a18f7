import { createKeeper, type Keeper } from './keeper.js';
import type { ConversationStore, StorableEntry } from './types.js';

export interface ConversationKeeperOptions<Entry extends StorableEntry> {
  key: string;
  store: ConversationStore<Entry>;
  /** Called once after `connect`, if there is something to bring back. */
  onRestore: (entries: readonly Entry[]) => void;
}

/** An answer that streams is written this often; after a crash what came so far is there. */
const PAUSE_MS = 1000;
const NONE: readonly never[] = [];

/** Keeps one conversation up to date. */
export function createConversationKeeper<Entry extends StorableEntry>({
  key,
  store,
  onRestore,
}: ConversationKeeperOptions<Entry>): Keeper<readonly Entry[]> {
  return createKeeper<readonly Entry[]>({
    empty: NONE,
    isSame: (a, b) => a === b || (a.length === 0 && b.length === 0),
    pauseMs: (entries) => (isStreaming(entries.at(-1)) ? PAUSE_MS : 0),
    load: () => store.load(key),
    save: (entries) => store.save(key, entries),
    onRestore,
  });
}

function isStreaming(entry: StorableEntry | undefined): boolean {
  return entry?.answer?.status === 'streaming';
}
