import type { ChatStore } from '../chat/types.js';
import { createKeeper, type Keeper } from './keeper.js';
import { settleDraft } from './sent-draft.js';
import type { Draft, DraftImage, DraftStore } from './types.js';

export interface DraftKeeperOptions {
  key: string;
  store: DraftStore;
  chat: Pick<ChatStore, 'getSnapshot' | 'setEntries'>;
  /** Resolves once the conversation that the draft may have been sent to is shown. */
  whenConversationLoaded: () => Promise<void>;
  /** Called once after `connect`, if there is something to restore. */
  onRestore: (draft: Draft) => void;
  /** Called once another tab has sent the draft that is shown here, unchanged. */
  onSent: () => void;
}

/** Typing is debounced; images, a sent question and an emptied composer are written immediately. */
const PAUSE_MS = 250;
const EMPTY: Draft = { text: '', images: [] };

/** Keeps one draft saved and up to date. */
export function createDraftKeeper({
  key,
  store,
  chat,
  whenConversationLoaded,
  onRestore,
  onSent,
}: DraftKeeperOptions): Keeper<Draft> {
  const keeper = createKeeper<Draft>({
    empty: EMPTY,
    isSame,
    pauseMs: (draft, saved) =>
      isEmpty(draft) || !isSame({ ...draft, text: saved.text }, saved) ? 0 : PAUSE_MS,
    async load() {
      const found = await store.load(key);
      await whenConversationLoaded();
      return found;
    },
    save: (draft, basis) => store.save(key, draft, basis),
    onRestore(found, written) {
      const { status, entries } = chat.getSnapshot();
      // A question that is in flight in this page is not one that another page left.
      const { entries: settled, draft } =
        status === 'ready' ? settleDraft(entries, found) : { entries, draft: found };
      if (settled !== entries) chat.setEntries(() => settled);
      if (draft) onRestore(draft);
      return isEmpty(written) ? (draft ?? EMPTY) : written;
    },
    watch: (shown) =>
      store.watch?.(key, shown, () => {
        if (keeper.isSaved()) onSent();
      }),
  });
  return keeper;
}

function isEmpty({ text, images, files = [] }: Draft): boolean {
  return text === '' && images.length === 0 && files.length === 0;
}

/**
 * A draft that is saved with a question does not need another save to remove the question: an untouched
 * restored draft stays the one that other tabs have.
 */
function isSame({ text, images, files = [], question }: Draft, saved: Draft): boolean {
  const savedFiles = saved.files ?? [];
  return (
    text === saved.text &&
    images.length === saved.images.length &&
    images.every((image, index) => isSameImage(image, saved.images[index])) &&
    files.length === savedFiles.length &&
    files.every(({ id }, index) => id === savedFiles[index]?.id) &&
    (question === undefined ||
      (question.id === saved.question?.id && question.isAccepted === saved.question.isAccepted))
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
