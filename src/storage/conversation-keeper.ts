import { createKeeper, type Keeper } from './keeper.js';
import type { ConversationStore, StorableEntry } from './types.js';

export interface ConversationKeeperOptions<Entry extends StorableEntry> {
  key: string;
  store: ConversationStore<Entry>;
  /** Called once after `connect`, if there is something to bring back. */
  onRestore: (entries: readonly Entry[]) => void;
  /** Whether nothing is going on that another tab's changes would disturb. */
  isAtRest: (shown: readonly Entry[]) => boolean;
  /** Called at rest with the conversation as another tab has changed it. */
  onTakeOver: (entries: readonly Entry[]) => void;
}

/** An answer that streams is written this often; after a crash what came so far is there. */
const PAUSE_MS = 1000;
const NONE: readonly never[] = [];

/** Keeps one conversation up to date. */
export function createConversationKeeper<Entry extends StorableEntry>({
  key,
  store,
  onRestore,
  isAtRest,
  onTakeOver,
}: ConversationKeeperOptions<Entry>): Keeper<readonly Entry[]> {
  return createKeeper<readonly Entry[]>({
    empty: NONE,
    isSame: (a, b) => a.length === b.length && a.every((entry, index) => entry === b[index]),
    pauseMs: (entries) => (isStreaming(entries.at(-1)) ? PAUSE_MS : 0),
    load: (shown) => store.load(key, shown),
    save: (entries, basis) => store.save(key, entries, basis),
    onRestore,
    takesOver: { isAtRest, onTakeOver },
    watch: (shown, onChange) => store.watch?.(key, shown, onChange),
  });
}

function isStreaming(entry: StorableEntry | undefined): boolean {
  return entry?.answer?.status === 'streaming';
}
