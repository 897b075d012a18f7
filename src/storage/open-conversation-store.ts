import { createId } from '../internal/create-id.js';
import { createChangeChannel } from './change-channel.js';
import { mergeConversations } from './merge-conversations.js';
import { openRecordStore } from './open-record-store.js';
import { readEntries, type ReadEntries } from './read-entries.js';
import type { StoredRecord } from './read-record.js';
import { referenceTo } from './record-items.js';
import type { ChangeRecord, RecordReader } from './record-store.js';
import {
  blobIdsOf,
  fromStoredEntry,
  signatureOf,
  toStoredEntry,
  type StoredEntry,
} from './stored-entry.js';
import type {
  ConversationStore,
  ConversationSummary,
  StorableEntry,
  StorageOptions,
} from './types.js';

/** The database state of a list of entries, as of the last load or save. */
interface Synced<Entry> {
  id: string;
  entries: readonly Entry[];
  stored: readonly StoredEntry[];
  /** Revision of the record at that time. */
  revision: string | undefined;
  /** Whether the record then contained these entries and nothing else. */
  isWhole: boolean;
  /** Parts of the record that cannot be read. */
  unread: readonly unknown[];
}

interface ConversationChange {
  /** Id of the conversation; missing if all have changed. */
  id?: string;
  /** Missing if the conversation was removed, or renamed. */
  revision?: string | undefined;
  isRenamed?: true;
}

const HEADING_LENGTH = 80;

/** Implements `createConversationStore` with the database loaded. */
export function openConversationStore<Entry extends StorableEntry>(
  options: StorageOptions,
): ConversationStore<Entry> {
  const records = openRecordStore({
    ...options,
    kind: 'conversations',
    evictsOldest: false,
    marksRemoved: true,
  });
  const channel = createChangeChannel<ConversationChange>(
    `${options.name ?? 'image-chat-kit'}-conversations`,
  );
  const synced = new WeakMap<readonly Entry[], Synced<Entry>>();
  /** By the ids of the conversations, without their entries: the images of each would stay in memory until the page is closed. */
  const latest = new Map<string, Synced<Entry>>();

  function keep(entries: readonly Entry[], sync: Synced<Entry>): void {
    synced.set(entries, sync);
    latest.set(sync.id, { ...sync, entries: [] });
  }

  function syncOf(id: string, entries?: readonly Entry[]): Synced<Entry> | undefined {
    const sync = entries ? synced.get(entries) : latest.get(id);
    return sync?.id === id ? sync : undefined;
  }

  async function save(
    id: string,
    entries: readonly Entry[],
    basis?: readonly Entry[],
  ): Promise<void> {
    let sync: Synced<Entry> | undefined;
    let isWritten = false;

    const change: ChangeRecord = async (record, reader) => {
      // Only known now: the previous save may have just finished.
      const before = syncOf(id, basis);
      const storedBefore = new Map(
        before?.entries.map((entry, index) => [entry, before.stored[index]]),
      );
      const blobs = new Map<string, Blob>();
      const mine = entries.map((entry) => {
        const stored = toStoredEntry(entry, {
          blobs,
          idOf: (blob) => records.idOf(id, blob),
          isTaken: (blobId) => record !== undefined && blobId in record.blobBytes,
        });
        return storedBefore.get(entry) ?? stored;
      });
      const isAlone =
        record?.revision !== undefined && before?.isWhole && before.revision === record.revision;
      const theirs = isAlone ? undefined : await theirsIn(record, reader);
      const unread = theirs?.unread ?? (record && before?.unread) ?? [];
      const all = theirs ? mergeConversations(before?.stored ?? [], mine, theirs.entries) : mine;
      const revision = createId();
      sync = {
        id,
        entries,
        stored: mine,
        revision,
        isWhole: isSameList(all, mine),
        unread,
      };
      isWritten = false;
      if (all.length + unread.length === 0) {
        isWritten = record !== undefined;
        sync.revision = undefined;
        return record ? 'remove' : 'leave';
      }
      const stored = theirs?.entries ?? before?.stored;
      if (record && stored && isSameList(all, stored)) {
        sync.revision = record.revision;
        return 'leave';
      }
      isWritten = true;
      const ids = new Set(blobIdsOf(all));
      const named = withItemIds(all);
      return {
        value: [...named.map(([itemId]) => referenceTo(itemId)), ...unread],
        items: changedItems(named, record, stored),
        revision,
        title: record?.title,
        heading: headingOf(all),
        blobs: new Map([...blobs].filter(([blobId]) => ids.has(blobId))),
        keptIds: ids,
      };
    };

    const isSaved = await records.update(id, change);
    if (!isSaved || !sync) {
      // The next save is still based on what was saved before.
      const before = syncOf(id, basis);
      if (before) keep(entries, { ...before, isWhole: false });
      return;
    }
    keep(entries, sync);
    // Also if another tab has more than this page shows.
    if (!isWritten && (sync.isWhole || sync.revision === undefined)) return;
    channel.post({ id, revision: sync.revision });
  }

  async function load(id: string, shown?: readonly Entry[]): Promise<readonly Entry[] | undefined> {
    const found = await records.load(id);
    if (!found) {
      if (!syncOf(id, shown) || !(await records.wasRemoved(id))) return undefined;
      const nothing: readonly Entry[] = [];
      keep(nothing, {
        id,
        entries: nothing,
        stored: [],
        revision: undefined,
        isWhole: true,
        unread: [],
      });
      return nothing;
    }
    const { entries: stored, unread } = readEntries(found.record.value);
    const unchanged = shownBySignature(shown && syncOf(id, shown));
    // What the app added to an entry is restored as it was stored.
    const entries = stored.map(
      (entry) =>
        unchanged.get(signatureOf(entry)) ?? (fromStoredEntry(entry, found.blobs) as Entry),
    );
    keep(entries, { id, entries, stored, revision: found.record.revision, isWhole: true, unread });
    return entries;
  }

  return {
    save,
    load,
    async list() {
      const stored = await records.list();
      return stored
        .map(({ key, record }): ConversationSummary => ({
          id: key,
          savedAtMs: record.savedAtMs,
          title: record.title ?? record.heading ?? headingOf(readEntries(record.value).entries),
        }))
        .toSorted((a, b) => b.savedAtMs - a.savedAtMs);
    },
    watchList: (onChange) => channel.listen(onChange),
    async rename(id, title) {
      await records.update(id, (record) =>
        record
          ? {
              value: record.value,
              revision: record.revision,
              title: title.trim() || undefined,
              heading: record.heading,
              savedAtMs: record.savedAtMs,
              blobs: new Map(),
              keptIds: Object.keys(record.blobBytes),
            }
          : 'leave',
      );
      channel.post({ id, isRenamed: true });
    },
    async search(text) {
      const wanted = text.trim().toLocaleLowerCase();
      const stored = await records.list({ withItems: true });
      return stored
        .filter(({ record }) => textsOf(readEntries(record.value).entries).includes(wanted))
        .map(({ key }) => key);
    },
    async remove(id) {
      // An app that writes it again means all of it.
      latest.delete(id);
      await records.remove(id);
      channel.post({ id });
    },
    async clearAll() {
      latest.clear();
      await records.clearAll();
      channel.post({});
    },
    watch(id, shown, onChange) {
      return channel.listen((change) => {
        if ((change?.id !== undefined && change.id !== id) || change?.isRenamed) return;
        const sync = syncOf(id, shown());
        const isKnown = sync?.isWhole && sync.revision === change?.revision;
        if (!change || !isKnown) onChange();
      });
    },
  };
}

