import { createFrameBatch } from '../internal/frame-batch.js';
import type { ImageUpload } from './types.js';

/** The upload state of each image, published once per frame. */
export interface UploadStates {
  get: (imageId: string) => ImageUpload | undefined;
  /** Without a state, the image is forgotten. */
  set: (imageId: string, state: ImageUpload | undefined) => void;
  getSnapshot: () => ReadonlyMap<string, ImageUpload>;
  subscribe: (listener: () => void) => () => void;
  /** Publishes nothing more of what was set. */
  cancel: () => void;
}

export function createUploadStates(): UploadStates {
  let states: ReadonlyMap<string, ImageUpload> = new Map();
  let shown = states;
  const listeners = new Set<() => void>();
  const batch = createFrameBatch(() => {
    shown = states;
    for (const listener of listeners) listener();
  });
  return {
    get: (imageId) => states.get(imageId),
    set(imageId, state) {
      const changed = new Map(states);
      if (state) changed.set(imageId, state);
      else changed.delete(imageId);
      states = changed;
      batch.schedule();
    },
    getSnapshot: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cancel: () => batch.cancel(),
  };
}
