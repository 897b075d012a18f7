import type { ReactElement } from 'react';
import { createLazyPart } from '../../internal/lazy-part.js';
import type { QueueItem } from '../../pipeline/queue-types.js';
import type { ImageQueueHook } from '../../react/types.js';
import type { MarkupDialogProps } from '../markup/index.js';
import { LazyDialog } from './LazyDialog.js';

const dialog = createLazyPart(async () => (await import('../markup/index.js')).MarkupDialogView);
const ofQueue = createLazyPart(async () => (await import('../markup/index.js')).QueueMarkupView);

/**
 * Crop, turn, flip, pen, arrow, numbered boxes, text and blackouts, over the whole page. Escape closes, and asks first
 * where work would be lost. Its code is loaded with the first picture that is marked up.
 */
export function MarkupDialog(props: MarkupDialogProps): ReactElement {
  return <LazyDialog part={dialog} onClose={props.onClose} props={props} />;
}

export interface QueueMarkupProps {
  queue: Pick<ImageQueueHook, 'replaceSource' | 'revertSource'> & { items: readonly QueueItem[] };
  openId: string | undefined;
  onClose: () => void;
}

/** Marks up a picture of a tray. What comes of it takes the picture's place; the way back stays. */
export function QueueMarkup({ queue, openId, onClose }: QueueMarkupProps): ReactElement | null {
  const item = queue.items.find(({ id }) => id === openId);
  return item ? (
    <LazyDialog part={ofQueue} onClose={onClose} props={{ item, queue, onClose }} />
  ) : null;
}
