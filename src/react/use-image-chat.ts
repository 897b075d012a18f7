import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createChatStore } from '../chat/index.js';
import type { AnswerStatus, ChatEntry, Connection, SendInput, SendOutcome } from '../chat/index.js';
import type { KitError } from '../errors.js';
import type { ChatMessage, RequestTarget } from '../messages/index.js';
import { findRules } from '../models/index.js';
import type { ModelImageRules } from '../models/index.js';
import { createTransport } from '../transport/index.js';
import { useKitQueryClient } from './kit-query-client.js';
import { preloadRequestWork, requestPreparation } from './load-request-work.js';
import { problemOfError } from './problem-of-error.js';
import { createRemaker } from './remake-image.js';
import { createStableList } from './stable-list.js';
import type { ImageChat, ImageChatOptions, QuestionOptions } from './types.js';
import { useConversation } from './use-conversation.js';
import { useDraft } from './use-draft.js';
import { useComposer, useComposerText } from './use-composer.js';
import { useHeldPipeline } from './use-held-pipeline.js';
import { useImageMessage } from './use-image-message.js';
import { useImageQueue } from './use-image-queue.js';
import { useLeftOut, useMending } from './use-mending.js';
import { useUploads } from './use-uploads.js';
import { withoutImages } from './without-images.js';

/** A conversation with pictures: what was said, what is being written, and everything one can do with it. */
export function useImageChat(options: ImageChatOptions): ImageChat {
  const { connection, system, labels = false, draftKey, draftStore, imageHistory } = options;
  const { model, wire, baseUrl } = connection;
  const rules = useConnectionRules(connection);
  const target = useRequestTarget(connection, rules);
  const pipeline = useHeldPipeline(options.queue ?? {});
  const prepare = options.queue?.prepare;
  const remake = useMemo(
    () => createRemaker({ pipeline, prepare: { ...prepare, model, rules } }),
    [pipeline, prepare, model, rules],
  );
  const { leftOutIds, leaveOut } = useLeftOut();
  const questionOptions: QuestionOptions = {
    queue: { ...options.queue, pipeline, model, rules },
    message: {
      model,
      wire,
      baseUrl,
      rules,
      labels,
      mendsOnSend: true,
      uploadsOnSend: options.upload !== undefined,
      ...(system !== undefined && { system }),
      ...(imageHistory && { imageHistory }),
      ...(connection.capabilities && { capabilities: connection.capabilities }),
    },
  };
  const queue = useImageQueue(questionOptions.queue);
  const { uploads, states: uploadStates } = useUploads({
    options: options.upload,
    connection,
    images: queue.parts,
  });
  const preparation = useMemo(
    () =>
      requestPreparation({
        target,
        wireName: wire.name,
        remake,
        labels,
        imageHistory,
        leftOutIds,
        uploads,
      }),
    [target, wire.name, remake, labels, imageHistory, leftOutIds, uploads],
  );

  const storeOptions = {
    ...preparation,
    connection,
    createTransport,
    system,
    onTrace: options.onTrace,
  };
  const [store] = useState(() =>
    createChatStore({
      ...storeOptions,
      ...(options.initialEntries && { initialEntries: options.initialEntries }),
    }),
  );
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
  useEffect(() => store.setOptions(storeOptions));
  useEffect(() => store.connect(), [store]);
  useEffect(preloadRequestWork, []);

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

  const text = useComposerText();
  const [stable] = useState(createStableList<ChatMessage>);
  const settled = stable(settledMessages(state.entries));
  const history = useMemo(() => withoutImages(settled, leftOutIds), [settled, leftOutIds]);
  const message = useImageMessage({
    ...questionOptions.message,
    text: text.text,
    images: queue.parts,
    history,
  });
  const conversationProblem = useConversation({
    key: options.conversationKey,
    store: options.conversationStore,
    chat: store,
    entries: state.entries,
  });
  const draftProblem = useDraft({ key: draftKey, store: draftStore, text, queue });
  const storageProblem = conversationProblem ?? draftProblem;
  const isReady = state.status === 'ready';
  const composer = useComposer({ store, queue, text, message, isReady, send, storageProblem });
  const mend = useMending({ store, queue, message, target, remake, leaveOut });

  return {
    ...state,
    connection,
    questionOptions,
    composer: {
      ...composer,
      uploads: uploadStates,
      ...(uploads && { retryUpload: uploads.retry }),
    },
    send,
    stop: store.stop,
    regenerate,
    edit,
    remove: store.remove,
    refusal: useMemo(() => problemOfError(state.error), [state.error]),
    mend,
    leftOutIds,
    dismissError: store.dismissError,
  };
}

function useRequestTarget(
  { model, wire, baseUrl, capabilities }: Connection,
  rules: ModelImageRules,
): RequestTarget {
  const vision = capabilities?.vision;
  const wireName = wire.name;
  return useMemo(
    () => ({
      model,
      rules,
      wire: wireName,
      baseUrl,
      ...(vision !== undefined && { capabilities: { vision } }),
    }),
    [model, rules, wireName, baseUrl, vision],
  );
}

function useConnectionRules({ model, baseUrl, rules }: Connection): ModelImageRules {
  return useMemo(() => rules ?? findRules(model, { baseUrl }), [rules, model, baseUrl]);
}

/** Without the answer under way, which changes with every frame and is no part of the next request yet. */
function settledMessages(entries: readonly ChatEntry[]): readonly ChatMessage[] {
  return entries
    .filter(({ message, answer }) => message.parts.length > 0 && !isUnderWay(answer?.status))
    .map(({ message }) => message);
}

function isUnderWay(status: AnswerStatus | undefined): boolean {
  return status === 'waiting' || status === 'streaming';
}

/**
 * Lets the app's QueryClient see each request, with its failures. The request itself starts at once: a mutation waits for
 * a network that its client believes in, and the person should be told now.
 */
function useSendMutation(): (pending: Promise<SendOutcome>) => Promise<SendOutcome> {
  const { mutateAsync } = useMutation<void, KitError, Promise<SendOutcome>>(
    {
      mutationKey: ['image-chat-kit', 'send'],
      async mutationFn(pending) {
        const outcome = await pending;
        if (!outcome.accepted) throw outcome.error;
      },
      networkMode: 'always',
      retry: false,
      throwOnError: false,
      gcTime: 0,
    },
    useKitQueryClient(),
  );
  return useCallback(
    (pending) => {
      // The outcome itself is what callers get; the mutation is for onlookers.
      mutateAsync(pending).catch(() => {});
      return pending;
    },
    [mutateAsync],
  );
}
