import { type ReactElement, useState } from 'react';
import { createLazyPart } from '../../../internal/lazy-part.js';
import type { QueueItem } from '../../../queue/types.js';
import type { ImageQueueHook } from '../../../react/types.js';
import type { MarkupDialogProps } from './index.js';
import { LazyDialog } from '../shared/LazyDialog.js';

const dialog = createLazyPart(async () => (await import('./index.js')).MarkupDialogView);
const ofQueue = createLazyPart(async () => (await import('./index.js')).QueueMarkupView);

/**
 * Crop, turn, flip, pen, arrow, numbered boxes, text and blackouts, over the whole page. Escape closes, and asks first
 * where work would be lost. Its code is loaded with the first image that is marked up.
 */
export function MarkupDialog(props: MarkupDialogProps): ReactElement {
  return <LazyDialog part={dialog} onClose={props.onClose} props={props} />;
}

export interface QueueMarkupProps {
  /**
   * With `add`, what is drawn on an image that was sent meanwhile becomes a new one; with `waitFor`, a Send waits;
   * with `whenKept`, the editor closes once the draft holds the new file in place of the one before.
   */
  queue: Pick<ImageQueueHook, 'replaceSource' | 'revertSource'> &
    Partial<Pick<ImageQueueHook, 'add' | 'waitFor' | 'whenKept'>> & { items: readonly QueueItem[] };
  /** The id of the image that is being marked up; `undefined` closes the editor. */
  openId: string | undefined;
  /** Called when the editor is closed, whether its changes were applied or not. */
  onClose: () => void;
}

/**
 * Marks up an image of a tray. What comes of it takes the image's place; the way back stays. The editor stays open until it
 * is answered, whatever becomes of the image behind it.
 */
export function QueueMarkup({ queue, openId, onClose }: QueueMarkupProps): ReactElement | null {
  const found = queue.items.find(({ id }) => id === openId);
  const [last, setLast] = useState(found);
  // Kept while the editor is open only: a closed one must not hold on to what was blacked out.
  const item = found ?? (last?.id === openId ? last : undefined);
  if (item !== last) setLast(item);
  return item ? (
    <LazyDialog part={ofQueue} onClose={onClose} props={{ item, queue, onClose }} />
  ) : null;
}
