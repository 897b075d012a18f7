import type { KitError } from '../errors.js';
import { createId } from '../internal/create-id.js';
import { questionEntry } from './conversation.js';
import type { ChatEntry, ChatStore, SendInput, SendOutcome } from './types.js';

/**
 * Why nothing is sent until the user asks for it. `stopped`: the user stopped an answer; `failed`: the last answer was not
 * completed; `refused`: the server did not accept the first question; `restored`: the questions come from before a
 * reload, or from another tab; `elsewhere`: another tab is sending the first question, or has taken it.
 */
export interface QuestionQueuePause {
  because: 'stopped' | 'failed' | 'refused' | 'restored' | 'elsewhere';
  /** Why the first question was refused. */
  error?: KitError;
}

export interface QuestionQueueState {
  /** The waiting questions, in the form in which the conversation will show them. */
  entries: readonly ChatEntry[];
  /** Id of the question that is in flight. It leaves the queue once the server has accepted it. */
  sendingId?: string;
  pause?: QuestionQueuePause;
}

export interface QuestionQueueOptions {
  chat: Pick<ChatStore, 'getSnapshot' | 'subscribe' | 'dismissError'>;
  send: (input: SendInput) => Promise<SendOutcome>;
}

/**
 * Reserves a question for this page before it is sent. Resolves to a function that releases it, or to `undefined` if
 * another page has it.
 */
export type ClaimQuestion = (id: string) => Promise<(() => void) | undefined>;

/** Questions that wait for the answer in flight. Methods are bound; pass them around freely. */
export interface QuestionQueue {
  getSnapshot: () => QuestionQueueState;
  subscribe: (listener: () => void) => () => void;
  /** Appends a question, which is sent once the chat is ready. Returns its id. */
  add: (input: SendInput) => string;
  /** Removes a question and returns it. A question in flight stays, and `undefined` is returned. */
  take: (id: string) => ChatEntry | undefined;
  /** Puts a question back that was taken. */
  putBack: (entry: ChatEntry, index: number) => void;
  /** Moves a question to a position, counted from 0. */
  move: (id: string, index: number) => void;
  /** Ends a pause and sends the first question if the chat is ready. */
  sendNext: () => void;
  /** Replaces the questions with stored ones. Those that the conversation already contains are left out. */
  setEntries: (change: (entries: readonly ChatEntry[]) => readonly ChatEntry[]) => void;
  /** Starts sending. Returns a cleanup function. @defaultValue every question is this page's */
  connect: (claim?: ClaimQuestion) => () => void;
}

