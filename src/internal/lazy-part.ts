import type { KitError } from '../errors.js';
import { loadPart } from './load-part.js';

/** A part of the kit that loads when it is first needed, and is at hand from then on. */
export interface LazyPart<Part> {
  /** Nothing until it is loaded. */
  current: () => Part | undefined;
  /** Why it could not be loaded the last time. */
  failure: () => KitError | undefined;
  /** @throws KitError `unreachable`; the next call tries again */
  load: () => Promise<Part>;
  /** Called once it is loaded, and each time that it cannot be. Returns its own undo. */
  subscribe: (listener: () => void) => () => void;
}

export function createLazyPart<Part>(importPart: () => Promise<Part>): LazyPart<Part> {
  let part: Part | undefined;
  let failure: KitError | undefined;
  let loading: Promise<Part> | undefined;
  const listeners = new Set<() => void>();

  async function loadOnce(): Promise<Part> {
    try {
      part = await loadPart(importPart);
      failure = undefined;
      return part;
    } catch (error) {
      failure = error as KitError;
      throw error;
    } finally {
      loading = undefined;
      for (const listener of listeners) listener();
    }
  }

  return {
    current: () => part,
    failure: () => failure,
    load: () => (part ? Promise.resolve(part) : (loading ??= loadOnce())),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
