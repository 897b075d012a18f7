import { useEffect, useMemo, useRef, useState } from 'react';
import type { ChatEntry, ChatStore } from '../chat/index.js';
import { createConversationKeeper, createConversationStore } from '../storage/index.js';
import type { ConversationStore, StorageProblem } from '../storage/index.js';

export interface ConversationOptions {
  /** Nothing is kept without one. */
  key: string | undefined;
  store: ConversationStore<ChatEntry> | undefined;
  chat: ChatStore;
  entries: readonly ChatEntry[];
}

/** Keeps a conversation with its pictures over a reload or a crash, and brings it back. */
export function useConversation({
  key,
  store,
  chat,
  entries,
}: ConversationOptions): StorageProblem | undefined {
  const [problem, setProblem] = useState<StorageProblem>();
  const [ownStore] = useState(() => createConversationStore<ChatEntry>({ onProblem: setProblem }));
  const conversations = store ?? ownStore;
  const keeper = useMemo(
    () =>
      key === undefined
        ? undefined
        : createConversationKeeper<ChatEntry>({
            key,
            store: conversations,
            onRestore: (found) => chat.setEntries((shown) => [...found, ...shown]),
          }),
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

  return problem;
}
