import { promisifyRequest } from 'idb-keyval';

const STORE = 'records';

export interface RecordDatabase {
  /** Runs the work in one transaction, which is aborted if the work fails. */
  transact: <Result>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Promise<Result>,
  ) => Promise<Result>;
}

/** Opens one database with one object store. A connection that the browser closed is opened again. */
export function openRecordDatabase(name: string): RecordDatabase {
  let opening: Promise<IDBDatabase> | undefined;

  async function connect(): Promise<IDBDatabase> {
    const database = await open(name);
    database.addEventListener('close', disconnect);
    // Another page wants to delete or upgrade the database and is waiting for this one.
    database.addEventListener('versionchange', () => {
      database.close();
      disconnect();
    });
    return database;
  }

  function disconnect(): void {
    opening = undefined;
  }

  async function attempt<Result>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Promise<Result>,
  ): Promise<Result> {
    opening ??= connect();
    const transaction = (await opening).transaction(STORE, mode);
    const committed = promisifyRequest(transaction);
    // The work fails with it, and handles the failure.
    committed.catch(() => undefined);
    try {
      const result = await work(transaction.objectStore(STORE));
      await committed;
      return result;
    } catch (error) {
      abort(transaction);
      throw transaction.error ?? error;
    }
  }

  return {
    async transact(mode, work) {
      try {
        return await attempt(mode, work);
      } catch (error) {
        if (isAnswer(error)) throw error;
        disconnect();
        return attempt(mode, work);
      }
    },
  };
}

/** A database without the store, as another page may have left it, gets one. */
async function open(name: string, version?: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const database = await promisifyRequest(request);
  if (database.objectStoreNames.contains(STORE)) return database;
  database.close();
  return open(name, database.version + 1);
}

/** Whether the database exists and refuses, so that a retry would change nothing. */
function isAnswer(error: unknown): boolean {
  return isQuotaError(error) || isCloneError(error);
}

export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

export function isCloneError(error: unknown): boolean {
  return error instanceof Error && error.name === 'DataCloneError';
}

/** Resolves to `undefined` for a Blob whose file is gone from the disk, which would otherwise abort the whole transaction. */
export function readUnlessGone(request: IDBRequest<unknown>): Promise<unknown> {
  return new Promise((resolve) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', (event) => {
      event.preventDefault();
      resolve(undefined);
    });
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // The transaction has already ended.
  }
}
