import type { ReactElement } from 'react';
import { LazyDialog } from '../shared/LazyDialog.js';
import { lightboxModule } from './lightbox-module.js';
import type { LightboxProps } from './types.js';

/**
 * One image, as large as possible, and as a model sees it. Plus and minus zoom, arrow keys pan or turn to the next
 * image, Escape closes, the focus is restored. Its code loads with the first image that is opened.
 */
export function Lightbox(props: LightboxProps): ReactElement {
  return (
    <LazyDialog
      module={lightboxModule}
      choose={(loaded) => loaded.LightboxView}
      onClose={props.onClose}
      props={props}
    />
  );
}
