import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { canContinue } from '../chat/can-continue.js';
import { checkConnection } from '../chat/check-connection.js';
import { conversationTotals } from '../chat/conversation-totals.js';
import { createStore } from '../chat/chat-store.js';
import type { ResolveImageUrl } from '../messages/image-urls.js';
import type { AnswerStatus, ChatEntry, SendInput } from '../chat/types.js';
import type { DescribeImages, ImageDescriptions } from '../messages/describe-images.js';
import type { ChatMessage } from '../messages/types.js';
import { createTransport, type Engine, engine, requestSteps, turnSteps } from './engine.js';
import { createStableList } from '../internal/stable-list.js';
import { createStableValue } from './stable-value.js';
import type {
  UseImageChatResult,
  UseImageChatOptions,
  UseImageQueueOptions,
  QuestionOptions,
} from './types.js';
import { useConversation } from './use-conversation.js';
import { fileTypesOf, useAttachedFiles } from './use-attached-files.js';
import { useDraft } from './use-draft.js';
import { useComposer, useComposerText } from './use-composer.js';
import { useHeldPipeline } from './use-held-pipeline.js';
import { useImageQueue } from './use-image-queue.js';
import { useLatest } from './use-latest.js';
import { useLazyModule } from './use-lazy-module.js';
import { useFixAndSend, useFixProblem, useLeftOut } from './use-fix-problem.js';
import { useMentions } from './use-mentions.js';
import { useQuestionMessage } from './use-question-message.js';
import { useQuestionQueue } from './use-question-queue.js';
import { useRequestTarget } from './use-request-target.js';
import { useRuledPipeline } from './use-ruled-pipeline.js';
import { useSendMutation } from './use-send-mutation.js';
import { useUnsent } from './use-unsent.js';
import { useUploads } from './use-uploads.js';

