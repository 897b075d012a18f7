import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChatEntry } from '../chat/types.js';
import { createId } from '../internal/create-id.js';
import { createLazyModule } from '../internal/lazy-module.js';
import { createConversationStore } from '../storage/conversation-store.js';
import type { ConversationJSONProblem } from '../storage/conversation-json.js';
import type { ExportFormat, ExportOptions } from '../storage/export-conversation.js';
import type { ConversationStore, ConversationSummary, StorageProblem } from '../storage/types.js';
import { useLatest } from './use-latest.js';

const transferModule = createLazyModule(() => import('../storage/export-conversation.js'));

export interface UseConversationsOptions {
  /** Where conversations are stored. @defaultValue in IndexedDB, as `ImageChat` does */
  store?: ConversationStore<ChatEntry>;
  /** Titles of conversations that should not be called by their first question. */
  titleOf?: (conversation: ConversationSummary) => string;
  /** The conversation to begin with. @defaultValue the one that this tab showed last, or a new one */
  initialId?: string;
  /** Remembers which conversation this tab shows; `false` remembers nothing. @defaultValue 'image-chat-kit' */
  rememberAs?: string | false;
}

/** Why the list could not do something. */
export type ConversationsFailure =
  /** The app's store has failed; `retry` repeats what was tried. */
  | { kind: 'store'; retry: () => void }
  /** A file could not be imported, or not whole. */
  | { kind: 'import'; code: ConversationJSONProblem['code'] };

export interface UseConversationsResult {
  /** Pass it to the chat as `conversationStore`. */
  store: ConversationStore<ChatEntry>;
  /** Pass it to the chat as `conversationKey`. */
  currentId: string;
  /** Latest first, as far as they match `query`. `undefined` while they load. */
  items: readonly ConversationSummary[] | undefined;
  /** When they were listed: what "today" is. */
  listedAtMs: number;
  query: string;
  setQuery: (query: string) => void;
  open: (id: string) => void;
  /** Begins a conversation, which is listed once it has a question. */
  create: () => void;
  /** Missing if the store cannot rename. */
  rename?: (id: string, title: string) => void;
  /** Deletes a conversation. `undoRemove` brings it back until the next deletion, or until `dismissRemoved`. */
  remove: (id: string) => void;
  removed: ConversationSummary | undefined;
  undoRemove: () => void;
  dismissRemoved: () => void;
  /** Returns a conversation as a file. */
  exportAs: (
    id: string,
    format: ExportFormat,
    options?: Omit<ExportOptions, 'format' | 'title'>,
  ) => Promise<Blob | undefined>;
  /** Adds an exported JSON as a conversation of its own, and opens it. */
  importFile: (file: Blob) => Promise<void>;
  failure: ConversationsFailure | undefined;
  dismissFailure: () => void;
  storageProblem: StorageProblem | undefined;
}

interface Listed {
  all: readonly ConversationSummary[] | undefined;
  listedAtMs: number;
}

interface Removed {
  summary: ConversationSummary;
  entries: readonly ChatEntry[];
}

