import type { ReactElement, ReactNode } from 'react';
import { createLazyPart } from '../../../internal/lazy-part.js';
import type { ImageDetail } from '../../../models/types.js';
import type { QueueItem } from '../../../queue/types.js';
import type { ImageQueueHook } from '../../../react/types.js';
import { LazyDialog } from '../shared/LazyDialog.js';

export interface QueueLightboxProps {
  /** The images of a queue. */
  items: readonly QueueItem[];
  /** The id of the open image; `undefined` closes the dialog. */
  openId: string | undefined;
  /** Called with the id of the image that the person turned to, or with `undefined` when the dialog is closed. */
  onOpenIdChange: (id: string | undefined) => void;
  /** Shows what the model sees, and lets detail and description be set. */
  queue?: Pick<
    ImageQueueHook,
    'rules' | 'detailChoices' | 'prepareChoice' | 'setDetail' | 'setAlt'
  >;
  /** Choices of detail. @defaultValue those the model has */
  details?: readonly ImageDetail[];
  /** Buttons for the image that is open. */
  renderTools?: (id: string) => ReactNode;
}

const view = createLazyPart(async () => (await import('./index.js')).QueueLightboxView);

/** The images of a tray, large: the bytes that will be sent, as soon as they are there. */
export function QueueLightbox(props: QueueLightboxProps): ReactElement | null {
  const isOpen = props.items.some(({ id }) => id === props.openId);
  const close = (): void => props.onOpenIdChange(undefined);
  return isOpen ? <LazyDialog part={view} onClose={close} props={props} /> : null;
}
