import type { ReactElement } from 'react';
import { LazyDialog } from '../shared/LazyDialog.js';
import { lightboxModule } from './lightbox-module.js';
import type { LightboxProps } from './types.js';

/**
 * One image, as large as it can be, and as a model sees it. Plus and minus zoom, arrow keys move what is cut and turn
 * over what is not, Escape closes, the focus goes back where it was. Its code is loaded with the first image that is
 * opened.
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
