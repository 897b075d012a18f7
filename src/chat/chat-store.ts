import { KitError } from '../errors.js';
import { abortedError } from '../internal/abort.js';
import { createId as createRandomId } from '../internal/create-id.js';
import { createFrameBatch } from '../internal/frame-batch.js';
import type { ChatMessage, ImagePart } from '../messages/types.js';
import type { ChatEvent, MessageEndReason } from '../wire/types.js';
import {
  entriesToAskAgain,
  messageIdsToRemove,
  questionEntry,
  requestMessages,
} from './conversation.js';
import { turnWork } from './load-turn-work.js';
import { initialChatState, reduceChat, withImages, type ChatAction } from './reduce.js';
import { createTokenCorrection } from './token-correction.js';
import type {
  ChatEntry,
  ChatStore,
  ChatStoreOptions,
  Connection,
  SendInput,
  SendOutcome,
} from './types.js';

/** One question under way. At most one exists; events of any other are late, and dropped. */
interface Turn {
  connection: Connection;
  answerId: string;
  questionId: string;
  /** What the conversation goes back to if the server never takes the question. */
  entriesBefore: readonly ChatEntry[];
  controller: AbortController;
  isAccepted: boolean;
  /** What was estimated of its request, before correction. */
  estimatedTokens?: number | undefined;
  settle: (outcome: SendOutcome) => void;
}

