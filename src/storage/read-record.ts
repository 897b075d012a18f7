import { promisifyRequest } from 'idb-keyval';
import { isRecord } from '../internal/read-value.js';
import type { RecordFacts } from './plan-save.js';
import { itemIdsIn } from './record-items.js';
import { isRecordKey, RECORD } from './record-keys.js';

/** Of a record without references to items. */
const FIRST_FORMAT = 1;
/** A fraction, so that 2 remains free for a format that this version cannot read. */
const FORMAT = 1.1;

/** Returns the earliest format that has what a value needs, so that earlier versions of the kit read what they can. */
export function formatOf(value: unknown): number {
  return itemIdsIn(value).length > 0 ? FORMAT : FIRST_FORMAT;
}

export interface StoredRecord extends RecordFacts {
  /** Revision of the write that created the record. Missing in records of earlier versions of the kit. */
  revision?: string;
  /** Given by the user, in place of the beginning of the first question. */
  title?: string;
  /** The beginning of the first question. Missing in records of earlier versions of the kit. */
  heading?: string;
  /** Of any shape: it may come from another version, or be corrupt. */
  value: unknown;
}

/** A record written by a newer version of the kit. It can neither be read nor overwritten. */
export interface NewerRecord {
  isNewer: true;
  savedAtMs: number;
}

/** Reads the value under the key of a record, whatever it is. */
export function readRecord(stored: unknown, nowMs: number): StoredRecord | NewerRecord | undefined {
  if (stored === undefined || stored === null) return undefined;
  if (!isRecord(stored)) return { savedAtMs: nowMs, blobBytes: {}, itemIds: [], value: stored };
  const { format, revision, title, heading, value } = stored;
  const savedAtMs = toTime(stored['savedAtMs'], nowMs);
  if (typeof format === 'number' && format > FORMAT) return { isNewer: true, savedAtMs };
  return {
    savedAtMs,
    blobBytes: toSizes(stored['blobBytes']),
    ...(typeof revision === 'string' && { revision }),
    ...(typeof title === 'string' && title !== '' && { title }),
    ...(typeof heading === 'string' && { heading }),
    itemIds: itemIdsIn(value),
    value,
  };
}

export function isNewer(record: StoredRecord | NewerRecord | undefined): record is NewerRecord {
  return record !== undefined && 'isNewer' in record;
}

/** Returns each record that can be found among all the keys of a store, with its own key. */
export async function readAllRecords(
  store: IDBObjectStore,
  storedKeys: readonly IDBValidKey[],
  nowMs: number,
): Promise<[string, StoredRecord | NewerRecord][]> {
  const records = await Promise.all(
    storedKeys.filter(isRecordKey).map(async (storedKey) => ({
      key: storedKey.slice(RECORD.length),
      record: readRecord(await promisifyRequest<unknown>(store.get(storedKey)), nowMs),
    })),
  );
  return records.flatMap(({ key, record }) => (record ? [[key, record]] : []));
}

/** A clock that was set back must not keep a record at the top of the list forever. */
function toTime(value: unknown, nowMs: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(value, nowMs) : nowMs;
}

function toSizes(value: unknown): Record<string, number> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, number] => Number.isFinite(entry[1]) && Number(entry[1]) >= 0,
    ),
  );
}
