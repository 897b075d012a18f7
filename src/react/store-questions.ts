import type { ClaimQuestion, QuestionQueue } from '../chat/question-queue.js';
import type { ChatEntry, ChatStore } from '../chat/types.js';
import type { ConversationStore, StorageProblem } from '../storage/types.js';
import { createLazyKeeper, openOnce } from './lazy-keeper.js';

const NAME = 'image-chat-kit-queue';
const DAY_MS = 86_400_000;

export interface QuestionKeeperOptions {
  key: string;
  queue: QuestionQueue;
  /** Resolves once the conversation that a question may have been sent to is shown. */
  whenConversationLoaded: () => Promise<void>;
}

/** Stores the questions of a queue, and reserves each for one tab before it is sent. */
export interface QuestionKeeper {
  claim: ClaimQuestion;
  /** Returns a cleanup function. */
  connect: () => () => void;
}

/** Returns a function that creates keepers, which share one database. */
export function createQuestionStorage(
  onProblem: (problem: StorageProblem) => void,
): (options: QuestionKeeperOptions) => QuestionKeeper {
  let hasProblem = false;
  const noteProblem = (problem: StorageProblem): void => {
    hasProblem = true;
    onProblem(problem);
  };
  const open = openOnce(({ openConversationStore }) =>
    openConversationStore<ChatEntry>({ name: NAME, maxAgeMs: DAY_MS, onProblem: noteProblem }),
  );

  return ({ key, queue, whenConversationLoaded }) => {
    let store: ConversationStore<ChatEntry> | undefined;
    const keeper = createLazyKeeper((code) => {
      const own = open(code);
      store = own;
      const load: typeof own.load = async (id, shown) => {
        const found = await own.load(id, shown);
        await whenConversationLoaded();
        return found;
      };
      const chat = asConversation(queue);
      return code.createConversationKeeper({ key, store: { ...own, load }, chat });
    }, noteProblem);

    async function isStillThere(id: string): Promise<boolean> {
      await keeper.flush();
      const stored = (await store?.load(key)) ?? [];
      // What was written and is gone has been taken by another tab. What could not be written is only here.
      return hasProblem || stored.some(({ message }) => message.id === id);
    }

    return {
      async claim(id) {
        const release = await withLock(`${NAME}-${key}`, () => isStillThere(id));
        return release && (() => void keeper.flush().finally(release));
      },
      connect() {
        const update = (): void => keeper.update(queue.getSnapshot().entries);
        update();
        const unsubscribe = queue.subscribe(update);
        const disconnect = keeper.connect();
        return () => {
          unsubscribe();
          disconnect();
        };
      },
    };
  };
}

/** The queue as a keeper of conversations sees it: in motion while a question is in flight. */
function asConversation(queue: QuestionQueue): Pick<ChatStore, 'getSnapshot' | 'setEntries'> {
  return {
    getSnapshot() {
      const { entries, sendingId } = queue.getSnapshot();
      const usage = { inputTokens: 0, outputTokens: 0 };
      return { entries, status: sendingId === undefined ? 'ready' : 'submitted', usage };
    },
    setEntries: queue.setEntries,
  };
}

/**
 * Holds a lock that only one tab can have, until the returned function is called. Resolves to `undefined` if another tab
 * holds it, or if the check fails. Browsers without locks only check.
 */
function withLock(name: string, check: () => Promise<boolean>): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const hold = async (lock: unknown): Promise<void> => {
      if (!lock || !(await check())) {
        resolve(undefined);
        return;
      }
      await new Promise<void>((release) => {
        resolve(release);
      });
    };
    // Missing on pages served over plain http.
    const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>;
    const held = locks ? locks.request(name, { ifAvailable: true }, hold) : hold(true);
    held.catch(reject);
  });
}
