import type { ReactElement } from 'react';
import { createLazyPart } from '../../../internal/lazy-part.js';
import { LazyDialog } from '../shared/LazyDialog.js';
import type { LightboxProps } from './types.js';

const view = createLazyPart(async () => (await import('./index.js')).LightboxView);

/**
 * One image, as large as it can be, and as a model sees it. Plus and minus zoom, arrow keys move what is cut and turn
 * over what is not, Escape closes, the focus goes back where it was. Its code is loaded with the first image that is
 * opened.
 */
export function Lightbox(props: LightboxProps): ReactElement {
  return <LazyDialog part={view} onClose={props.onClose} props={props} />;
}
