import { KitError } from '../errors.js';
import type { ImageDetail } from '../models/types.js';
import type { PreparedImage, PrepareNote } from '../pipeline/types.js';
import type { QueueAddition, QueueItem, QueueState, QueueTotals } from './types.js';

/**
 * Derives the state of a queue. Tokens and bytes count the images that are ready, without links; the others
 * are not known yet.
 */
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

/** Returns an image as it enters the queue. */
export function queuedItem(
  id: string,
  addition: QueueAddition,
  detail: ImageDetail | undefined,
): QueueItem {
  const { file, name, info, alt, legend, description, unedited, markup, prepared } = addition;
  return {
    id,
    name,
    file,
    detail: addition.detail ?? prepared?.detail ?? detail ?? 'auto',
    status: 'queued',
    progress: 0,
    previewIsFinal: false,
    ...(info && { info }),
    ...(alt !== undefined && { alt }),
    ...(legend !== undefined && { legend }),
    ...(description !== undefined && { description }),
    ...(unedited && { unedited }),
    ...(markup && { markup }),
  };
}

/** Converts a failure to an error that a tray can display. */
export function toKitError(error: unknown): KitError {
  return KitError.is(error)
    ? error
    : new KitError('unreadable-file', {
        message: 'This image could not be prepared. Try again, or save it in another format first.',
        cause: error,
      });
}

const sourceGone: PrepareNote = {
  code: 'source-gone',
  message:
    'The file can no longer be read, so this was made from the image prepared earlier. Add the file again for full detail.',
};

/** Returns an image whose file is gone, to be prepared from its last result; `undefined` without one. */
export function withoutFile(item: QueueItem, { code }: KitError): QueueItem | undefined {
  const { prepared } = item;
  if (code !== 'unreadable-file' || !prepared || item.file === prepared.blob) return undefined;
  return { ...item, file: prepared.blob, isSourceGone: true, status: 'queued', progress: 0 };
}

export const withNotes = ({ isSourceGone }: QueueItem, prepared: PreparedImage): PreparedImage =>
  isSourceGone ? { ...prepared, notes: [...prepared.notes, sourceGone] } : prepared;

/** Facts from which an image is displayed before it is prepared. */
export type SourceFacts = Pick<QueueItem, 'id' | 'file'> & {
  [Fact in 'info' | 'prepared']?: QueueItem[Fact] | undefined;
};

/** The fields that a replacement file sets or clears. */
export type QueueSource = Pick<QueueItem, 'file' | 'info' | 'unedited' | 'markup' | 'legend'>;

export function withoutSource({
  link: _link,
  isSourceGone: _isSourceGone,
  info: _info,
  prepared: _prepared,
  previewUrl: _previewUrl,
  unedited: _unedited,
  markup: _markup,
  legend: _legend,
  description: _description,
  ...item
}: QueueItem): QueueItem {
  return item;
}
