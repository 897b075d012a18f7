/**
 * Records with Blobs beside them, in one IndexedDB store. A Blob is written once for its id and stays as it is
 * while the record around it changes, so that saving a line of text does not write thirty megabytes again.
 */
import { clear, createStore, delMany, getMany, keys, setMany } from 'idb-keyval';
import { planSave, type RecordFacts } from './plan-save.js';
import type {
  ListedRecord,
  LoadedRecord,
  RecordStore,
  RecordStoreOptions,
} from './record-store.js';
import { createProblemReporter, isQuotaError, withinTime } from './storage-problem.js';

const MEBIBYTE = 1024 * 1024;
const FORMAT = 1;
/** A browser whose database never answers must not keep anybody waiting. */
const PATIENCE_MS = 5000;

interface StoredRecord<Value> extends RecordFacts {
  format: typeof FORMAT;
  value: Value;
}

/** What any version of the kit writes. */
type AnyRecord = Pick<RecordFacts, 'savedAtMs'> & { format: number };

interface Records<Value> {
  records: Map<string, StoredRecord<Value>>;
  /** Of records that a newer version wrote. They can neither be read nor be written over. */
  newerKeys: ReadonlySet<string>;
}

export function openRecordStore<Value>(options: RecordStoreOptions): RecordStore<Value> {
  const { name = 'image-chat-kit', kind, now = Date.now } = options;
  const limits = {
    maxBytesPerImage: 10 * MEBIBYTE,
    maxTotalBytes: 300 * MEBIBYTE,
    maxAgeMs: Number.POSITIVE_INFINITY,
    ...options,
  };
  const store = createStore(`${name}-${kind}`, 'records');
  const report = createProblemReporter(options.onProblem);
  /** What stands under a key, as far as this page knows. A picture that was marked up takes its first form's place. */
  const written = new Map<IDBValidKey, WeakRef<Blob>>();
  let isBroken = false;
  /** One thing at a time, so that a save that reads first does not meet another. */
  let earlier: Promise<unknown> = Promise.resolve();

  /** Runs after what was asked for before. A failure is reported, and answered with nothing. */
  function run<Result>(operation: () => Promise<Result>): Promise<Result | undefined> {
    const result = runAfter(earlier, operation);
    earlier = result;
    return result;
  }

  async function runAfter<Result>(
    before: Promise<unknown>,
    operation: () => Promise<Result>,
  ): Promise<Result | undefined> {
    await before;
    if (isBroken) return undefined;
    try {
      return await withinTime(operation(), PATIENCE_MS);
    } catch (error) {
      isBroken = !isQuotaError(error);
      report(isBroken ? 'storage-unavailable' : 'storage-full');
      return undefined;
    }
  }

  async function readRecords(storedKeys: readonly IDBValidKey[]): Promise<Records<Value>> {
    const recordKeys = storedKeys.filter(isRecordKey);
    const stored = await getMany<AnyRecord | undefined>(recordKeys, store);
    const records = new Map<string, StoredRecord<Value>>();
    const newerKeys = new Set<string>();
    recordKeys.forEach((recordKey, index) => {
      const record = stored[index];
      const key = recordKey.slice(RECORD.length);
      if (isOfThisFormat<Value>(record)) records.set(key, record);
      else if (record && record.format > FORMAT && !isTooOld(record)) newerKeys.add(key);
    });
    return { records, newerKeys };
  }

  function isTooOld({ savedAtMs }: { savedAtMs: number }): boolean {
    return now() - savedAtMs > limits.maxAgeMs;
  }

  async function readFresh(): Promise<Records<Value>> {
    const { records, newerKeys } = await readRecords(await keys(store));
    for (const [key, record] of records) {
      if (isTooOld(record)) records.delete(key);
    }
    return { records, newerKeys };
  }

  async function save(key: string, value: Value, blobs: ReadonlyMap<string, Blob>): Promise<void> {
    const storedKeys = await keys(store);
    const { records, newerKeys } = await readRecords(storedKeys);
    if (newerKeys.has(key)) {
      report('storage-newer');
      return;
    }
    records.delete(key);
    const wantedBytes = new Map([...blobs].map(([id, { size }]) => [id, size]));
    const plan = planSave(records, wantedBytes, now(), limits);
    if (plan.isTooLarge) report('image-too-large');
    if (plan.isFull) report('storage-full');

    const record: StoredRecord<Value> = {
      format: FORMAT,
      savedAtMs: now(),
      blobBytes: plan.blobBytes,
      value,
    };
    const wantedKeys = new Set<IDBValidKey>(keysOf(key, record));
    for (const keptKey of plan.keptKeys) {
      const kept = records.get(keptKey);
      for (const wantedKey of kept ? keysOf(keptKey, kept) : []) wantedKeys.add(wantedKey);
    }
    await delMany(
      storedKeys.filter(
        (storedKey) => !wantedKeys.has(storedKey) && !belongsToAny(storedKey, newerKeys),
      ),
      store,
    );

    const alreadyStored = new Set(storedKeys);
    const newBlobs = [...blobs]
      .filter(([id]) => id in plan.blobBytes)
      .map(([id, blob]): [IDBValidKey, Blob] => [blobKey(key, id), blob])
      .filter(([at, blob]) => !(alreadyStored.has(at) && written.get(at)?.deref() === blob));
    try {
      await setMany([[RECORD + key, record], ...newBlobs], store);
      for (const [at, blob] of newBlobs) written.set(at, new WeakRef(blob));
    } catch (error) {
      if (isQuotaError(error)) report('storage-full');
      // A disk is full, or a picture's file is gone. The words are worth more, and need next to no room.
      await setMany([[RECORD + key, { ...record, blobBytes: {} }]], store);
    }
  }

  async function load(key: string): Promise<LoadedRecord<Value> | undefined> {
    const { records, newerKeys } = await readFresh();
    if (newerKeys.has(key)) report('storage-newer');
    const record = records.get(key);
    if (!record) return undefined;
    const ids = Object.keys(record.blobBytes);
    const stored = await getMany<unknown>(
      ids.map((id) => blobKey(key, id)),
      store,
    );
    const blobs = new Map<string, Blob>();
    ids.forEach((id, index) => {
      const blob = stored[index];
      if (!(blob instanceof Blob)) return;
      blobs.set(id, blob);
      written.set(blobKey(key, id), new WeakRef(blob));
    });
    return { value: record.value, blobs };
  }

  async function list(): Promise<readonly ListedRecord<Value>[]> {
    const { records } = await readFresh();
    return [...records].map(([key, { savedAtMs, value }]) => ({ key, savedAtMs, value }));
  }

  async function remove(key: string): Promise<void> {
    const record = (await readRecords(await keys(store))).records.get(key);
    if (record) await delMany(keysOf(key, record), store);
  }

  return {
    save: (key, value, blobs) => run(() => save(key, value, blobs)),
    load: (key) => run(() => load(key)),
    list: async () => (await run(list)) ?? [],
    remove: (key) => run(() => remove(key)),
    clearAll: () => run(() => clear(store)),
  };
}

const RECORD = 'record:';

function isRecordKey(key: IDBValidKey): key is string {
  return typeof key === 'string' && key.startsWith(RECORD);
}

/** The key's length keeps apart what might read the same when joined. */
function blobKey(key: string, id: string): string {
  return `blob:${key.length}:${key}:${id}`;
}

function belongsToAny(storedKey: IDBValidKey, recordKeys: ReadonlySet<string>): boolean {
  return (
    typeof storedKey === 'string' &&
    [...recordKeys].some(
      (key) => storedKey === RECORD + key || storedKey.startsWith(blobKey(key, '')),
    )
  );
}

function isOfThisFormat<Value>(record: AnyRecord | undefined): record is StoredRecord<Value> {
  return record?.format === FORMAT;
}

function keysOf(key: string, { blobBytes }: RecordFacts): string[] {
  return [RECORD + key, ...Object.keys(blobBytes).map((id) => blobKey(key, id))];
}
