import { createKeeper, type Keeper } from './keeper.js';
import type { Draft, DraftImage, DraftStore } from './types.js';

export interface DraftKeeperOptions {
  key: string;
  store: DraftStore;
  /** Called once after `connect`, if there is something to bring back. */
  onRestore: (draft: Draft) => void;
}

/** Typing is written with a pause; pictures, and a composer that was emptied, at once. */
const PAUSE_MS = 250;
const EMPTY: Draft = { text: '', images: [] };

/** Keeps one draft up to date. */
export function createDraftKeeper({ key, store, onRestore }: DraftKeeperOptions): Keeper<Draft> {
  return createKeeper({
    empty: EMPTY,
    isSame,
    pauseMs: (draft, saved) =>
      isSame(draft, EMPTY) || !hasSameImages(draft, saved) ? 0 : PAUSE_MS,
    load: () => store.load(key),
    save: (draft) => store.save(key, draft),
    onRestore,
  });
}

function isSame(a: Draft, b: Draft): boolean {
  return a.text === b.text && hasSameImages(a, b);
}

function hasSameImages({ images: a }: Draft, { images: b }: Draft): boolean {
  return a.length === b.length && a.every((image, index) => isSameImage(image, b[index]));
}

function isSameImage(a: DraftImage, b: DraftImage | undefined): boolean {
  return (
    a.id === b?.id &&
    a.file === b.file &&
    a.detail === b.detail &&
    a.alt === b.alt &&
    a.legend === b.legend
  );
}
