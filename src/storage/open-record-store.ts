/**
 * Records with separate Blobs and items in one IndexedDB store. A Blob is written once per id and stays unchanged while
 * its record changes, so that saving a line of text does not rewrite thirty megabytes.
 */
import { promisifyRequest } from 'idb-keyval';
import { createOperationQueue } from './operation-queue.js';
import { planSave, type RecordFacts, type SavePlan } from './plan-save.js';
import { formatOf, isNewer, readRecord, type StoredRecord } from './read-record.js';
import { isQuotaError, openRecordDatabase, readUnlessGone } from './record-database.js';
import type {
  ChangeRecord,
  ListedRecord,
  LoadedRecord,
  RecordReader,
  RecordStore,
  RecordStoreOptions,
} from './record-store.js';
import { itemIdsIn, withItems, writeItems } from './record-items.js';
import { belongsToAny, blobKey, isRecordKey, keysOf, RECORD, removeRecord } from './record-keys.js';
import { deleteMark, hasMark, keysOfMarks, putMark } from './removal-marks.js';
import { createProblemReporter } from './storage-problem.js';
import { readBytes, toBlob, type StoredBytes } from './stored-bytes.js';

const MEBIBYTE = 1024 * 1024;

/** Returns what is written for a Blob, or `undefined` if it cannot be stored. */
type Encode = (blob: Blob) => Blob | StoredBytes | undefined;

