import { KitError } from '../errors.js';
import { abortedError } from '../internal/abort.js';
import { createId as createRandomId } from '../internal/create-id.js';
import type { LazyModule } from '../internal/lazy-module.js';
import type { ChatMessage, ImagePart } from '../messages/types.js';
import type { ChatEvent, MessageEndReason, WireWarning } from '../wire/types.js';
import type { ObjectReader } from '../objects/create-object-reader.js';
import { createQuestionSchemas, finishedObject, sampledObject } from './answer-object.js';
import { canContinue } from './can-continue.js';
import { finishedTurn, messageIdsToRemove, requestMessages } from './conversation.js';
import { editedQuestion, newQuestion, type Question, repeatedQuestion } from './question.js';
import { initialChatState, reduceChat, withImages, withRating, type ChatAction } from './reduce.js';
import { createLiveState } from './live-state.js';
import { busyError, notFoundError, refused } from './refusals.js';
import { createTakeUp, interruptedAnswer } from './take-up.js';
import { createTokenCorrection } from './token-correction.js';
import type { RetryWait } from './retry-wait.js';
import type {
  AnswerWait,
  ChatEntry,
  ChatState,
  ChatStore,
  ChatStoreOptions,
  Connection,
  SendInput,
  SendOutcome,
} from './types.js';
import type { Turn, TurnSteps } from './turn.js';
import { withoutMessages } from './versions.js';

const nothing = (): void => {};