/** Sends questions one after another, each once the answer before it is complete. */
export function createQuestionQueue({ chat, send }: QuestionQueueOptions): QuestionQueue {
  let state: QuestionQueueState = { entries: [] };
  let isConnected = false;
  let claim: ClaimQuestion | undefined;
  /** Id of the answer in flight. */
  let awaitedId: string | undefined;
  let pauseAfterAnswer: QuestionQueuePause | undefined;
  /** Questions that were written in this page; others are not sent by themselves. */
  const ownIds = new Set<string>();
  const listeners = new Set<() => void>();

  function set({
    entries,
    sendingId,
    pause,
  }: {
    [Name in keyof QuestionQueueState]: QuestionQueueState[Name] | undefined;
  } & Pick<QuestionQueueState, 'entries'>): void {
    state = {
      entries,
      ...(sendingId !== undefined && { sendingId }),
      ...(pause && { pause }),
    };
    for (const listener of listeners) listener();
  }

  function followChat(): void {
    const { status, entries, error } = chat.getSnapshot();
    if (status !== 'ready') {
      awaitedId = entries.at(-1)?.message.id;
      return;
    }
    if (awaitedId === undefined) return;
    const answer = entries.findLast(({ message }) => message.id === awaitedId)?.answer;
    awaitedId = undefined;
    pauseAfterAnswer = state.entries.length > 0 ? pauseAfter(answer, error) : undefined;
    // The store must have finished telling its other listeners.
    queueMicrotask(advance);
  }

  function advance(): void {
    const [first] = state.entries;
    if (!first || !isFree() || state.pause) return;
    const pause = ownIds.has(first.message.id)
      ? pauseAfterAnswer
      : ({ because: 'restored' } as const);
    pauseAfterAnswer = undefined;
    if (pause) set({ ...state, pause });
    else void sendFirst(first);
  }

  function isFree(): boolean {
    return isConnected && state.sendingId === undefined && chat.getSnapshot().status === 'ready';
  }

  async function sendFirst(entry: ChatEntry): Promise<void> {
    const { id } = entry.message;
    set({ entries: state.entries, sendingId: id });
    const release = claim ? await claim(id) : () => {};
    if (!release) {
      set({ entries: state.entries, pause: { because: 'elsewhere' } });
      return;
    }
    const isStillFree = isConnected && chat.getSnapshot().status === 'ready';
    const outcome = isStillFree ? await send(inputOf(entry)) : undefined;
    if (outcome?.accepted === false && outcome.error.code !== 'busy') {
      // What the queue reports is not reported a second time.
      chat.dismissError();
      set({
        // A new id: another tab may have taken this one for a question that was sent.
        entries: state.entries.map((one) => (one === entry ? withNewId(entry) : one)),
        pause: pauseAfterRefusal(outcome.error),
      });
    } else {
      set({ entries: state.entries.filter((one) => one !== entry || !outcome?.accepted) });
    }
    pauseAfterAnswer = outcome?.accepted ? pauseAfterAnswer : undefined;
    release();
    advance();
  }

  function withNewId(entry: ChatEntry): ChatEntry {
    const id = createId();
    ownIds.add(id);
    return { ...entry, message: { ...entry.message, id } };
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(input) {
      const id = createId();
      ownIds.add(id);
      const { entries } = state;
      // A pause of questions that are gone is over.
      const before = entries.length > 0 ? state : { entries };
      set({ ...before, entries: [...entries, questionEntry(id, input)] });
      queueMicrotask(advance);
      return id;
    },
    take(id) {
      const entry = state.entries.find(({ message }) => message.id === id);
      if (!entry || id === state.sendingId) return undefined;
      set({ ...state, entries: state.entries.filter((one) => one !== entry) });
      return entry;
    },
    putBack(entry, index) {
      ownIds.add(entry.message.id);
      set({ ...state, entries: state.entries.toSpliced(index, 0, entry) });
      queueMicrotask(advance);
    },
    move(id, index) {
      const entry = state.entries.find(({ message }) => message.id === id);
      if (!entry) return;
      const others = state.entries.filter((one) => one !== entry);
      set({ ...state, entries: others.toSpliced(index, 0, entry) });
    },
    sendNext() {
      const [first] = state.entries;
      if (!first) return;
      ownIds.add(first.message.id);
      pauseAfterAnswer = undefined;
      if (state.pause) set({ ...state, pause: undefined });
      advance();
    },
    setEntries(change) {
      const asked = new Set(chat.getSnapshot().entries.map(({ message }) => message.id));
      const entries = change(state.entries).filter(
        ({ message }) => message.id === state.sendingId || !asked.has(message.id),
      );
      set({ ...state, entries });
      advance();
    },
    connect(given) {
      isConnected = true;
      claim = given;
      const unsubscribe = chat.subscribe(followChat);
      followChat();
      return () => {
        isConnected = false;
        unsubscribe();
      };
    },
  };
}

/** Returns why the next question has to wait after an answer; `undefined` if the answer ended well. */
function pauseAfter(
  answer: ChatEntry['answer'],
  error: KitError | undefined,
): QuestionQueuePause | undefined {
  // A question that the server never accepted was withdrawn with its answer.
  if (!answer) return { because: error ? 'failed' : 'stopped' };
  if (answer.status === 'stopped') return { because: 'stopped' };
  const endedWell = answer.endReason === 'complete' || answer.endReason === 'length';
  return answer.error || !endedWell ? { because: 'failed' } : undefined;
}

function pauseAfterRefusal(error: KitError): QuestionQueuePause {
  return error.code === 'aborted' ? { because: 'stopped' } : { because: 'refused', error };
}

/** Returns a waiting question in the form in which it is sent. */
function inputOf({ message: { id, parts } }: ChatEntry): SendInput {
  return {
    id,
    text: parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n'),
    images: parts.filter((part) => part.type === 'image'),
    files: parts.filter((part) => part.type === 'file'),
  };
}
