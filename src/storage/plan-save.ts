/**
 * Decides what is kept when a record is written, since space is limited and the oldest records may have to be
 * removed. Does not access the database.
 */

export interface RecordFacts {
  savedAtMs: number;
  /** Bytes of each Blob, by id. */
  blobBytes: Readonly<Record<string, number>>;
  /** Ids of the items that are stored apart from the record. */
  itemIds: readonly string[];
}

export interface SaveLimits {
  maxBytesPerImage: number;
  maxTotalBytes: number;
  maxAgeMs: number;
  /** Whether older records may be removed for a new one. */
  evictsOldest: boolean;
}

export interface SavePlan {
  /** Keys of the other records that are kept. */
  keptKeys: readonly string[];
  /** Bytes of the Blobs that are kept with the record. */
  blobBytes: Record<string, number>;
  isTooLarge: boolean;
  isFull: boolean;
}

export function planSave(
  others: ReadonlyMap<string, Omit<RecordFacts, 'itemIds'>>,
  wantedBytes: ReadonlyMap<string, number>,
  nowMs: number,
  { maxBytesPerImage, maxTotalBytes, maxAgeMs, evictsOldest }: SaveLimits,
): SavePlan {
  const fitting = [...wantedBytes].filter(([, bytes]) => bytes <= maxBytesPerImage);
  let roomBytes = maxTotalBytes - sum(fitting.map(([, bytes]) => bytes));

  const latestFirst = [...others]
    .filter(([, { savedAtMs }]) => nowMs - savedAtMs <= maxAgeMs)
    .toSorted(([, a], [, b]) => b.savedAtMs - a.savedAtMs);
  const keptKeys: string[] = [];
  let otherBytes = 0;
  for (const [key, { blobBytes }] of latestFirst) {
    const bytes = sum(Object.values(blobBytes));
    if (evictsOldest && bytes > roomBytes) continue;
    keptKeys.push(key);
    roomBytes -= bytes;
    otherBytes += bytes;
  }

  const blobBytes: Record<string, number> = {};
  let ownRoomBytes = maxTotalBytes - otherBytes;
  for (const [id, bytes] of fitting) {
    if (bytes > ownRoomBytes) continue;
    blobBytes[id] = bytes;
    ownRoomBytes -= bytes;
  }
  return {
    keptKeys,
    blobBytes,
    isTooLarge: fitting.length < wantedBytes.size,
    isFull: Object.keys(blobBytes).length < fitting.length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
