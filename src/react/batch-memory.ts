/** What a page keeps of a batch over a reload: where it was sent, and its ids. No keys, no pictures. */
export interface BatchMemory {
  wire: string;
  baseUrl: string;
  jobIds: readonly string[];
}

/** Nothing where there is none, where it cannot be read, or where the browser forbids storage. */
export function readBatchMemory(storageKey: string | undefined): BatchMemory | undefined {
  if (storageKey === undefined) return undefined;
  try {
    return parse(JSON.parse(localStorage.getItem(storageKey) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** Says whether it is kept. */
export function writeBatchMemory(
  storageKey: string | undefined,
  memory: BatchMemory | undefined,
): boolean {
  if (storageKey === undefined) return false;
  try {
    if (memory) localStorage.setItem(storageKey, JSON.stringify(memory));
    else localStorage.removeItem(storageKey);
    return true;
  } catch {
    return false;
  }
}

function parse(value: unknown): BatchMemory | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { wire, baseUrl, jobIds } = value as Partial<Record<keyof BatchMemory, unknown>>;
  if (typeof wire !== 'string' || typeof baseUrl !== 'string' || !Array.isArray(jobIds)) {
    return undefined;
  }
  const ids = jobIds.filter((id) => typeof id === 'string');
  return ids.length === 0 ? undefined : { wire, baseUrl, jobIds: ids };
}
