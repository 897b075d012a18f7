import type { ReactElement } from 'react';
import { createLazyPart } from '../../../internal/lazy-part.js';
import { LazyDialog } from '../shared/LazyDialog.js';
import type { QueueLightboxProps } from './types.js';

const view = createLazyPart(async () => (await import('./index.js')).QueueLightboxView);

/** The images of a tray, large: the bytes that will be sent, as soon as they are there. */
export function QueueLightbox(props: QueueLightboxProps): ReactElement | null {
  const isOpen = props.items.some(({ id }) => id === props.openId);
  const close = (): void => props.onOpenIdChange(undefined);
  return isOpen ? <LazyDialog part={view} onClose={close} props={props} /> : null;
}
