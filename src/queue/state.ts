import { KitError } from '../errors.js';
import type { QueueItem, QueueState, QueueTotals } from './types.js';

/** Tokens and bytes count the pictures that are ready, without links; the others are not known yet. */
export function queueState(items: readonly QueueItem[], arrivals: number): QueueState {
  const totals: QueueTotals = {
    images: items.length,
    ready: 0,
    failed: 0,
    tokens: 0,
    bytes: 0,
    sourceBytes: 0,
  };
  for (const { status, prepared, file, link } of items) {
    if (status === 'failed') totals.failed += 1;
    if (status !== 'ready' || !(prepared || link)) continue;
    totals.ready += 1;
    if (!prepared) continue;
    totals.tokens += prepared.tokens;
    totals.bytes += prepared.blob.size;
    totals.sourceBytes += file.size;
  }
  const isArriving = arrivals > 0;
  const isPreparing = isArriving || totals.ready + totals.failed < totals.images;
  return { items, totals, isPreparing, isArriving };
}

/** A failure that a tray can show. */
export function toKitError(error: unknown): KitError {
  return KitError.is(error)
    ? error
    : new KitError('unreadable-file', {
        message:
          'This picture could not be prepared. Try again, or save it in another format first.',
        cause: error,
      });
}

/** What a picture can be shown by before it is made. */
export type SourceFacts = Pick<QueueItem, 'id' | 'file'> & {
  [Fact in 'info' | 'prepared']?: QueueItem[Fact] | undefined;
};

/** What another file brings with it, and takes the place of. */
export type QueueSource = Pick<QueueItem, 'file' | 'info' | 'unedited' | 'markup' | 'legend'>;

export function withoutSource({
  link: _link,
  info: _info,
  prepared: _prepared,
  previewUrl: _previewUrl,
  unedited: _unedited,
  markup: _markup,
  legend: _legend,
  ...item
}: QueueItem): QueueItem {
  return item;
}
