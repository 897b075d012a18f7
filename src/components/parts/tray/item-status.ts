import type { KitErrorCode } from '../../../errors.js';
import type { PrepareNote } from '../../../pipeline/types.js';
import type { QueueItem, QueueLink } from '../../../queue/types.js';
import type { ImageUpload } from '../../../uploads/types.js';
import { hostOf } from '../../words/host-of.js';
import type { Words } from '../../words/types.js';

/** Whether an image is being prepared or uploaded. */
export function isUnderWay({ status }: QueueItem, upload: ImageUpload | undefined): boolean {
  if (status !== 'ready') return status !== 'failed';
  return upload?.status === 'waiting' || upload?.status === 'uploading';
}

export function hasFailed({ status }: QueueItem, upload: ImageUpload | undefined): boolean {
  return status === 'failed' || upload?.status === 'failed';
}

/** Errors worth retrying: a busy device, an unavailable file, a part that could not be loaded. */
const PASSING: ReadonlySet<KitErrorCode> = new Set([
  'decode-timeout',
  'canvas-failed',
  'unreadable-file',
  'worker-blocked',
  'unreachable',
  'offline',
]);

/** Whether it failed, and a retry may succeed. A damaged file stays damaged. */
export function canRetry(item: QueueItem, upload: ImageUpload | undefined): boolean {
  if (item.status !== 'failed') return upload?.status === 'failed';
  return item.error !== undefined && PASSING.has(item.error.code);
}

/** What a user should know about an image that is sent: it is not everything they added. */
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

/** Empty while reprocessing, and for images without warnings. */
export function warningNotes({
  status,
  prepared,
}: Pick<QueueItem, 'status' | 'prepared'>): readonly PrepareNote[] {
  if (status !== 'ready') return [];
  return prepared?.notes.filter(({ code }) => WARNINGS.has(code)) ?? [];
}

export function itemWarnings(
  item: Pick<QueueItem, 'status' | 'prepared'>,
  words: Words,
): readonly string[] {
  return warningNotes(item).map((note) => words.prepareNote(note));
}

/** Returns where a link leads, and that its cost is unknown, unless its size is known. */
export function linkStatus({ url, widthPx }: QueueLink, words: Words, between = ' · '): string {
  const place = words.remoteImage(hostOf(url));
  return widthPx === undefined ? `${place}${between}${words.priceLater}` : place;
}

/** Returns the state of an image in words. Once it is ready: its cost; for a link, its host. */
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
  // A model that sees no images charges nothing for them, which says nothing.
  if (item.prepared?.tokens === 0 && price === words.tokens) return '';
  return item.prepared ? price(item.prepared.tokens) : '';
}
