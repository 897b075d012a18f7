import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChatEntry, ChatStore } from '../chat/types.js';
import type { ConversationStore, StorageProblem } from '../storage/types.js';
import { createLazyKeeper, openOnce } from './lazy-keeper.js';
import { useLatest } from './use-latest.js';

export interface ConversationOptions {
  /** Nothing is stored without one. */
  key: string | undefined;
  store: ConversationStore<ChatEntry> | undefined;
  chat: ChatStore;
  entries: readonly ChatEntry[];
}

export interface Conversation {
  problem: StorageProblem | undefined;
  /** Resolves once the stored conversation is shown. */
  whenLoaded: () => Promise<void>;
}

/**
 * Stores a conversation with its images across a reload or a crash, restores it, and takes over what other tabs add
 * while nothing is in flight in this one.
 */
export function useConversation({ key, store, chat, entries }: ConversationOptions): Conversation {
  const [problem, setProblem] = useState<StorageProblem>();
  const [openOwn] = useState(() =>
    openOnce(({ openConversationStore }) =>
      openConversationStore<ChatEntry>({ onProblem: setProblem }),
    ),
  );
  const keeper = useMemo(
    () =>
      key === undefined
        ? undefined
        : createLazyKeeper(
            (loaded) =>
              loaded.createConversationKeeper({ key, store: store ?? openOwn(loaded), chat }),
            setProblem,
          ),
    [key, store, openOwn, chat],
  );
  useEffect(() => keeper?.update(entries), [keeper, entries]);

  const connectedKey = useRef(key);
  useEffect(() => {
    if (connectedKey.current !== key) {
      chat.leave();
      chat.setEntries(() => []);
      connectedKey.current = key;
    }
    return keeper?.connect();
  }, [key, keeper, chat]);

  const latest = useLatest(keeper);
  const whenLoaded = useCallback(async () => latest.current?.whenLoaded(), [latest]);
  return { problem, whenLoaded };
}
