import { createId } from '../internal/create-id.js';
import { createChangeChannel } from './change-channel.js';
import { joinDrafts, readDrafts, type DraftRecord, type StoredDraft } from './merge-drafts.js';
import { openRecordStore } from './open-record-store.js';
import type { ChangeRecord } from './record-store.js';
import { freeId } from './stored-id.js';
import type { Draft, DraftStore, StorageOptions } from './types.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The database state of a draft of this page. */
interface Synced {
  key: string;
  /** Ids of the stored drafts that its text and images come from. */
  seenIds: ReadonlySet<string>;
}

interface DraftChange {
  key: string;
  /** Ids of the stored drafts that were replaced. */
  seenIds: readonly string[];
  /** Id of the draft that replaced them. */
  id: string | undefined;
  /** The draft that the server has accepted. */
  sent?: { text: string; imageIds: readonly string[] } | undefined;
}

/** Implements `createDraftStore` with the database loaded. */
export function openDraftStore(options: StorageOptions): DraftStore {
  const records = openRecordStore({
    maxAgeMs: DAY_MS,
    ...options,
    kind: 'drafts',
    evictsOldest: true,
    marksRemoved: false,
  });
  const channel = createChangeChannel<DraftChange>(`${options.name ?? 'image-chat-kit'}-drafts`);
  const synced = new WeakMap<Draft, Synced>();
  const latest = new Map<string, Draft>();
  const sentQuestionIds = new Set<string>();

  function keep(key: string, draft: Draft, seenIds: Iterable<string>): void {
    synced.set(draft, { key, seenIds: new Set(seenIds) });
    latest.set(key, draft);
  }

  function seenIdsOf(key: string, draft: Draft | undefined): ReadonlySet<string> {
    const sync = draft && synced.get(draft);
    return sync?.key === key ? sync.seenIds : new Set();
  }

  async function save(key: string, draft: Draft, basis?: Draft): Promise<void> {
    let seenIds: ReadonlySet<string> = new Set();
    let own: StoredDraft | undefined;
    let before: Draft | undefined;

    const change: ChangeRecord = (record) => {
      // Only known now: the previous save may have just finished.
      before = basis ?? latest.get(key);
      seenIds = seenIdsOf(key, before);
      const stored = record ? readDrafts(record.value) : [];
      const others = stored.filter(({ id }) => !seenIds.has(id));
      const blobs = new Map<string, Blob>();
      own = toStoredDraft(draft, (id, file) => {
        const blobId =
          records.idOf(key, file) ??
          freeId(id, file, blobs, (taken) => record !== undefined && taken in record.blobBytes);
        blobs.set(blobId, file);
        return blobId;
      });
      const drafts = own ? [...others, own] : others;
      const [first] = drafts;
      if (!first) return record ? 'remove' : 'leave';
      if (!own && others.length === stored.length) return 'leave';
      const value: DraftRecord = drafts.length === 1 ? first : { ...joinDrafts(drafts), drafts };
      const keptIds = others.flatMap(({ images, files = [] }) =>
        [...images, ...files].map(({ id, blobId }) => blobId ?? id),
      );
      return { value, revision: createId(), blobs, keptIds };
    };

    if (!(await records.update(key, change))) {
      keep(key, draft, seenIdsOf(key, basis));
      return;
    }
    keep(key, draft, own ? [own.id] : []);
    const { question } = draft;
    const isSent = question?.isAccepted === true && !sentQuestionIds.has(question.id);
    if (isSent) sentQuestionIds.add(question.id);
    const sent = isSent && before ? contentOf(before) : undefined;
    channel.post({ key, seenIds: [...seenIds], id: own?.id, sent });
  }

  return {
    save,
    async load(key): Promise<Draft | undefined> {
      const found = await records.load(key);
      const drafts = found ? readDrafts(found.record.value) : [];
      if (!found || drafts.length === 0) return undefined;
      const { text, images, files = [], questionId } = joinDrafts(drafts);
      const withBytes = <Item extends { id: string; blobId?: string }>({
        blobId,
        ...item
      }: Item) => {
        const file = found.blobs.get(blobId ?? item.id);
        return file ? [{ ...item, file }] : [];
      };
      const draft: Draft = {
        text,
        images: images.flatMap(withBytes),
        ...(files.length > 0 && { files: files.flatMap(withBytes) }),
        ...(questionId !== undefined && { question: { id: questionId, isAccepted: false } }),
      };
      keep(
        key,
        draft,
        drafts.map(({ id }) => id),
      );
      return draft;
    },
    clear: records.remove,
    clearAll: records.clearAll,
    watch(key, shown, onSent) {
      /** The drafts that have replaced another one, in other tabs. */
      const successors = new Map<string, readonly string[]>();
      return channel.listen((change) => {
        if (change?.key !== key) return;
        const { seenIds, id, sent } = change;
        if (!sent) {
          if (id === undefined) return;
          for (const seenId of seenIds) {
            successors.set(seenId, [...(successors.get(seenId) ?? []), id]);
          }
          return;
        }
        const draft = shown();
        const own = [...seenIdsOf(key, draft)];
        const gone = new Set(seenIds);
        const isFromSent = own.length > 0 && own.every((at) => isAmong(at, gone, successors));
        if (isFromSent || JSON.stringify(contentOf(draft)) === JSON.stringify(sent)) onSent();
      });
    },
  };
}

function contentOf({ text, images, files = [] }: Draft): NonNullable<DraftChange['sent']> {
  return { text, imageIds: [...images, ...files].map(({ id }) => id) };
}

function isAmong(
  id: string,
  ids: ReadonlySet<string>,
  successors: ReadonlyMap<string, readonly string[]>,
): boolean {
  return ids.has(id) || (successors.get(id) ?? []).some((next) => isAmong(next, ids, successors));
}

/** Returns `undefined` for an empty draft. */
function toStoredDraft(
  { text, images, files = [], question }: Draft,
  placeOf: (id: string, file: Blob) => string,
): StoredDraft | undefined {
  if (text === '' && images.length === 0 && files.length === 0) return undefined;
  const stored = <Item extends { id: string; file: Blob }>({ file, ...item }: Item) => {
    const blobId = placeOf(item.id, file);
    return { ...item, ...(blobId !== item.id && { blobId }) };
  };
  return {
    id: createId(),
    text,
    images: images.map(stored),
    ...(files.length > 0 && { files: files.map(stored) }),
    ...(question && !question.isAccepted && { questionId: question.id }),
  };
}
