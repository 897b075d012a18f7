import type { ChatEntry, ChatStore } from '../chat/types.js';
import { createKeeper, type Keeper } from './keeper.js';
import type { ConversationStore } from './types.js';

export interface ConversationKeeperOptions {
  key: string;
  store: ConversationStore<ChatEntry>;
  /** Shows what was stored, and what other tabs add. */
  chat: Pick<ChatStore, 'getSnapshot' | 'setEntries'>;
}

/** Interval at which a streaming answer is written, so that most of it survives a crash. */
const PAUSE_MS = 1000;
const NONE: readonly ChatEntry[] = [];

/** Keeps one conversation saved and up to date. */
export function createConversationKeeper({
  key,
  store,
  chat,
}: ConversationKeeperOptions): Keeper<readonly ChatEntry[]> {
  return createKeeper({
    empty: NONE,
    isSame,
    pauseMs: (entries) => (entries.at(-1)?.answer?.status === 'streaming' ? PAUSE_MS : 0),
    load: (shown) => store.load(key, shown),
    save: (entries, basis) => store.save(key, entries, basis),
    onRestore(found) {
      chat.setEntries((shown) => joined(found, shown));
      return chat.getSnapshot().entries;
    },
    takesOver: {
      isAtRest(known) {
        const { entries, status, beforeRemoval } = chat.getSnapshot();
        // A removal can be undone until the conversation changes.
        return isSame(entries, known) && status === 'ready' && beforeRemoval === undefined;
      },
      onTakeOver: (entries) => chat.setEntries(() => entries),
    },
    watch: (shown, onChange) => store.watch?.(key, shown, onChange),
  });
}

function isSame(a: readonly ChatEntry[], b: readonly ChatEntry[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}

/** Merges what was stored with what this page already shows, in its place or after it. */
function joined(found: readonly ChatEntry[], shown: readonly ChatEntry[]): readonly ChatEntry[] {
  const entries = new Map([...found, ...shown].map((entry) => [entry.message.id, entry]));
  return [...entries.values()];
}
