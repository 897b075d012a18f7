import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { QueueItem } from '../pipeline/index.js';
import { createDraftKeeper, createDraftStore } from '../storage/index.js';
import type { DraftImage, DraftStore, StorageProblem } from '../storage/index.js';
import type { ImageQueueHook } from './types.js';
import type { ComposerText } from './use-composer.js';
import { useLatest } from './use-latest.js';

export interface DraftOptions {
  /** Nothing is kept without one. */
  key: string | undefined;
  store: DraftStore | undefined;
  text: ComposerText;
  queue: ImageQueueHook;
}

/** Originals above this are kept as they would be sent. */
const MAX_ORIGINAL_BYTES = 10 * 1024 * 1024;
/** A database that does not answer must not hold up an editor. */
const PATIENCE_MS = 2000;

/** Keeps what is being written over a reload or a crash, and brings it back. */
export function useDraft({ key, store, text, queue }: DraftOptions): {
  problem: StorageProblem | undefined;
  /** Resolves once what is shown now is written. Missing where no draft is kept. */
  whenKept: (() => Promise<void>) | undefined;
} {
  const [problem, setProblem] = useState<StorageProblem>();
  const [ownStore] = useState(() => createDraftStore({ onProblem: setProblem }));
  const drafts = store ?? ownStore;
  const latest = useLatest({ text, queue });

  const keeper = useMemo(
    () =>
      key === undefined
        ? undefined
        : createDraftKeeper({
            key,
            store: drafts,
            onRestore(draft) {
              const composer = latest.current;
              if (composer.text.current() === '') composer.text.setText(draft.text);
              composer.queue.add(draft.images);
            },
          }),
    [key, drafts, latest],
  );

  const draft = useMemo(
    () => ({ text: text.text, images: queue.items.map(toDraftImage) }),
    [text.text, queue.items],
  );
  useEffect(() => keeper?.update(draft), [keeper, draft]);
  // In an effect behind the one above, so that what was changed just now is written, too.
  const [waiting, setWaiting] = useState<{ resolve: () => void }>();
  useEffect(() => {
    if (waiting) void keeper?.flush().then(waiting.resolve);
  }, [keeper, waiting]);
  const whenKept = useCallback(
    () =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, PATIENCE_MS);
        setWaiting({ resolve });
      }),
    [],
  );

  const connectedKey = useRef(key);
  useEffect(() => {
    if (connectedKey.current !== key) {
      // Another conversation: what was written stays with the first, and was saved there.
      latest.current.text.setText('');
      latest.current.queue.clear();
      connectedKey.current = key;
    }
    return keeper?.connect();
  }, [key, keeper, latest]);

  return { problem, whenKept: keeper && whenKept };
}

function toDraftImage(item: QueueItem): DraftImage {
  const { id, file, name, link, detail, alt, legend, prepared } = item;
  const kept = file.size > MAX_ORIGINAL_BYTES && prepared ? prepared.blob : file;
  return {
    id,
    file: kept,
    name,
    detail,
    ...(link && { link }),
    ...(alt !== undefined && { alt }),
    ...(legend !== undefined && { legend }),
  };
}
