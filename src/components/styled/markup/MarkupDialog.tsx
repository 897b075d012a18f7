import { type ReactElement, useState } from 'react';
import { createLazyModule } from '../../../internal/lazy-module.js';
import type { MarkupDialogProps } from './markup.lazy.js';
import { LazyDialog } from '../shared/LazyDialog.js';
import type { QueueMarkupProps } from './types.js';

const markupModule = createLazyModule(() => import('./markup.lazy.js'));

/**
 * Crop, turn, flip, pen, arrow, numbered boxes, text and blackouts, over the whole page. Escape closes, after asking if
 * work would be lost. Its code loads with the first image that is marked up.
 */
export function MarkupDialog(props: MarkupDialogProps): ReactElement {
  return (
    <LazyDialog
      module={markupModule}
      choose={(loaded) => loaded.MarkupDialogView}
      onClose={props.onClose}
      props={props}
    />
  );
}

/**
 * Marks up an image of a tray. The result replaces the image; the original is kept for reverting. The editor stays open
 * until the user closes it, whatever happens to the image behind it.
 */
export function QueueMarkup({ queue, openId, onClose }: QueueMarkupProps): ReactElement | null {
  const found = queue.items.find(({ id }) => id === openId);
  const [last, setLast] = useState(found);
  // Kept only while the editor is open: a closed one must not hold on to what was blacked out.
  const item = found ?? (last?.id === openId ? last : undefined);
  if (item !== last) setLast(item);
  return item ? (
    <LazyDialog
      module={markupModule}
      choose={(loaded) => loaded.QueueMarkupView}
      onClose={onClose}
      props={{ item, queue, onClose }}
    />
  ) : null;
}
