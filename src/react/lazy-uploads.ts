import type { ImagePart } from '../messages/index.js';
import { createLazyPart } from '../internal/lazy-part.js';
import type { ImageUpload } from './upload-types.js';
import type { Uploads, UploadsOptions } from './uploads.js';

const uploadsPart = createLazyPart(() => import('./uploads.js'));
const NONE: ReadonlyMap<string, ImageUpload> = new Map();

/** Uploads whose code is loaded once they are connected. What is asked of them before is done when it has come. */
export function createLazyUploads(options: UploadsOptions): Uploads {
  let uploads: Uploads | undefined;
  let latest = options;
  let tracked: readonly ImagePart[] = [];
  const listeners = new Set<() => void>();

  function tell(): void {
    for (const listener of listeners) listener();
  }

  async function load(): Promise<Uploads> {
    const { createUploads } = await uploadsPart.load();
    if (!uploads) {
      uploads = createUploads(latest);
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
    place: async (messages) => (await load()).place(messages),
    renew: async (messages) => (await load()).renew(messages),
    setOptions(changed) {
      latest = { ...latest, ...changed };
      uploads?.setOptions(changed);
    },
    connect() {
      // What fails is tried again with Send.
      load().catch(() => {});
      return () => {
        tracked = [];
        uploads?.connect()();
      };
    },
  };
}
