import { loadPart } from './load-part.js';

/** A part of the kit that loads when it is first needed, and is at hand from then on. */
export interface LazyPart<Part> {
  /** Nothing until it is loaded. */
  current: () => Part | undefined;
  /** @throws KitError `unreachable`; the next call tries again */
  load: () => Promise<Part>;
  /** Told once it is loaded. Returns its own undo. */
  subscribe: (listener: () => void) => () => void;
}

export function createLazyPart<Part>(importPart: () => Promise<Part>): LazyPart<Part> {
  let part: Part | undefined;
  let loading: Promise<Part> | undefined;
  const listeners = new Set<() => void>();

  async function loadOnce(): Promise<Part> {
    try {
      part = await loadPart(importPart);
    } finally {
      loading = undefined;
    }
    for (const listener of listeners) listener();
    return part;
  }

  return {
    current: () => part,
    load: () => (part ? Promise.resolve(part) : (loading ??= loadOnce())),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
