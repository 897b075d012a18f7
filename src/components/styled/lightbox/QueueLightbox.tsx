import type { ReactElement } from 'react';
import { LazyDialog } from '../shared/LazyDialog.js';
import { lightboxModule } from './lightbox-module.js';
import type { QueueLightboxProps } from './types.js';

/** The images of a tray, large: the bytes that will be sent, as soon as they exist. */
export function QueueLightbox(props: QueueLightboxProps): ReactElement | null {
  const isOpen = props.items.some(({ id }) => id === props.openId);
  const close = (): void => props.onOpenIdChange(undefined);
  return isOpen ? (
    <LazyDialog
      module={lightboxModule}
      choose={(loaded) => loaded.QueueLightboxView}
      onClose={close}
      props={props}
    />
  ) : null;
}
