import type { Draft, DraftImage, DraftStore } from './types.js';

export interface DraftKeeperOptions {
  key: string;
  store: DraftStore;
  /** Called once after `connect`, if there is something to bring back. */
  onRestore: (draft: Draft) => void;
}

/** Keeps one draft up to date: brings the old one back first, then follows what is written. */
export interface DraftKeeper {
  /** What is written now. */
  update: (draft: Draft) => void;
  /** Returns its own undo, which writes what is not written yet. */
  connect: () => () => void;
}

/** Typing is written after a pause; pictures, and a composer that was emptied, at once. */
const PAUSE_MS = 250;
const EMPTY: Draft = { text: '', images: [] };

export function createDraftKeeper({ key, store, onRestore }: DraftKeeperOptions): DraftKeeper {
  let current = EMPTY;
  let saved = EMPTY;
  /** Until the old draft is known it may not be written over. */
  let isLoaded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function save(): void {
    clearTimeout(timer);
    if (!isLoaded || isSame(current, saved)) return;
    saved = current;
    void store.save(key, current);
  }

  async function load(isWanted: () => boolean): Promise<void> {
    const found = await store.load(key);
    if (!isWanted()) return;
    isLoaded = true;
    saved = found ?? EMPTY;
    if (found) onRestore(found);
    else save();
  }

  // The last events that a page on a phone gets.
  function saveWhenHidden(): void {
    if (document.visibilityState === 'hidden') save();
  }

  return {
    update(draft) {
      current = draft;
      clearTimeout(timer);
      const isUrgent = isSame(draft, EMPTY) || !hasSameImages(draft, saved);
      timer = setTimeout(save, isUrgent ? 0 : PAUSE_MS);
    },
    connect() {
      let isConnected = true;
      void load(() => isConnected);
      window.addEventListener('pagehide', save);
      document.addEventListener('visibilitychange', saveWhenHidden);
      return () => {
        isConnected = false;
        window.removeEventListener('pagehide', save);
        document.removeEventListener('visibilitychange', saveWhenHidden);
        // Written before the old draft had come: the new words are worth more.
        isLoaded ||= !isSame(current, EMPTY);
        save();
        isLoaded = false;
      };
    },
  };
}

function isSame(a: Draft, b: Draft): boolean {
  return a.text === b.text && hasSameImages(a, b);
}

function hasSameImages({ images: a }: Draft, { images: b }: Draft): boolean {
  return a.length === b.length && a.every((image, index) => isSameImage(image, b[index]));
}

function isSameImage(a: DraftImage, b: DraftImage | undefined): boolean {
  return a.id === b?.id && a.detail === b.detail && a.alt === b.alt && a.file.size === b.file.size;
}