/** A conversation with images: its messages, the draft, and everything that can be done with them. */
export function useImageChat(options: UseImageChatOptions): UseImageChatResult {
  const {
    connection,
    system,
    labels = false,
    altTexts = true,
    draftKey,
    draftStore,
    imageHistory,
    longPasteChars,
  } = options;
  checkConnection(connection);
  const { model, wire, baseUrl } = connection;
  const loaded = useLazyModule(engine);
  const target = useRequestTarget(connection, loaded);
  const { rules } = target;
  const pipeline = useRuledPipeline(useHeldPipeline(options.queue ?? {}), connection);
  const [samePrepare] = useState(createStableValue<UseImageQueueOptions['prepare']>);
  const prepare = samePrepare(options.queue?.prepare);
  const refitsOf = useCallback(
    ({ createRefits, rulesOf }: Engine) =>
      createRefits(pipeline, { ...prepare, model, rules: rulesOf(target) }),
    [pipeline, prepare, model, target],
  );
  const refits = useMemo(() => loaded && refitsOf(loaded), [loaded, refitsOf]);
  const descriptionsOf = useDescriptions(options.describeImages);
  const descriptions = useMemo(() => loaded && descriptionsOf?.(loaded), [loaded, descriptionsOf]);
  const { leftOutIds, leaveOut } = useLeftOut();
  const queueOptions = { ...options.queue, pipeline, model, ...(rules && { rules }) };
  const queue = useImageQueue(queueOptions);
  const { uploads, states: uploadStates } = useUploads({
    options: options.upload,
    connection,
    queue,
    keepsNames: labels === 'names',
  });
  const fileTypes = fileTypesOf(options.acceptFiles, wire);
  const files = useAttachedFiles(fileTypes);
  const questionOptions: QuestionOptions = {
    fileTypes,
    ...(longPasteChars !== undefined && { longPasteChars }),
    queue: queueOptions,
    message: {
      model,
      wire,
      baseUrl,
      labels,
      altTexts,
      fixesOnSend: true,
      uploadsOnSend: options.upload !== undefined,
      leftOutIds,
      ...(refits && { refits }),
      ...(descriptions && { descriptions }),
      ...(uploads && { placed: uploads.placed }),
      ...(rules && { rules }),
      ...(system !== undefined && { system }),
      ...(imageHistory && { imageHistory }),
      ...(connection.capabilities && { capabilities: connection.capabilities }),
      ...(connection.price && { price: connection.price }),
    },
  };
  const steps = useMemo(
    () =>
      requestSteps((loaded) => ({
        connection,
        refits: refitsOf(loaded),
        descriptions: descriptionsOf?.(loaded),
        labels,
        altTexts,
        imageHistory,
        leftOutIds,
        uploads,
      })),
    [connection, refitsOf, descriptionsOf, labels, altTexts, imageHistory, leftOutIds, uploads],
  );

  const resolveImageUrl = useResolveImageUrl(options.resolveImageUrl);
  const storeOptions = {
    ...steps,
    connection,
    createTransport,
    system,
    continueAsk: options.continueAsk,
    responseSchema: options.responseSchema,
    onTrace: options.onTrace,
    onTurn: options.onTurn,
    resolveImageUrl,
  };
  const [store] = useState(() =>
    createStore(
      {
        ...storeOptions,
        ...(options.initialEntries && { initialEntries: options.initialEntries }),
      },
      turnSteps,
    ),
  );
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
  useEffect(() => store.setOptions(storeOptions));
  useEffect(() => store.connect(), [store]);
  useEffect(() => wire.preload?.(), [wire]);

  const track = useSendMutation();
  const send = useCallback((input: SendInput) => track(store.send(input)), [store, track]);
  const regenerate = useCallback(
    (answerId?: string) => track(store.regenerate(answerId)),
    [store, track],
  );
  const edit = useCallback(
    (messageId: string, input: SendInput) => track(store.edit(messageId, input)),
    [store, track],
  );

  const continueAnswer = useCallback(() => track(store.continueAnswer()), [store, track]);

  const text = useComposerText();
  const unsent = useUnsent(queue, files, text.inFlight);
  useMentions(unsent.queue.items, text);
  const [stable] = useState(createStableList<ChatMessage>);
  const message = useQuestionMessage({
    ...questionOptions.message,
    text: text.text,
    images: unsent.queue.parts,
    files: unsent.files.parts,
    history: stable(settledMessages(state.entries)),
  });
  const conversation = useConversation({
    key: options.conversationKey,
    store: options.conversationStore,
    chat: store,
    entries: state.entries,
  });
  const draft = useDraft({
    key: draftKey,
    store: draftStore,
    text,
    queue,
    files,
    chat: store,
    whenConversationLoaded: conversation.whenLoaded,
  });
  const { waiting, problem: queueProblem } = useQuestionQueue({
    chat: store,
    send,
    // An app that stores drafts itself has a reason: its questions are not stored behind its back.
    key: draftStore ? undefined : draftKey,
    whenConversationLoaded: conversation.whenLoaded,
  });
  const storageProblem = conversation.problem ?? draft.problem ?? queueProblem;
  const { whenKept } = draft;
  const keptQueue = useMemo(
    () => (whenKept ? { ...unsent.queue, whenKept } : unsent.queue),
    [unsent.queue, whenKept],
  );
  const isReady = state.status === 'ready';
  const written = useComposer({
    store,
    queue: keptQueue,
    whole: queue,
    files: unsent.files,
    text,
    message,
    isReady,
    send,
    waiting,
    isUploading: options.upload !== undefined,
    storageProblem,
    longPasteChars,
  });
  const composer = useMemo(
    () => ({ ...written, uploads: uploadStates, ...(uploads && { retryUpload: uploads.retry }) }),
    [written, uploadStates, uploads],
  );
  const { messages } = message;
  const fix = useFixAndSend(useFixProblem({ store, queue, messages, target, refits, leaveOut }), {
    composer,
    regenerate,
    isRefused: state.error !== undefined,
  });

  return {
    ...state,
    connection,
    resolveImageUrl,
    questionOptions,
    composer,
    send,
    stop: store.stop,
    tryNow: store.tryNow,
    regenerate,
    edit,
    totals: useMemo(() => conversationTotals(state.entries), [state.entries]),
    canContinue: isReady && state.entries.slice(-1).some(canContinue),
    continueAnswer,
    showVersion: store.showVersion,
    remove: store.remove,
    undoRemove: store.undoRemove,
    rate: store.rate,
    refusal: useMemo(() => loaded?.problemOfError(state.error), [loaded, state.error]),
    fix,
    leftOutIds,
    dismissError: store.dismissError,
  };
}

/** The function may change with each render. */
function useResolveImageUrl(resolve: ResolveImageUrl | undefined): ResolveImageUrl | undefined {
  const latest = useLatest(resolve);
  const isGiven = resolve !== undefined;
  return useMemo(
    () =>
      isGiven
        ? (image, call) => latest.current?.(image, call) ?? Promise.reject(new Error('No resolver'))
        : undefined,
    [isGiven, latest],
  );
}

/** The function may change with each render. */
function useDescriptions(
  describeImages: DescribeImages | undefined,
): ((work: Engine) => ImageDescriptions) | undefined {
  const latest = useLatest(describeImages);
  const isGiven = describeImages !== undefined;
  return useMemo(
    () =>
      isGiven
        ? ({ createDescriptions }) =>
            createDescriptions(async (...asked) => latest.current?.(...asked) ?? [])
        : undefined,
    [isGiven, latest],
  );
}

/**
 * Returns the messages without the answer in flight, which changes with every frame and is not part of the next request
 * yet.
 */
function settledMessages(entries: readonly ChatEntry[]): readonly ChatMessage[] {
  return entries
    .filter(({ message, answer }) => message.parts.length > 0 && !isUnderWay(answer?.status))
    .map(({ message }) => message);
}

function isUnderWay(status: AnswerStatus | undefined): boolean {
  return status === 'waiting' || status === 'streaming';
}
