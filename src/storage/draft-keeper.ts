import { createKeeper, type Keeper } from './keeper.js';
import type { Draft, DraftImage, DraftStore } from './types.js';

export interface DraftKeeperOptions {
  key: string;
  store: DraftStore;
  /** Called once after `connect`, if there is something to bring back. */
  onRestore: (draft: Draft) => void | Promise<void>;
  /** Called once another tab has sent the draft that is shown here, untouched. */
  onSent?: () => void;
}

/** Typing is written with a pause; pictures, a sent question and a composer that was emptied at once. */
const PAUSE_MS = 250;
const EMPTY: Draft = { text: '', images: [] };

/** Keeps one draft up to date. */
export function createDraftKeeper({
  key,
  store,
  onRestore,
  onSent,
}: DraftKeeperOptions): Keeper<Draft> {
  const keeper = createKeeper<Draft>({
    empty: EMPTY,
    isSame,
    pauseMs: (draft, saved) =>
      isEmpty(draft) || !isSame({ ...draft, text: saved.text }, saved) ? 0 : PAUSE_MS,
    load: () => store.load(key),
    save: (draft, basis) => store.save(key, draft, basis),
    onRestore,
    watch: (shown) =>
      store.watch?.(key, shown, () => {
        if (keeper.isSaved()) onSent?.();
      }),
  });
  return keeper;
}

function isEmpty({ text, images }: Draft): boolean {
  return text === '' && images.length === 0;
}

function isSame(a: Draft, b: Draft): boolean {
  return (
    a.text === b.text &&
    a.images.length === b.images.length &&
    a.images.every((image, index) => isSameImage(image, b.images[index])) &&
    a.question?.id === b.question?.id &&
    a.question?.isAccepted === b.question?.isAccepted
  );
}

function isSameImage(image: DraftImage, other: DraftImage | undefined): boolean {
  return (
    image.id === other?.id &&
    image.file === other.file &&
    image.detail === other.detail &&
    image.alt === other.alt &&
    image.legend === other.legend
  );
}