/** The stored conversations, and the one that this tab shows. */
export function useConversations(options: UseConversationsOptions = {}): UseConversationsResult {
  const { rememberAs = 'image-chat-kit', titleOf } = options;
  const [storageProblem, setStorageProblem] = useState<StorageProblem>();
  const [ownStore] = useState(() =>
    options.store
      ? undefined
      : createConversationStore<ChatEntry>({ onProblem: setStorageProblem }),
  );
  const store = (options.store ?? ownStore) as ConversationStore<ChatEntry>;
  const [currentId, setCurrentId] = useState(
    () => options.initialId ?? remembered(rememberAs) ?? createId(),
  );
  useEffect(() => remember(rememberAs, currentId), [rememberAs, currentId]);

  const [{ all, listedAtMs }, setListed] = useState<Listed>({ all: undefined, listedAtMs: 0 });
  const [query, setQuery] = useState('');
  const [foundIds, setFoundIds] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<{ work: () => Promise<void> }>();
  const [importProblem, setImportProblem] = useState<ConversationJSONProblem['code']>();
  const [removed, setRemoved] = useState<Removed>();
  /** Deleted once the chat has left it, so that it does not write it again. */
  const [leaving, setLeaving] = useState<ConversationSummary>();
  const latest = useLatest({ store, currentId, all });

  const attempt = useCallback(async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      setFailed((before) => (before?.work === work ? undefined : before));
    } catch {
      setFailed({ work });
    }
  }, []);

  const lastRefresh = useRef(0);
  const refresh = useCallback(async () => {
    lastRefresh.current += 1;
    const own = lastRefresh.current;
    const listed = await store.list();
    if (own === lastRefresh.current) setListed({ all: listed, listedAtMs: Date.now() });
  }, [store]);

  useEffect(() => {
    queueMicrotask(() => void attempt(refresh));
    return store.watchList?.(() => void attempt(refresh));
  }, [store, refresh, attempt]);

  useEffect(() => {
    let isWanted = true;
    const search = async (): Promise<void> => {
      const ids = query.trim() === '' ? [] : await store.search?.(query);
      if (isWanted) setFoundIds(new Set(ids));
    };
    queueMicrotask(() => void attempt(search));
    return () => {
      isWanted = false;
    };
  }, [query, store, attempt]);

  useEffect(() => {
    if (!leaving) return;
    const leave = async (): Promise<void> => {
      const entries = await store.load(leaving.id);
      await store.remove(leaving.id);
      if (entries && entries.length > 0) setRemoved({ summary: leaving, entries });
      setLeaving((before) => (before === leaving ? undefined : before));
      await refresh();
    };
    queueMicrotask(() => void attempt(leave));
  }, [leaving, store, refresh, attempt]);

  const named = useMemo(
    () => all?.map((one) => (titleOf ? { ...one, title: titleOf(one) } : one)),
    [all, titleOf],
  );
  const items = useMemo(() => {
    const wanted = query.trim().toLocaleLowerCase();
    if (wanted === '') return named;
    return named?.filter(
      ({ id, title }) => foundIds.has(id) || title.toLocaleLowerCase().includes(wanted),
    );
  }, [named, query, foundIds]);

  const canRename = store.rename !== undefined;
  return {
    store,
    currentId,
    items,
    listedAtMs,
    query,
    setQuery,
    open: setCurrentId,
    create: () => setCurrentId(createId()),
    ...(canRename && {
      rename: (id: string, title: string) =>
        void attempt(async () => {
          await store.rename?.(id, title);
          await refresh();
        }),
    }),
    remove(id) {
      const summary = named?.find((one) => one.id === id);
      if (!summary) return;
      if (id === currentId) setCurrentId(createId());
      setLeaving(summary);
    },
    removed: removed?.summary,
    undoRemove() {
      if (!removed) return;
      const { summary, entries } = removed;
      void attempt(async () => {
        // Based on nothing: no other tab has removed any of it since.
        await store.save(summary.id, entries, []);
        await store.rename?.(summary.id, summary.title);
        setRemoved(undefined);
        await refresh();
      });
    },
    dismissRemoved: () => setRemoved(undefined),
    async exportAs(id, format, exportOptions) {
      let file: Blob | undefined;
      await attempt(async () => {
        const [entries, { exportConversation }] = await Promise.all([
          store.load(id),
          transferModule.load(),
        ]);
        const title = latest.current.all?.find((one) => one.id === id)?.title;
        file =
          entries &&
          (await exportConversation(entries, {
            ...exportOptions,
            format,
            ...(title && { title }),
          }));
      });
      return file;
    },
    async importFile(file) {
      await attempt(async () => {
        const { importConversation } = await transferModule.load();
        const { entries, title, problem } = await importConversation<ChatEntry>(file);
        setImportProblem(problem?.code);
        if (entries.length === 0) return;
        const id = createId();
        await store.save(id, entries, []);
        if (title) await store.rename?.(id, title);
        await refresh();
        setCurrentId(id);
      });
    },
    failure: failureOf(failed && (() => void attempt(failed.work)), importProblem),
    dismissFailure() {
      setFailed(undefined);
      setImportProblem(undefined);
    },
    storageProblem,
  };
}

function failureOf(
  retry: (() => void) | undefined,
  code: ConversationJSONProblem['code'] | undefined,
): ConversationsFailure | undefined {
  if (retry) return { kind: 'store', retry };
  return code && { kind: 'import', code };
}

const keyOf = (name: string): string => `${name}-conversation`;

/** Of this tab: each tab may show another conversation. */
function remembered(name: string | false): string | undefined {
  if (name === false) return undefined;
  try {
    return sessionStorage.getItem(keyOf(name)) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(name: string | false, id: string): void {
  if (name === false) return;
  try {
    sessionStorage.setItem(keyOf(name), id);
  } catch {
    // The next reload begins a new conversation; this one is in the list.
  }
}