/**
 * A record that disappeared without notice was cleared by the browser, and what is on the screen is all
 * there is.
 */
async function theirsIn(
  record: StoredRecord | undefined,
  { readValue, wasRemoved }: RecordReader,
): Promise<ReadEntries | undefined> {
  if (record) return readEntries(await readValue());
  return (await wasRemoved()) ? { entries: [], unread: [] } : undefined;
}

function shownBySignature<Entry>(sync: Synced<Entry> | undefined): ReadonlyMap<string, Entry> {
  return new Map(
    sync?.stored.flatMap((entry, index): [string, Entry][] => {
      const shown = sync.entries[index];
      return shown ? [[signatureOf(entry), shown]] : [];
    }),
  );
}

/** Returns entries with the ids under which they are stored. */
function withItemIds(entries: readonly StoredEntry[]): readonly [string, StoredEntry][] {
  const named = new Map<string, StoredEntry>();
  for (const entry of entries) {
    let id = entry.message.id;
    while (named.has(id)) id += '+';
    named.set(id, entry);
  }
  return [...named];
}

/** Returns the entries that are not stored yet, or have changed. A record of an earlier version holds all of them itself. */
function changedItems(
  named: readonly [string, StoredEntry][],
  record: StoredRecord | undefined,
  stored: readonly StoredEntry[] | undefined,
): ReadonlyMap<string, StoredEntry> {
  const storedIds = new Set(record?.itemIds);
  const before = new Map(withItemIds(stored ?? []));
  return new Map(
    named.filter(([id, entry]) => !storedIds.has(id) || !isSameEntry(entry, before.get(id))),
  );
}

function isSameEntry(a: StoredEntry, b: StoredEntry | undefined): boolean {
  return a === b || (b !== undefined && signatureOf(a) === signatureOf(b));
}

function isSameList(a: readonly StoredEntry[], b: readonly StoredEntry[]): boolean {
  return (
    a === b || (a.length === b.length && a.every((entry, index) => isSameEntry(entry, b[index])))
  );
}

function headingOf(entries: readonly StoredEntry[]): string {
  for (const { message } of entries) {
    const text = message.parts.find((part) => part.type === 'text')?.text.trim();
    if (message.role === 'user' && text) return text.slice(0, HEADING_LENGTH);
  }
  return '';
}

/** All words of a conversation, versions included, in lower case. */
function textsOf(entries: readonly StoredEntry[]): string {
  return entries
    .flatMap(({ message, versions }) => [
      ...message.parts.flatMap((part) => (part.type === 'text' ? part.text : [])),
      ...(versions?.others ?? []).map(textsOf),
    ])
    .join('\n')
    .toLocaleLowerCase();
}