/** A chat store that loads what a turn needs, or has it already. */
export function createStore(
  initialOptions: ChatStoreOptions,
  turnSteps: Pick<LazyModule<TurnSteps>, 'current' | 'load'>,
): ChatStore {
  let options = initialOptions;
  let turn: Turn | undefined;
  let isLeft = false;
  const correction = initialOptions.tokenCorrection ?? createTokenCorrection();
  const schemas = createQuestionSchemas();
  const live = createLiveState(initialChatState(options.initialEntries), withEvents);

  const takeUp = createTakeUp(turnSteps, {
    find: () =>
      turn || isLeft ? undefined : interruptedAnswer(live.state.entries, options.connection),
    resume({ answerId, resumeId }, letGo) {
      const messages = requestMessages(live.state.entries, options.system);
      const resumed = { isAccepted: true, resumeId, letGo };
      void startTurn(messages, { type: 'turn-resume', answerId }, resumed);
    },
  });

  const now = (): number => (options.now ?? Date.now)();
  const createId = (): string => (options.createId ?? createRandomId)();

  function withEvents(before: ChatState, events: readonly ChatEvent[]): ChatState {
    const steps = turnSteps.current();
    if (!turn || !steps) return before;
    const { answerId, objects } = turn;
    const after = steps
      .joinDeltas(events)
      .reduce((state, event) => steps.reduceEvent(state, answerId, event, now()), before);
    const entry = entryIn(after, answerId);
    if (!objects || !entry?.answer) return after;
    const object = sampledObject(objects, entry);
    return object === entry.answer.object
      ? after
      : reduceChat(after, { type: 'answer-object', answerId, object });
  }

  function startTurn(
    messages: readonly ChatMessage[],
    action: Extract<ChatAction, { type: 'turn-start' | 'turn-continue' | 'turn-resume' }>,
    resumed?: Pick<Turn, 'isAccepted' | 'resumeId' | 'letGo'>,
  ): Promise<SendOutcome> {
    const own: Turn = {
      connection: options.connection,
      answerId: action.answerId,
      questionId: messages.findLast(({ role }) => role === 'user')?.id,
      entriesBefore: live.state.entries,
      controller: new AbortController(),
      isAccepted: false,
      settle: nothing,
      ...resumed,
    };
    const outcome = new Promise<SendOutcome>((resolve) => {
      own.settle = resolve;
    });
    turn = own;
    live.dispatch(action);
    void run(own, messages, outcome, action.type);
    return outcome;
  }

  function ask(question: () => Question | KitError): Promise<SendOutcome> {
    if (turn) return refused(busyError());
    const asked = question();
    if (KitError.is(asked)) return refused(asked);
    return startTurn(requestMessages(asked.entries, options.system), {
      type: 'turn-start',
      ...asked,
      answerId: createId(),
      nowMs: now(),
    });
  }

  async function run(
    own: Turn,
    conversation: readonly ChatMessage[],
    outcome: Promise<SendOutcome>,
    kind: ChatAction['type'],
  ): Promise<void> {
    const isContinuation = kind === 'turn-continue';
    const { resolveImageUrl, prepareMessages, recover, describeImages, onTrace, createTransport } =
      options;
    const store = { updateImages, describeImages };
    try {
      const steps = turnSteps.current() ?? (await turnSteps.load());
      const schema = schemas.of(own.questionId ?? '', options.responseSchema);
      own.objects = schema && (await steps.openObjectReader(schema));
      const messages = isContinuation
        ? steps.messagesToContinue(conversation, own.answerId, options.continueAsk)
        : conversation;
      await steps.runTurn({
        connection: own.connection,
        createTransport,
        messages,
        // A server that is forced to a form would begin a new object instead of going on with this one.
        responseSchema: isContinuation ? undefined : own.objects?.wire,
        async prepareMessages(shown, signal) {
          const sent = await steps.withResolvedUrls(shown, resolveImageUrl);
          return prepareMessages
            ? prepareMessages(sent, signal, outcome, store)
            : steps.describeForModel(sent, own.connection, signal, store);
        },
        recover: recover && ((error, sent, turn) => recover(error, sent, { ...turn, ...store })),
        onTrace,
        signal: own.controller.signal,
        onRequest(sent, warnings) {
          noteWarnings(own, warnings);
          noteEstimate(own, steps.estimateInputTokens(sent, own.connection));
        },
        onAccepted: () => accept(own),
        ...(kind === 'turn-resume' && {
          resumed: {
            id: own.resumeId ?? '',
            keptSize: steps.answerSize(entryOf(own)?.message.parts ?? []),
            onGone: () => endTurn(own, 'gone'),
          },
        }),
        // What was there before an answer was continued does not arrive again.
        ...(!isContinuation && {
          onResumable: (id) => noteResumable(own, id),
          onRestart: () => restart(own),
        }),
        onRetryWait: (wait) => noteRetryWait(own, wait),
        onEvent(event) {
          if (turn !== own) return;
          live.push(event);
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

  function noteResumable(own: Turn, id: string): void {
    if (turn !== own) return;
    own.resumeId = id;
    const resume = { wire: own.connection.wire.name, id };
    live.dispatch({ type: 'answer-resumable', answerId: own.answerId, resume });
    void hold(own, id);
  }

  async function hold(own: Turn, id: string): Promise<void> {
    const letGo = await turnSteps.current()?.holdAnswer(id);
    if (turn === own) own.letGo = letGo;
    else letGo?.();
  }

  function restart(own: Turn): void {
    const steps = turnSteps.current();
    if (turn !== own || !steps) return;
    live.takeIn();
    live.change((state) => steps.restartAnswer(state, own.answerId));
  }

  function noteWarnings(own: Turn, warnings: readonly WireWarning[]): void {
    const steps = turnSteps.current();
    if (turn !== own || !steps) return;
    live.change((state) => ({
      ...state,
      entries: steps.withWarnings(state.entries, own.questionId, warnings),
    }));
  }

  function noteEstimate(own: Turn, tokens: number | undefined): void {
    if (turn !== own) return;
    const { model, price } = own.connection;
    const { inputTokens = 0 } = answerOf(own)?.earlierTokens ?? {};
    own.estimatedTokens = tokens;
    noteSoon({
      type: 'turn-request',
      answerId: own.answerId,
      facts: {
        ...(tokens !== undefined && {
          estimatedInputTokens: inputTokens + Math.round(tokens * correction.factor(model)),
        }),
        model,
        ...(price && { price }),
      },
      nowMs: now(),
    });
  }

  function noteRetryWait(own: Turn, retry: RetryWait | undefined): void {
    if (turn !== own) return;
    own.tryNow = retry?.tryNow;
    const sinceMs = now();
    const wait: AnswerWait = retry
      ? { for: 'retry', sinceMs, nextTryAtMs: sinceMs + retry.ms, error: retry.error }
      : { for: 'model', sinceMs };
    noteSoon({ type: 'turn-wait', wait });
  }

  function noteSoon(action: ChatAction): void {
    live.change((state) => reduceChat(state, action));
    live.schedule();
  }

  function entryOf({ answerId }: Turn): ChatEntry | undefined {
    return entryIn(live.state, answerId);
  }

  function answerOf(own: Turn): ChatEntry['answer'] {
    return entryOf(own)?.answer;
  }

  async function finishObject(own: Turn, reader: ObjectReader): Promise<void> {
    const object = await finishedObject(reader, entryOf(own));
    live.dispatch({ type: 'answer-object', answerId: own.answerId, object });
  }

  function learn(own: Turn): void {
    const { inputTokens, earlierTokens } = answerOf(own) ?? {};
    if (own.estimatedTokens === undefined || inputTokens === undefined) return;
    const usedTokens = inputTokens - (earlierTokens?.inputTokens ?? 0);
    correction.learn(own.connection.model, own.estimatedTokens, usedTokens);
  }

  function endTurn(own: Turn, end: KitError | MessageEndReason | 'gone' | 'left'): void {
    if (turn !== own) return;
    live.takeIn();
    learn(own);
    turn = undefined;
    const { answerId, entriesBefore, isAccepted, settle } = own;
    own.letGo?.();
    if (end === 'gone' || end === 'left') {
      live.dispatch({ type: 'turn-leave', answerId, isGone: end === 'gone', nowMs: now() });
      settle({ accepted: true });
      if (end === 'left') return;
    } else if (typeof end === 'string') {
      live.dispatch({ type: 'turn-end', answerId, reason: end, nowMs: now() });
      settle({ accepted: true });
      if (own.objects && answerOf(own)?.status === 'complete') void finishObject(own, own.objects);
    } else if (!isAccepted) {
      const shown = end.code === 'aborted' ? {} : { error: end };
      live.dispatch({ type: 'turn-withdraw', entries: entriesBefore, ...shown, nowMs: now() });
      settle({ accepted: false, error: end });
    } else if (end.code === 'aborted') {
      live.dispatch({ type: 'turn-stop', answerId, nowMs: now() });
    } else {
      live.dispatch({ type: 'turn-fail', answerId, error: end, nowMs: now() });
    }
    if (isAccepted || typeof end === 'string') reportTurn(answerId);
  }

  /** Later, so that an error of the app's cannot disturb the store. */
  function reportTurn(answerId: string): void {
    const { onTurn } = options;
    const finished = onTurn && finishedTurn(live.state.entries, answerId);
    if (finished) queueMicrotask(() => onTurn(finished));
  }

  /** Does not wait for the network: anything that still arrives is late. */
  function stop(): void {
    const own = turn;
    if (!own) return;
    own.controller.abort(abortedError());
    endTurn(own, abortedError());
    if (own.resumeId === undefined) return;
    void turnSteps.current()?.cancelAnswer(own.connection, options.createTransport, own.resumeId);
  }

  function leave(): void {
    const own = turn;
    if (own?.resumeId === undefined) {
      stop();
      return;
    }
    own.controller.abort(abortedError());
    endTurn(own, 'left');
  }

  function send(input: SendInput): Promise<SendOutcome> {
    return ask(() => newQuestion(live.state.entries, createQuestionId(input), input));
  }

  function createQuestionId(input: SendInput): () => string {
    return () => {
      const id = createId();
      schemas.set(id, input);
      return id;
    };
  }

  function regenerate(answerId?: string): Promise<SendOutcome> {
    return ask(() => repeatedQuestion(live.state.entries, answerId));
  }

  function edit(messageId: string, input: SendInput): Promise<SendOutcome> {
    return ask(() => {
      schemas.set(messageId, input);
      return editedQuestion(live.state.entries, messageId, input);
    });
  }

  function continueAnswer(): Promise<SendOutcome> {
    if (turn) return refused(busyError());
    const answer = live.state.entries.at(-1);
    if (!answer || !canContinue(answer)) {
      return refused(notFoundError('There is no answer that can be continued.'));
    }
    const answerId = answer.message.id;
    return startTurn(requestMessages(live.state.entries, options.system), {
      type: 'turn-continue',
      answerId,
      nowMs: now(),
    });
  }

  function remove(messageId: string): void {
    if (turn?.answerId === messageId || turn?.questionId === messageId) stop();
    const messageIds = messageIdsToRemove(live.state.entries, messageId);
    if (turn) {
      turn.beforeRemoval = turn.entriesBefore;
      turn.entriesBefore = withoutMessages(turn.entriesBefore, messageIds);
    }
    live.dispatch({ type: 'message-remove', messageIds });
  }

  function undoRemove(): void {
    if (turn?.beforeRemoval) turn.entriesBefore = turn.beforeRemoval;
    live.dispatch({ type: 'removal-undo' });
  }

  function updateImages(change: (image: ImagePart) => ImagePart | undefined): void {
    if (turn) turn.entriesBefore = withImages(turn.entriesBefore, change);
    live.dispatch({ type: 'images-change', change });
  }

  return {
    getSnapshot: () => live.state,
    subscribe: live.subscribe,
    send,
    stop,
    leave,
    tryNow: () => turn?.tryNow?.(),
    regenerate,
    edit,
    continueAnswer,
    showVersion(messageId, versionIndex) {
      if (!turn) live.dispatch({ type: 'version-show', messageId, versionIndex });
    },
    remove,
    undoRemove,
    setEntries(change) {
      if (turn) turn.entriesBefore = change(turn.entriesBefore);
      live.dispatch({ type: 'entries-change', change });
      void takeUp();
    },
    updateImages,
    rate(answerId, rating) {
      if (turn) turn.entriesBefore = withRating(turn.entriesBefore, answerId, rating);
      live.dispatch({ type: 'answer-rate', answerId, rating });
    },
    dismissError: () => live.dispatch({ type: 'error-dismiss' }),
    tokenFactor: correction.factor,
    setOptions(changed) {
      const before = options.connection;
      options = { ...options, ...changed };
      // What one server said does not apply to another.
      if (live.state.error && !isSameServer(before, options.connection)) {
        live.dispatch({ type: 'error-dismiss' });
      }
    },
    connect() {
      isLeft = false;
      void takeUp();
      return () => {
        isLeft = true;
        leave();
        live.cancel();
      };
    },
  };
}

function isSameServer(one: Connection, other: Connection): boolean {
  return (
    one.wire.name === other.wire.name && one.baseUrl === other.baseUrl && one.model === other.model
  );
}

function entryIn({ entries }: ChatState, answerId: string): ChatEntry | undefined {
  return entries.findLast(({ message }) => message.id === answerId);
}
