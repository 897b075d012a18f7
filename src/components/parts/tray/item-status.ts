import type { KitErrorCode } from '../../../errors.js';
import type { PrepareNote } from '../../../pipeline/types.js';
import type { QueueItem, QueueLink } from '../../../queue/types.js';
import type { ImageUpload } from '../../../uploads/types.js';
import { hostOf } from '../../words/host-of.js';
import type { Words } from '../../words/types.js';

/** An image is being prepared, or is on its way up. */
export function isUnderWay({ status }: QueueItem, upload: ImageUpload | undefined): boolean {
  if (status !== 'ready') return status !== 'failed';
  return upload?.status === 'waiting' || upload?.status === 'uploading';
}

export function hasFailed({ status }: QueueItem, upload: ImageUpload | undefined): boolean {
  return status === 'failed' || upload?.status === 'failed';
}

/** What another try may heal: a busy device, a file that was away, a part that could not be loaded. */
const PASSING: ReadonlySet<KitErrorCode> = new Set([
  'decode-timeout',
  'canvas-failed',
  'unreadable-file',
  'worker-blocked',
  'unreachable',
  'offline',
]);

/** It failed, and trying again may end otherwise. A damaged file stays damaged. */
export function canRetry(item: QueueItem, upload: ImageUpload | undefined): boolean {
  if (item.status !== 'failed') return upload?.status === 'failed';
  return item.error !== undefined && PASSING.has(item.error.code);
}

/** What a person should know of an image that is sent: it is not all of what they gave. */
const WARNINGS: ReadonlySet<PrepareNote['code']> = new Set([
  'incomplete',
  'first-frame',
  'detail-lowered',
  'budget-missed',
  'source-gone',
  'enlarged',
  'margin-added',
  'one-colour',
  'small-text',
]);

/** Nothing while an image is made anew, and nothing for one that is as it should be. */
export function itemWarnings(
  { status, prepared }: Pick<QueueItem, 'status' | 'prepared'>,
  words: Words,
): readonly string[] {
  if (status !== 'ready') return [];
  const notes = prepared?.notes ?? [];
  return notes.filter(({ code }) => WARNINGS.has(code)).map((note) => words.prepareNote(note));
}

/** Where a link leads, and that its price is not known, unless its size is. */
export function linkStatus({ url, widthPx }: QueueLink, words: Words, between = ' · '): string {
  const place = words.remoteImage(hostOf(url));
  return widthPx === undefined ? `${place}${between}${words.priceLater}` : place;
}

/** Where an image stands, in words. Once all is well: its price; of a link, where it is. */
export function itemStatus(
  item: QueueItem,
  upload: ImageUpload | undefined,
  words: Words,
  price: (tokens: number) => string = words.tokens,
): string {
  if (item.status === 'failed') return item.error ? words.imageFailure(item.error) : '';
  if (item.status === 'queued') return words.waiting;
  if (item.status === 'preparing') return words.preparing;
  if (item.link) return linkStatus(item.link, words, ', ');
  if (upload?.status === 'failed') return words.uploadFailed;
  if (isUnderWay(item, upload)) return words.uploading;
  return item.prepared ? price(item.prepared.tokens) : '';
}
