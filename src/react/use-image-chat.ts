import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createChatStore, labelQuestions } from '../chat/index.js';
import type {
  AnswerStatus,
  ChatEntry,
  ChatStoreOptions,
  Connection,
  SendInput,
  SendOutcome,
} from '../chat/index.js';
import type { KitError } from '../errors.js';
import type { ChatMessage } from '../messages/types.js';
import { findRules } from '../models/index.js';
import type { ModelImageRules } from '../models/index.js';
import { createTransport } from '../transport/index.js';
import { useKitQueryClient } from './kit-query-client.js';
import { createStableList } from './stable-list.js';
import type { ImageChat, ImageChatOptions } from './types.js';
import { useDraft } from './use-draft.js';
import { useComposer, useComposerText } from './use-composer.js';
import { useImageMessage } from './use-image-message.js';
import { useImageQueue } from './use-image-queue.js';

/** A conversation with pictures: what was said, what is being written, and everything one can do with it. */
export function useImageChat(options: ImageChatOptions): ImageChat {
  const { connection, system, labels, draftKey, draftStore } = options;
  const [store] = useState(() => createChatStore(storeOptions(options)));
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
  useEffect(() => store.setOptions(storeOptions(options)));
  useEffect(() => store.connect(), [store]);

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
  const rules = useConnectionRules(connection);
  const queue = useImageQueue({ ...options.queue, model: connection.model, rules });
  const [stable] = useState(createStableList<ChatMessage>);
  const history = stable(settledMessages(state.entries));
  const message = useImageMessage({
    model: connection.model,
    wire: connection.wire,
    baseUrl: connection.baseUrl,
    rules,
    text: text.text,
    images: queue.parts,
    history,
    ...(system !== undefined && { system }),
    ...(labels !== undefined && { labels }),
    ...(connection.capabilities && { capabilities: connection.capabilities }),
  });
  const isReady = state.status === 'ready';
  const storageProblem = useDraft({ key: draftKey, store: draftStore, text, queue });
  const composer = useComposer({ store, queue, text, message, isReady, send, storageProblem });

  return {
    ...state,
    connection,
    composer,
    send,
    stop: store.stop,
    regenerate,
    edit,
    remove: store.remove,
    dismissError: store.dismissError,
  };
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

function storeOptions(options: ImageChatOptions): ChatStoreOptions {
  const { connection, system, labels = false, initialEntries, onTrace } = options;
  return {
    connection,
    createTransport,
    system,
    prepareMessages: labels ? labelQuestions : undefined,
    onTrace,
    ...(initialEntries && { initialEntries }),
  };
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