export function openRecordStore(options: RecordStoreOptions): RecordStore {
  const { name = 'image-chat-kit', kind, now = Date.now } = options;
  const limits = {
    maxBytesPerImage: 10 * MEBIBYTE,
    maxTotalBytes: 300 * MEBIBYTE,
    maxAgeMs: Number.POSITIVE_INFINITY,
    ...options,
  };
  const database = openRecordDatabase(`${name}-${kind}`);
  const report = createProblemReporter(options.onProblem);
  /** Where each Blob of this page is stored. */
  const places = new WeakMap<Blob, string>();
  /** The reverse map, so that an image that is loaded again stays the same Blob. */
  const placed = new Map<string, WeakRef<Blob>>();
  /** Files that can no longer be read. */
  const lost = new WeakSet<Blob>();
  const run = createOperationQueue(report);
  let hasMadeRoom = false;

  function isTooOld({ savedAtMs }: { savedAtMs: number }): boolean {
    return now() - savedAtMs > limits.maxAgeMs;
  }

  async function read(
    store: IDBObjectStore,
    key: string,
  ): Promise<StoredRecord | 'newer' | undefined> {
    const record = readRecord(await promisifyRequest<unknown>(store.get(RECORD + key)), now());
    if (!record || isTooOld(record)) return undefined;
    if (!isNewer(record)) return record;
    report('storage-newer');
    return 'newer';
  }

  function place(at: string, blob: Blob): void {
    places.set(blob, at);
    placed.set(at, new WeakRef(blob));
  }

  async function update(key: string, change: ChangeRecord): Promise<void> {
    const tried = new Set<Blob>();
    try {
      await write(key, change, (blob) => {
        tried.add(blob);
        return blob;
      });
    } catch (error) {
      if (tried.size === 0) {
        if (!isQuotaError(error)) throw error;
        await write(key, change, () => undefined, { isMarked: false });
        return;
      }
      await updateInBytes(key, change, tried, error);
    }
  }

  /** An image that cannot be stored affects neither the text nor the other images. */
  async function updateInBytes(
    key: string,
    change: ChangeRecord,
    blobs: ReadonlySet<Blob>,
    error: unknown,
  ): Promise<void> {
    let bytes: ReadonlyMap<Blob, StoredBytes> = new Map();
    if (!isQuotaError(error)) {
      bytes = await readBytes(blobs);
      for (const blob of blobs) if (!bytes.has(blob)) lost.add(blob);
      if (bytes.size < blobs.size) report('image-not-kept');
    }
    try {
      if (bytes.size === 0) throw error;
      await write(key, change, (blob) => bytes.get(blob));
    } catch (secondError) {
      await write(key, change, () => undefined).catch(async (thirdError: unknown) => {
        await removeReplaced(key, change);
        throw thirdError;
      });
      report(isQuotaError(secondError) ? 'storage-full' : 'image-not-kept');
    }
  }

  /** A removal leaves no mark where there may be no room for one. */
  async function write(
    key: string,
    change: ChangeRecord,
    encode: Encode,
    { isMarked } = { isMarked: limits.marksRemoved },
  ): Promise<void> {
    const written = await database.transact('readwrite', async (store) => {
      const stored = await read(store, key);
      if (stored === 'newer') return [];
      const next = await change(stored, readerOf(store, key, stored));
      if (next === 'leave') return [];
      if (next === 'remove') {
        removeRecord(store, key);
        if (isMarked) putMark(store, key, now());
        return [];
      }
      const { value, revision, title, heading, items = new Map<string, unknown>() } = next;
      const { keptIds, savedAtMs = now() } = next;
      const itemIds = itemIdsIn(value);
      const atHand = [...next.blobs].filter(([, blob]) => !lost.has(blob));
      const wantedBytes = new Map(atHand.map(([id, { size }]) => [id, size]));
      const storedBytes = stored?.blobBytes ?? {};
      for (const id of keptIds) {
        const bytes = storedBytes[id];
        if (bytes !== undefined && !wantedBytes.has(id)) wantedBytes.set(id, bytes);
      }
      const fresh = atHand.filter(
        ([id, blob]) => !(id in storedBytes && places.get(blob) === blobKey(key, id)),
      );
      const { blobBytes } =
        fresh.length > 0 || !hasMadeRoom
          ? await makeRoom(store, key, { wantedBytes, itemIds })
          : { blobBytes: Object.fromEntries(wantedBytes) };
      const encoded = fresh.flatMap(([id, blob]) => {
        if (!(id in blobBytes)) return [];
        const bytes = encode(blob);
        if (bytes) return [{ id, blob, bytes }];
        delete blobBytes[id];
        return [];
      });
      for (const id of Object.keys(storedBytes)) {
        if (!(id in blobBytes)) store.delete(blobKey(key, id));
      }
      for (const { id, bytes } of encoded) store.put(bytes, blobKey(key, id));
      writeItems(store, key, { items, keptIds: itemIds, storedIds: stored?.itemIds ?? [] });
      const named = {
        ...(title !== undefined && { title }),
        ...(heading !== undefined && { heading }),
      };
      const format = formatOf(value);
      store.put({ format, savedAtMs, blobBytes, revision, ...named, value }, RECORD + key);
      deleteMark(store, key);
      return encoded;
    });
    for (const { id, blob } of written) place(blobKey(key, id), blob);
  }

  /** Removes what was replaced, such as the original of a redacted image, even if nothing can be written. */
  async function removeReplaced(key: string, change: ChangeRecord): Promise<void> {
    await database.transact('readwrite', async (store) => {
      const stored = await read(store, key);
      if (stored === 'newer' || !stored) return;
      const next = await change(stored, readerOf(store, key, stored));
      if (next === 'leave' || next === 'remove') return;
      const wantedIds = new Set([...next.blobs.keys(), ...next.keptIds]);
      for (const id of Object.keys(stored.blobBytes)) {
        if (!wantedIds.has(id)) store.delete(blobKey(key, id));
      }
    });
  }

  /** Removes what is too old, what must make room for new content, and what belongs to no record. */
  async function makeRoom(
    store: IDBObjectStore,
    key: string,
    {
      wantedBytes,
      itemIds,
    }: Pick<RecordFacts, 'itemIds'> & {
      wantedBytes: ReadonlyMap<string, number>;
    },
  ): Promise<SavePlan> {
    const storedKeys = await promisifyRequest(store.getAllKeys());
    const others = new Map<string, RecordFacts>();
    const protectedKeys = new Set<string>();
    for (const [otherKey, record] of await readAll(store, storedKeys)) {
      if (otherKey === key) continue;
      if (!isNewer(record)) others.set(otherKey, record);
      else if (!isTooOld(record)) protectedKeys.add(otherKey);
    }
    const plan = planSave(others, wantedBytes, now(), limits);
    if (plan.isTooLarge) report('image-too-large');
    if (plan.isFull) report('storage-full');
    const marks = await keysOfMarks(store, now());
    const wantedKeys = new Set<IDBValidKey>([...keysOf(key, { ...plan, itemIds }), ...marks]);
    for (const keptKey of plan.keptKeys) {
      const kept = others.get(keptKey);
      for (const wantedKey of kept ? keysOf(keptKey, kept) : []) wantedKeys.add(wantedKey);
    }
    for (const storedKey of storedKeys) {
      if (!wantedKeys.has(storedKey) && !belongsToAny(storedKey, protectedKeys)) {
        store.delete(storedKey);
      }
    }
    hasMadeRoom = true;
    return plan;
  }

  async function readAll(
    store: IDBObjectStore,
    storedKeys: readonly IDBValidKey[],
  ): Promise<[string, NonNullable<ReturnType<typeof readRecord>>][]> {
    const records = await Promise.all(
      storedKeys.filter(isRecordKey).map(async (recordKey) => ({
        key: recordKey.slice(RECORD.length),
        record: readRecord(await promisifyRequest<unknown>(store.get(recordKey)), now()),
      })),
    );
    return records.flatMap(({ key, record }) => (record ? [[key, record]] : []));
  }

  async function load(key: string): Promise<LoadedRecord | undefined> {
    const found = await database.transact('readonly', async (store) => {
      const record = await read(store, key);
      if (record === undefined || record === 'newer') return undefined;
      const stored = await Promise.all(
        Object.keys(record.blobBytes).map(async (id) => ({
          id,
          blob: toBlob(await readUnlessGone(store.get(blobKey(key, id)))),
        })),
      );
      const value = await withItems(store, key, record.value);
      return { record: { ...record, value }, stored };
    });
    if (!found) return undefined;
    const blobs = new Map<string, Blob>();
    for (const { id, blob } of found.stored) {
      if (!blob) continue;
      const at = blobKey(key, id);
      const known = placed.get(at)?.deref();
      const isSame = known && known.size === blob.size && places.get(known) === at;
      blobs.set(id, isSame ? known : blob);
      if (!isSame) place(at, blob);
    }
    return { record: found.record, blobs };
  }

  async function list(hasItems: boolean): Promise<readonly ListedRecord[]> {
    return database.transact('readonly', async (store) => {
      const records = await readAll(store, await promisifyRequest(store.getAllKeys()));
      const listed = records.flatMap(([key, record]) =>
        isNewer(record) || isTooOld(record) ? [] : { key, record },
      );
      if (!hasItems) return listed;
      return Promise.all(
        listed.map(async ({ key, record }) => {
          const value = await withItems(store, key, record.value);
          return { key, record: { ...record, value } };
        }),
      );
    });
  }

  async function remove(key: string, isMarked: boolean): Promise<void> {
    await database.transact('readwrite', async (store) => {
      if ((await read(store, key)) === 'newer') return;
      removeRecord(store, key);
      if (isMarked) putMark(store, key, now());
    });
  }

  async function clearAll(isMarked: boolean): Promise<void> {
    await database.transact('readwrite', async (store) => {
      const storedKeys = await promisifyRequest(store.getAllKeys());
      const marks = await keysOfMarks(store, now());
      for (const storedKey of storedKeys) {
        if (!marks.has(storedKey)) store.delete(storedKey);
      }
      for (const recordKey of isMarked ? storedKeys.filter(isRecordKey) : []) {
        putMark(store, recordKey.slice(RECORD.length), now());
      }
    });
  }

  /** What is removed must go, even if there is no room for a mark. */
  async function withMarks(work: (isMarked: boolean) => Promise<void>): Promise<void> {
    try {
      await work(limits.marksRemoved);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      await work(false);
    }
  }

  return {
    async update(key, change) {
      const done = await run(async () => {
        await update(key, change);
        return true;
      });
      return done ?? false;
    },
    load: (key) => run(() => load(key)),
    list: async (options) => (await run(() => list(options?.withItems === true))) ?? [],
    async wasRemoved(key) {
      const isMarked = await run(() =>
        database.transact('readonly', (store) => hasMark(store, key)),
      );
      return isMarked ?? false;
    },
    remove: (key) => run(() => withMarks((isMarked) => remove(key, isMarked))),
    clearAll: () => run(() => withMarks(clearAll)),
    idOf(key, blob) {
      const prefix = blobKey(key, '');
      const at = places.get(blob);
      return at?.startsWith(prefix) ? at.slice(prefix.length) : undefined;
    },
  };
}

function readerOf(
  store: IDBObjectStore,
  key: string,
  stored: StoredRecord | undefined,
): RecordReader {
  return {
    readValue: () => withItems(store, key, stored?.value),
    wasRemoved: () => hasMark(store, key),
  };
}
