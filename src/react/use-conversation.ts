import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChatEntry, ChatStore } from '../chat/types.js';
import { createConversationStore } from '../storage/conversation-store.js';
import type { ConversationStore, StorageProblem } from '../storage/types.js';
import { createLazyKeeper } from './lazy-keeper.js';
import { useLatest } from './use-latest.js';

export interface ConversationOptions {
  /** Nothing is kept without one. */
  key: string | undefined;
  store: ConversationStore<ChatEntry> | undefined;
  chat: ChatStore;
  entries: readonly ChatEntry[];
}

export interface Conversation {
  problem: StorageProblem | undefined;
  /** Resolves once what was kept is shown. */
  whenLoaded: () => Promise<void>;
}

/**
 * Keeps a conversation with its images over a reload or a crash, brings it back, and takes over what other tabs add while
 * nothing is going on in this one.
 */
export function useConversation({ key, store, chat, entries }: ConversationOptions): Conversation {
  const [problem, setProblem] = useState<StorageProblem>();
  const [ownStore] = useState(() => createConversationStore<ChatEntry>({ onProblem: setProblem }));
  const conversations = store ?? ownStore;
  const keeper = useMemo(
    () =>
      key === undefined
        ? undefined
        : createLazyKeeper(
            ({ createConversationKeeper }) =>
              createConversationKeeper({ key, store: conversations, chat }),
            setProblem,
          ),
    [key, conversations, chat],
  );
  useEffect(() => keeper?.update(entries), [keeper, entries]);

  const connectedKey = useRef(key);
  useEffect(() => {
    if (connectedKey.current !== key) {
      chat.stop();
      chat.setEntries(() => []);
      connectedKey.current = key;
    }
    return keeper?.connect();
  }, [key, keeper, chat]);

  const latest = useLatest(keeper);
  const whenLoaded = useCallback(async () => latest.current?.whenLoaded(), [latest]);
  return { problem, whenLoaded };
}
