import { type ReactElement, useEffect, useState } from 'react';
import type { ImageInfo, ImageMediaType } from '../../../formats/types.js';
import type { QueueItem, UneditedSource } from '../../../queue/types.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { englishMarkupWords } from '../../words/english/markup.js';
import { useWords } from '../../words/WordsProvider.js';
import { useLatest } from '../../../react/use-latest.js';
import type { QueueMarkupProps } from './types.js';
import { MarkupDialogView } from './MarkupDialogView.js';
import type { MarkupResult } from './MarkupEditor.js';
import type { MarkupSource } from './use-markup-image.js';

export interface QueueMarkupViewProps {
  item: QueueItem;
  queue: QueueMarkupProps['queue'];
  onClose: () => void;
}

/** Marks up an image of a tray. The texts of its numbered boxes become its legend. */
export function QueueMarkupView(props: QueueMarkupViewProps): ReactElement {
  const { queue, onClose } = props;
  // Preparing continues behind the dialog; what was opened stays.
  const [item] = useState(props.item);
  const { id, name, detail, markup, unedited } = item;
  const base = (markup && unedited) ?? item;
  const latest = useLatest(queue);
  const announce = useAnnounce();
  const { imageChanged, imageReverted } = { ...englishMarkupWords, ...useWords().markup };
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
      // Only changes of the file itself can be continued.
      ...(source === base.file && { markup: result.markup }),
    };
    // It may have been sent while the file was written.
    const { items, replaceSource, add, whenKept } = latest.current;
    const place = items.findIndex((one) => one.id === id);
    if (place >= 0) replaceSource(id, file, facts);
    else add?.([{ ...facts, name, file, detail, unedited: unedited ?? unmarked(base) }]);
    // A page that crashes once the editor has closed must not restore what was blacked out.
    await whenKept?.();
    onClose();
    // An added one announces itself.
    if (place >= 0) announce(imageChanged(place + 1));
  };
  const revert = (): void => {
    const place = queue.items.findIndex((one) => one.id === id);
    queue.revertSource(id);
    onClose();
    announce(imageReverted(place + 1));
  };
  return (
    <MarkupDialogView
      sources={sourcesOf(item, base, queue.prepareWhole)}
      mediaType={base.info?.mediaType}
      name={name}
      markup={markup}
      onApply={apply}
      onRevert={unedited && revert}
      onClose={onClose}
    />
  );
}

/** A larger file would take too much memory as it is. */
const MAX_OPENED_PIXELS = 100_000_000;

/**
 * Returns the file, followed by what the pipeline makes of it in case this browser cannot read or rotate it. Browsers rotate
 * a JPEG upright, other formats only sometimes; prepared images are upright.
 */
function sourcesOf(
  { markup, prepared }: QueueItem,
  { file, info }: Pick<QueueItem, 'file' | 'info'>,
  prepareWhole: QueueMarkupProps['queue']['prepareWhole'],
): readonly MarkupSource[] {
  if (markup) return [file];
  const made: readonly MarkupSource[] = [
    ...(prepareWhole
      ? [async (signal: AbortSignal) => (await prepareWhole({ file }, signal)).blob]
      : []),
    ...(prepared ? [prepared.blob] : []),
  ];
  const isSurelyUpright = !info || info.orientation === 1 || info.mediaType === 'image/jpeg';
  const isTooLarge = info !== undefined && info.width * info.height > MAX_OPENED_PIXELS;
  return isSurelyUpright && !isTooLarge ? [file, ...made] : [...made, file];
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
