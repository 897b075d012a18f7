import { useMemo, useSyncExternalStore } from 'react';

/** What a page stores of a batch across a reload: where it was sent, and its ids. No keys, no images. */
export interface BatchMemory {
  wire: string;
  baseUrl: string;
  jobIds: readonly string[];
}

const listeners = new Set<() => void>();

/** Returns what is stored under this key; `undefined` on a server, and if the browser forbids storage. */
export function useBatchMemory(storageKey: string | undefined): BatchMemory | undefined {
  const text = useSyncExternalStore(
    subscribe,
    () => read(storageKey),
    () => undefined,
  );
  return useMemo(() => parse(text), [text]);
}

/** If it cannot be stored, the batch continues without: it is lost only when the page closes. */
export function writeBatchMemory(
  storageKey: string | undefined,
  memory: BatchMemory | undefined,
): void {
  if (storageKey === undefined) return;
  try {
    if (memory) localStorage.setItem(storageKey, JSON.stringify(memory));
    else localStorage.removeItem(storageKey);
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(storageKey: string | undefined): string | undefined {
  if (storageKey === undefined) return undefined;
  try {
    return localStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}

function parse(text: string | undefined): BatchMemory | undefined {
  if (text === undefined) return undefined;
  try {
    const { wire, baseUrl, jobIds } = JSON.parse(text) as Partial<Record<string, unknown>>;
    if (typeof wire !== 'string' || typeof baseUrl !== 'string' || !Array.isArray(jobIds)) {
      return undefined;
    }
    const ids = jobIds.filter((id) => typeof id === 'string');
    return ids.length === 0 ? undefined : { wire, baseUrl, jobIds: ids };
  } catch {
    return undefined;
  }
}
