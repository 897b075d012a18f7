import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { QuestionQueue, QuestionQueueState } from '../chat/question-queue.js';
import type { ChatStore, SendInput, SendOutcome } from '../chat/types.js';
import type { StorageProblem } from '../storage/types.js';
import { engine } from './engine.js';
import { useLazyModule } from './use-lazy-module.js';

/** Questions that are sent once the answer in flight is complete. */
export interface UseQuestionQueueResult
  extends
    QuestionQueueState,
    Pick<QuestionQueue, 'add' | 'take' | 'putBack' | 'move' | 'sendNext'> {}

export interface QuestionQueueHookOptions {
  chat: ChatStore;
  send: (input: SendInput) => Promise<SendOutcome>;
  /** Nothing is stored without one. */
  key: string | undefined;
  /** Resolves once the conversation that a question may have been sent to is shown. */
  whenConversationLoaded: () => Promise<void>;
}

const EMPTY: QuestionQueueState = { entries: [] };
const noSubscription = () => () => {};
const nothing = (): QuestionQueueState => EMPTY;

/**
 * Holds the questions that wait for an answer, and stores them across a reload. `waiting` is `undefined` until the code that
 * sends has loaded.
 */
export function useQuestionQueue({
  chat,
  send,
  key,
  whenConversationLoaded,
}: QuestionQueueHookOptions): {
  waiting: UseQuestionQueueResult | undefined;
  problem: StorageProblem | undefined;
} {
  const loaded = useLazyModule(engine);
  const [problem, setProblem] = useState<StorageProblem>();
  const createKeeper = useMemo(() => loaded?.createQuestionStorage(setProblem), [loaded]);
  const queue = useMemo(() => loaded?.createQuestionQueue({ chat, send }), [loaded, chat, send]);
  const state = useSyncExternalStore(
    queue?.subscribe ?? noSubscription,
    queue?.getSnapshot ?? nothing,
    nothing,
  );

  const connectedKey = useRef(key);
  useEffect(() => {
    if (!queue) return undefined;
    // Another conversation: the questions stay with the first, where they were saved.
    if (connectedKey.current !== key) queue.setEntries(() => []);
    connectedKey.current = key;
    const keeper =
      key === undefined ? undefined : createKeeper?.({ key, queue, whenConversationLoaded });
    const disconnect = queue.connect(keeper?.claim);
    const disconnectKeeper = keeper?.connect();
    return () => {
      disconnect();
      disconnectKeeper?.();
    };
  }, [key, queue, createKeeper, whenConversationLoaded]);

  const waiting = useMemo(
    () =>
      queue && {
        ...state,
        add: queue.add,
        take: queue.take,
        putBack: queue.putBack,
        move: queue.move,
        sendNext: queue.sendNext,
      },
    [queue, state],
  );
  return { waiting, problem };
}
