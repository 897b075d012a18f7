/**
 * Records with separate Blobs and items in one IndexedDB store. A Blob is written once per id and stays unchanged while
 * its record changes, so that saving a line of text does not rewrite thirty megabytes.
 */
import { promisifyRequest } from 'idb-keyval';
import { createBlobPlaces } from './blob-places.js';
import { makeRoom } from './make-room.js';
import { createOperationQueue } from './operation-queue.js';
import { isNewer, readAllRecords, readRecord, type StoredRecord } from './read-record.js';
import { isQuotaError, openRecordDatabase, readUnlessGone } from './record-database.js';
import { withItems } from './record-items.js';
import { blobKey, isRecordKey, RECORD, removeRecord } from './record-keys.js';
import type {
  ChangeRecord,
  ListedRecord,
  LoadedRecord,
  RecordReader,
  RecordStore,
  RecordStoreOptions,
} from './record-store.js';
import { hasMark, keysOfMarks, putMark } from './removal-marks.js';
import { createProblemReporter } from './storage-problem.js';
import { readBytes, toBlob, type StoredBytes } from './stored-bytes.js';
import { type Encode, writeRecord } from './write-record.js';

const MEBIBYTE = 1024 * 1024;

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
  const places = createBlobPlaces();
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
      if (stored === 'newer') return undefined;
      const next = await change(stored, readerOf(store, key, stored));
      if (next === 'leave') return undefined;
      if (next === 'remove') {
        removeRecord(store, key);
        if (isMarked) putMark(store, key, now());
        return undefined;
      }
      return writeRecord(store, key, next, {
        stored,
        encode,
        isLost: (blob) => lost.has(blob),
        isStored: (id, blob) => places.keyOf(blob) === blobKey(key, id),
        async fit(wanted, hasNewBlobs) {
          if (!hasNewBlobs && hasMadeRoom) return Object.fromEntries(wanted.bytes);
          const room = await makeRoom(store, key, wanted, { ...limits, nowMs: now(), report });
          hasMadeRoom = true;
          return room;
        },
        nowMs: now(),
      });
    });
    for (const [id, blob] of written ?? []) places.set(blobKey(key, id), blob);
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
      if (blob) blobs.set(id, places.take(blobKey(key, id), blob));
    }
    return { record: found.record, blobs };
  }

  async function list(hasItems: boolean): Promise<readonly ListedRecord[]> {
    return database.transact('readonly', async (store) => {
      const records = await readAllRecords(
        store,
        await promisifyRequest(store.getAllKeys()),
        now(),
      );
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
      const at = places.keyOf(blob);
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
