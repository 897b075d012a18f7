import type { KitError } from '../errors.js';
import { loadPart } from './load-part.js';

/** A part of the kit that is loaded on first use and available synchronously afterwards. */
export interface LazyPart<Part> {
  /** Returns the part, or `undefined` until it is loaded. */
  current: () => Part | undefined;
  /** Returns why the last load failed, if it did. */
  failure: () => KitError | undefined;
  /** @throws KitError `unreachable`; the next call tries again */
  load: () => Promise<Part>;
  /** Calls the listener when the part is loaded, and each time loading fails. Returns a cleanup function. */
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
