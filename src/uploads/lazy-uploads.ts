import type { QueryClient } from '@tanstack/react-query';
import { createLazyModule } from '../internal/lazy-module.js';
import type { ImageUpload } from './types.js';
import type { TrackedImages, Uploads } from './create-uploads.js';
import type { UploadsSettings } from './upload-ways.js';

const uploadsModule = createLazyModule(() => import('./create-uploads.js'));
const NONE: ReadonlyMap<string, ImageUpload> = new Map();
const NOTHING: TrackedImages = { parts: [], files: new Set() };

/** Uploads whose code is loaded once they are connected. Earlier calls are replayed after loading. */
export function createLazyUploads(client: QueryClient, scope: string): Uploads {
  let uploads: Uploads | undefined;
  let settings: UploadsSettings | undefined;
  let tracked = NOTHING;
  const listeners = new Set<() => void>();

  function tell(): void {
    for (const listener of listeners) listener();
  }

  async function load(): Promise<Uploads> {
    const { createUploads } = await uploadsModule.load();
    if (!uploads) {
      uploads = createUploads(client, scope);
      if (settings) uploads.setOptions(settings);
      uploads.subscribe(tell);
      uploads.track(tracked);
    }
    return uploads;
  }

  return {
    getSnapshot: () => uploads?.getSnapshot() ?? NONE,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    track(images) {
      tracked = images;
      uploads?.track(images);
    },
    retry: (imageId) => uploads?.retry(imageId),
    place: async (...request) => (await load()).place(...request),
    renew: async (...request) => (await load()).renew(...request),
    placed: (image) => uploads?.placed(image),
    setOptions(changed) {
      settings = changed;
      uploads?.setOptions(changed);
    },
    connect() {
      // A failed load is retried with Send.
      load().catch(() => {});
      return () => {
        tracked = NOTHING;
        uploads?.connect()();
      };
    },
  };
}
