/** A history on a server of the app, message by message. */
import type { ChatEntry } from '../chat/types.js';
import {
  conversationFromJSON,
  conversationWithBytes,
  type ConversationJSON,
} from './conversation-json.js';
import type { ConversationStore, ConversationSummary } from './types.js';

/** One message, as a server keeps it. */
export interface HistoryItem {
  messageId: string;
  /** Id of the message before it; missing for the first. */
  parentId?: string;
  /** The message without bytes. */
  json: ConversationJSON;
  /** Bytes of its images and files, by the id that the JSON refers to. */
  blobs: ReadonlyMap<string, Blob>;
}

/** What a server has to do. Every method may reject: what it did not take is sent again with the next message. */
export interface HistoryAdapter {
  list: () => Promise<readonly ConversationSummary[]>;
  /** Returns the JSON of the messages in order, as they were appended; `undefined` if there are none. */
  load: (id: string) => Promise<readonly unknown[] | undefined>;
  /** Loads the bytes of an image or file that a JSON refers to. @defaultValue its name is shown instead */
  loadBytes?: (id: string, blobId: string) => Promise<Blob | undefined>;
  /**
   * Stores a message that is new or has changed; one with the same `messageId` is replaced, so that a repeated call
   * changes nothing. Answers are appended once they have ended.
   */
  append: (id: string, item: HistoryItem) => Promise<void>;
  /** Removes messages of a conversation. */
  removeMessages?: (id: string, messageIds: readonly string[]) => Promise<void>;
  rename?: (id: string, title: string) => Promise<void>;
  remove: (id: string) => Promise<void>;
}

export interface HistoryStoreOptions {
  /**
   * Called when messages could not be stored: they are sent again with the next save, or by `retry`. Also called when a
   * conversation could not be loaded, without `retry`.
   */
  onFailure?: (error: unknown, retry?: () => void) => void;
}

/** Makes a conversation store of an adapter. Each save sends only the messages that are new or have changed. */
export function createHistoryStore(
  adapter: HistoryAdapter,
  { onFailure }: HistoryStoreOptions = {},
): ConversationStore<ChatEntry> {
  /** What the server has of each conversation, by message id. */
  const stored = new Map<string, Map<string, ChatEntry>>();
  const latest = new Map<string, readonly ChatEntry[]>();
  /** One request at a time, in the order of the calls. */
  let earlier: Promise<unknown> = Promise.resolve();

  function inOrder<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = earlier.then(work);
    earlier = result.catch(() => undefined);
    return result;
  }

  function storedOf(id: string): Map<string, ChatEntry> {
    const known = stored.get(id) ?? new Map<string, ChatEntry>();
    stored.set(id, known);
    return known;
  }

  async function send(id: string): Promise<void> {
    const known = storedOf(id);
    const entries = latest.get(id) ?? [];
    for (const [index, entry] of entries.entries()) {
      const { id: messageId } = entry.message;
      if (known.get(messageId) === entry || isUnderWay(entry)) continue;
      const { json, blobs } = conversationWithBytes([entry]);
      const parentId = entries[index - 1]?.message.id;
      // oxlint-disable-next-line no-await-in-loop -- In order: a message needs the one before it.
      await adapter.append(id, {
        messageId,
        ...(parentId !== undefined && { parentId }),
        json,
        blobs,
      });
      known.set(messageId, entry);
    }
    const shown = new Set(entries.map(({ message }) => message.id));
    const gone = [...known.keys()].filter((messageId) => !shown.has(messageId));
    if (gone.length === 0) return;
    await adapter.removeMessages?.(id, gone);
    for (const messageId of gone) known.delete(messageId);
  }

  async function save(id: string): Promise<void> {
    try {
      await inOrder(() => send(id));
    } catch (error) {
      onFailure?.(error, () => void save(id));
    }
  }

  return {
    save(id, entries) {
      latest.set(id, entries);
      return save(id);
    },
    load: (id) =>
      inOrder(async () => {
        const items = await adapter.load(id).catch((error: unknown) => {
          onFailure?.(error);
          return undefined;
        });
        if (!items) return undefined;
        const entries = await readAll(items, (blobId) => adapter.loadBytes?.(id, blobId));
        stored.set(id, new Map(entries.map((entry) => [entry.message.id, entry])));
        latest.set(id, entries);
        return entries;
      }),
    list: () => adapter.list(),
    ...(adapter.rename && { rename: async (id, title) => adapter.rename?.(id, title) }),
    async remove(id) {
      await inOrder(() => adapter.remove(id));
      stored.delete(id);
      latest.delete(id);
    },
    async clearAll() {
      for (const { id } of await adapter.list()) {
        // oxlint-disable-next-line no-await-in-loop -- A server need not take many requests at once.
        await inOrder(() => adapter.remove(id));
      }
      stored.clear();
      latest.clear();
    },
  };
}

function isUnderWay({ answer }: ChatEntry): boolean {
  return answer?.status === 'waiting' || answer?.status === 'streaming';
}

async function readAll(
  items: readonly unknown[],
  loadBytes: (blobId: string) => Promise<Blob | undefined> | undefined,
): Promise<readonly ChatEntry[]> {
  const read = await Promise.all(
    items.map(async (json) => {
      const { missingIds } = conversationFromJSON<ChatEntry>(json);
      const blobs = new Map<string, Blob>();
      await Promise.all(
        missingIds.map(async (blobId) => {
          const blob = await loadBytes(blobId)?.catch(() => undefined);
          if (blob) blobs.set(blobId, blob);
        }),
      );
      return conversationFromJSON<ChatEntry>(json, { bytesOf: (blobId) => blobs.get(blobId) });
    }),
  );
  // A message that was appended twice by a server that adds to a log is shown once, as it was last.
  const entries = new Map(
    read.flatMap((one) => one.entries.map((entry) => [entry.message.id, entry])),
  );
  return [...entries.values()];
}