/** Conversation state without a framework. */
export function createChatStore(initialOptions: ChatStoreOptions): ChatStore {
  let options = initialOptions;
  let state = initialChatState(options.initialEntries);
  let turn: Turn | undefined;
  let pendingEvents: ChatEvent[] = [];
  const correction = initialOptions.tokenCorrection ?? createTokenCorrection();
  const listeners = new Set<() => void>();
  const batch = createFrameBatch(publish);

  const now = (): number => (options.now ?? Date.now)();
  const createId = (): string => (options.createId ?? createRandomId)();

  function takeInPending(): void {
    const events = joinDeltas(pendingEvents);
    pendingEvents = [];
    for (const event of events) {
      if (turn) state = reduceChat(state, { type: 'turn-event', answerId: turn.answerId, event });
    }
  }

  function publish(): void {
    takeInPending();
    for (const listener of listeners) listener();
  }

  function dispatch(action: ChatAction): void {
    takeInPending();
    state = reduceChat(state, action);
    batch.flush();
  }

  function startTurn(entries: readonly ChatEntry[], questionId: string): Promise<SendOutcome> {
    return new Promise((settle) => {
      const own: Turn = {
        connection: options.connection,
        answerId: createId(),
        questionId,
        entriesBefore: state.entries,
        controller: new AbortController(),
        isAccepted: false,
        settle,
      };
      turn = own;
      dispatch({ type: 'turn-start', entries, answerId: own.answerId, nowMs: now() });
      void run(own, requestMessages(entries, options.system));
    });
  }

  async function run(own: Turn, messages: readonly ChatMessage[]): Promise<void> {
    const { prepareMessages, recover, onTrace, createTransport } = options;
    try {
      const work = turnWork.current() ?? (await turnWork.load());
      await work.runTurn({
        connection: own.connection,
        createTransport,
        messages,
        prepareMessages,
        recover,
        onTrace,
        signal: own.controller.signal,
        onRequest: (sent) => noteEstimate(own, work.estimateInputTokens(sent, own.connection)),
        onAccepted: () => accept(own),
        onEvent(event) {
          if (turn !== own) return;
          accept(own);
          pendingEvents.push(event);
          batch.schedule();
        },
        onEnd: (end) => endTurn(own, end),
      });
    } catch (error) {
      if (!KitError.is(error)) throw error;
      endTurn(own, error);
    }
  }

  function accept(own: Turn): void {
    if (own.isAccepted || turn !== own) return;
    own.isAccepted = true;
    own.settle({ accepted: true });
  }

  function noteEstimate(own: Turn, tokens: number | undefined): void {
    if (turn !== own) return;
    const { model, price } = own.connection;
    own.estimatedTokens = tokens;
    state = reduceChat(state, {
      type: 'turn-request',
      answerId: own.answerId,
      facts: {
        ...(tokens !== undefined && {
          estimatedInputTokens: Math.round(tokens * correction.factor(model)),
        }),
        ...(price && { price }),
      },
    });
    batch.schedule();
  }

  function learn({ answerId, connection, estimatedTokens }: Turn): void {
    const answer = state.entries.findLast(({ message }) => message.id === answerId)?.answer;
    if (estimatedTokens === undefined || answer?.inputTokens === undefined) return;
    correction.learn(connection.model, estimatedTokens, answer.inputTokens);
  }

  function endTurn(own: Turn, end: KitError | MessageEndReason): void {
    if (turn !== own) return;
    takeInPending();
    learn(own);
    turn = undefined;
    const { answerId, entriesBefore, isAccepted, settle } = own;
    if (typeof end === 'string') {
      dispatch({ type: 'turn-end', answerId, reason: end, nowMs: now() });
      settle({ accepted: true });
    } else if (!isAccepted) {
      const shown = end.code === 'aborted' ? {} : { error: end };
      dispatch({ type: 'turn-withdraw', entries: entriesBefore, ...shown });
      settle({ accepted: false, error: end });
    } else if (end.code === 'aborted') {
      dispatch({ type: 'turn-stop', answerId, nowMs: now() });
    } else {
      dispatch({ type: 'turn-fail', answerId, error: end, nowMs: now() });
    }
  }

  /** Does not wait for the network: whatever still arrives is late. */
  function stop(): void {
    const own = turn;
    if (!own) return;
    own.controller.abort(abortedError());
    endTurn(own, abortedError());
  }

  function send(input: SendInput): Promise<SendOutcome> {
    if (turn) return refused(busyError());
    if (isEmpty(input)) return refused(emptyError());
    const question = questionEntry(createId(), input);
    return startTurn([...state.entries, question], question.message.id);
  }

  function regenerate(answerId?: string): Promise<SendOutcome> {
    if (turn) return refused(busyError());
    const entries = entriesToAskAgain(state.entries, answerId);
    const question = entries?.at(-1);
    return entries && question
      ? startTurn(entries, question.message.id)
      : refused(notFoundError('There is no question to ask again.'));
  }

  function edit(messageId: string, input: SendInput): Promise<SendOutcome> {
    if (turn) return refused(busyError());
    if (isEmpty(input)) return refused(emptyError());
    const index = state.entries.findIndex(
      ({ message }) => message.id === messageId && message.role === 'user',
    );
    return index < 0
      ? refused(notFoundError('The question to change is no longer there.'))
      : startTurn([...state.entries.slice(0, index), questionEntry(messageId, input)], messageId);
  }

  function remove(messageId: string): void {
    if (turn?.answerId === messageId || turn?.questionId === messageId) stop();
    const messageIds = messageIdsToRemove(state.entries, messageId);
    if (turn) {
      turn.entriesBefore = turn.entriesBefore.filter(({ message }) => !messageIds.has(message.id));
    }
    dispatch({ type: 'message-remove', messageIds });
  }

  function updateImages(change: (image: ImagePart) => ImagePart | undefined): void {
    if (turn) turn.entriesBefore = withImages(turn.entriesBefore, change);
    dispatch({ type: 'images-change', change });
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send,
    stop,
    regenerate,
    edit,
    remove,
    setEntries(change) {
      if (turn) turn.entriesBefore = change(turn.entriesBefore);
      dispatch({ type: 'entries-change', change });
    },
    updateImages,
    dismissError: () => dispatch({ type: 'error-dismiss' }),
    tokenFactor: correction.factor,
    setOptions(changed) {
      options = { ...options, ...changed };
    },
    connect: () => () => {
      stop();
      batch.cancel();
    },
  };
}

/** A frame of a fast stream holds many small pieces of text; joined, they cost one copy of the state. */
function joinDeltas(events: readonly ChatEvent[]): ChatEvent[] {
  const joined: ChatEvent[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (event.type === 'text-delta' && last?.type === 'text-delta') {
      joined[joined.length - 1] = { type: 'text-delta', text: last.text + event.text };
    } else {
      joined.push(event);
    }
  }
  return joined;
}

function isEmpty({ text, images = [] }: SendInput): boolean {
  return text.trim() === '' && images.length === 0;
}

function refused(error: KitError): Promise<SendOutcome> {
  return Promise.resolve({ accepted: false, error });
}

function busyError(): KitError {
  return new KitError('aborted', {
    message: 'An answer is still under way. Wait for it or stop it, then send again.',
    facts: { retryable: true },
  });
}

function emptyError(): KitError {
  return new KitError('bad-request', {
    message: 'There is nothing to send. Write something or add a picture.',
  });
}

function notFoundError(message: string): KitError {
  return new KitError('invalid-option', { message });
}
