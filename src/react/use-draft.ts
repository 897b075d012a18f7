import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChatStore } from '../chat/types.js';
import type { QueueItem } from '../queue/types.js';
import type { FilePart } from '../messages/types.js';
import type { Draft, DraftFile, DraftImage, DraftStore, StorageProblem } from '../storage/types.js';
import type { UseAttachedFilesResult } from './use-attached-files.js';
import { createLazyKeeper, openOnce } from './lazy-keeper.js';
import type { UseImageQueueResult } from './types.js';
import type { ComposerText } from './use-composer.js';
import { useLatest } from './use-latest.js';

export interface DraftOptions {
  /** Nothing is stored without one. */
  key: string | undefined;
  store: DraftStore | undefined;
  text: ComposerText;
  queue: UseImageQueueResult;
  files: UseAttachedFilesResult;
  chat: ChatStore;
  /** Resolves once the conversation that the draft may have been sent to is shown. */
  whenConversationLoaded: () => Promise<void>;
}

/** Larger originals are stored as they would be sent. */
const MAX_ORIGINAL_BYTES = 10 * 1024 * 1024;
/** A database that does not respond must not block an editor. */
const PATIENCE_MS = 2000;

/** Stores the draft across a reload or a crash, and restores it. */
export function useDraft(options: DraftOptions): {
  problem: StorageProblem | undefined;
  /** Resolves once the current draft is written. Missing if no draft is stored. */
  whenKept: (() => Promise<void>) | undefined;
} {
  const { key, store, text, queue, files, chat, whenConversationLoaded } = options;
  const [problem, setProblem] = useState<StorageProblem>();
  const [openOwn] = useState(() =>
    openOnce(({ openDraftStore }) => openDraftStore({ onProblem: setProblem })),
  );
  const latest = useLatest({ text, queue, files });

  const keeper = useMemo(
    () =>
      key === undefined
        ? undefined
        : createLazyKeeper(
            (loaded) =>
              loaded.createDraftKeeper({
                key,
                store: store ?? openOwn(loaded),
                chat,
                whenConversationLoaded,
                onRestore: (draft) => restore(latest.current, draft),
                onSent: () => clearSent(latest.current),
              }),
            setProblem,
          ),
    [key, store, openOwn, latest, chat, whenConversationLoaded],
  );

  const { question } = text;
  const draft = useMemo(
    () => ({
      text: text.kept,
      images: queue.items.map(toDraftImage),
      ...(files.parts.length > 0 && { files: files.parts.flatMap(toDraftFile) }),
      ...(question && { question }),
    }),
    [text.kept, queue.items, files.parts, question],
  );
  useEffect(() => keeper?.update(draft), [keeper, draft]);
  // In an effect after the one above, so that the latest change is written, too.
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
      // Another conversation: the draft stays with the first, where it was saved.
      latest.current.text.setInFlight(undefined);
      latest.current.text.setText('');
      latest.current.queue.clear();
      clearFiles(latest.current.files);
      connectedKey.current = key;
    }
    return keeper?.connect();
  }, [key, keeper, latest]);

  return { problem, whenKept: keeper && whenKept };
}

/** Text written before the stored draft had loaded is kept, after it. */
function restore(
  { text, queue, files }: Pick<DraftOptions, 'text' | 'queue' | 'files'>,
  { text: words, images, files: stored = [] }: Draft,
): void {
  const written = text.current();
  if (!written.includes(words)) text.setText([words, written].filter(Boolean).join('\n\n'));
  const shownIds = new Set(queue.items.map(({ id }) => id));
  queue.add(images.filter(({ id }) => !shownIds.has(id)));
  files.addParts(stored.map(fromDraftFile));
}

/** Text that is being typed or sent here stays. */
function clearSent({ text, queue, files }: Pick<DraftOptions, 'text' | 'queue' | 'files'>): void {
  if (text.question?.isAccepted === false || text.current() !== text.text) return;
  text.setText('');
  queue.clear();
  clearFiles(files);
}

function clearFiles({ parts, remove }: UseAttachedFilesResult): void {
  remove(...parts.map(({ id }) => id));
}

function toDraftFile({ id, data, name = '', mediaType }: FilePart): DraftFile[] {
  return data.kind === 'bytes' ? [{ id, file: data.bytes, name, mediaType }] : [];
}

function fromDraftFile({ id, file, name, mediaType }: DraftFile): FilePart {
  const data = { kind: 'bytes', bytes: file } as const;
  return { type: 'file', id, data, mediaType, ...(name !== '' && { name }) };
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
