import { openRecordStore } from './open-record-store.js';
import type { Draft, DraftImage, DraftStore, StorageOptions } from './types.js';

const DAY_MS = 24 * 60 * 60 * 1000;

type StoredDraft = { text: string; images: readonly Omit<DraftImage, 'file'>[] };

/** The drafts of `createDraftStore`, with the database at hand. */
export function openDraftStore(options: StorageOptions): DraftStore {
  const records = openRecordStore<StoredDraft>({
    maxAgeMs: DAY_MS,
    ...options,
    kind: 'drafts',
    evictsOldest: true,
  });

  return {
    async save(key, { text, images }) {
      if (text === '' && images.length === 0) {
        await records.remove(key);
        return;
      }
      await records.save(
        key,
        { text, images: images.map(({ file: _file, ...rest }) => rest) },
        new Map(images.map(({ id, file }) => [id, file])),
      );
    },
    async load(key): Promise<Draft | undefined> {
      const record = await records.load(key);
      if (!record) return undefined;
      const { value, blobs } = record;
      return {
        text: value.text,
        images: value.images.flatMap((image) => {
          const file = blobs.get(image.id);
          return file ? { ...image, file } : [];
        }),
      };
    },
    clear: records.remove,
    clearAll: records.clearAll,
  };
}
