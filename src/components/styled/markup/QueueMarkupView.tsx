import { type ReactElement, useEffect, useState } from 'react';
import type { ImageInfo, ImageMediaType } from '../../../formats/types.js';
import type { QueueItem, UneditedSource } from '../../../queue/types.js';
import { useLatest } from '../../../react/use-latest.js';
import type { QueueMarkupProps } from './types.js';
import { MarkupDialogView } from './MarkupDialogView.js';
import type { MarkupResult } from './MarkupEditor.js';

export interface QueueMarkupViewProps {
  item: QueueItem;
  queue: QueueMarkupProps['queue'];
  onClose: () => void;
}

/** Marks up an image of a tray. The texts of its numbered boxes become its legend. */
export function QueueMarkupView(props: QueueMarkupViewProps): ReactElement {
  const { queue, onClose } = props;
  // Preparing goes on behind the dialog; what was opened stays.
  const [item] = useState(props.item);
  const { id, name, detail, markup, unedited } = item;
  const base = (markup && unedited) ?? item;
  const latest = useLatest(queue);
  const { waitFor } = queue;
  useEffect(() => {
    if (!waitFor) return undefined;
    let end = (): void => {};
    waitFor(
      new Promise<void>((resolve) => {
        end = resolve;
      }),
    );
    return () => end();
  }, [waitFor]);
  const apply = async ({ file, source, ...result }: MarkupResult): Promise<void> => {
    const facts = {
      info: infoOf(file, result),
      ...(result.legend !== '' && { legend: result.legend }),
      // Only what was done to the file itself can be taken up again.
      ...(source === base.file && { markup: result.markup }),
    };
    // It may have been sent while the file was written.
    const { items, replaceSource, add, whenKept } = latest.current;
    const isThere = items.some((one) => one.id === id);
    if (isThere) replaceSource(id, file, facts);
    else add?.([{ ...facts, name, file, detail, unedited: unedited ?? unmarked(base) }]);
    // A page that dies once the editor has closed must not bring back what was blacked out.
    await whenKept?.();
    onClose();
  };
  const revert = (): void => {
    queue.revertSource(id);
    onClose();
  };
  return (
    <MarkupDialogView
      sources={sourcesOf(item, base)}
      mediaType={base.info?.mediaType}
      name={name}
      markup={markup}
      onApply={apply}
      onRevert={unedited && revert}
      onClose={onClose}
    />
  );
}

/** A file of more pixels would take too much memory as a whole: what it was prepared to is marked up. */
const MAX_OPENED_PIXELS = 100_000_000;

/**
 * The file, and in its place what it was prepared to, where this browser may not read it or turn it. Browsers turn a JPEG
 * upright, and other formats only sometimes; prepared pictures are upright.
 */
function sourcesOf(
  { markup, prepared }: QueueItem,
  { file, info }: Pick<QueueItem, 'file' | 'info'>,
) {
  if (markup || !prepared) return [file];
  const isSurelyUpright = !info || info.orientation === 1 || info.mediaType === 'image/jpeg';
  const isTooLarge = info !== undefined && info.width * info.height > MAX_OPENED_PIXELS;
  return isSurelyUpright && !isTooLarge ? [file, prepared.blob] : [prepared.blob, file];
}

function unmarked({ file, info }: Pick<QueueItem, 'file' | 'info'>): UneditedSource {
  return { file, ...(info && { info }) };
}

function infoOf({ type }: Blob, { width, height }: { width: number; height: number }): ImageInfo {
  return {
    mediaType: type as ImageMediaType,
    width,
    height,
    orientation: 1,
    hasAlpha: type !== 'image/jpeg',
    isAnimated: false,
    isTruncated: false,
  };
}
