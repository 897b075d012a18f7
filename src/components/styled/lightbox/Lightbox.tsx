import type { ReactElement, ReactNode } from 'react';
import { createLazyPart } from '../../../internal/lazy-part.js';
import type { ImageData } from '../../../messages/types.js';
import type { ImageDetail, ModelImageRules } from '../../../models/types.js';
import { LazyDialog } from '../shared/LazyDialog.js';

export interface LightboxImage {
  id: string;
  data: ImageData;
  /** A link that waits for a press, since its host would learn of every look. */
  loadsOnPress?: boolean | undefined;
  name?: string | undefined;
  alt?: string | undefined;
  /** Below the image: its size, say. */
  caption?: string | undefined;
  /** The file it was made from; a slider uncovers it. */
  original?: Blob | undefined;
  /** Of what was sent, px. */
  width?: number | undefined;
  /** px */
  height?: number | undefined;
  /** It was sent with. */
  detail?: ImageDetail | undefined;
}

export interface LightboxProps {
  /** The images that can be turned to. */
  images: readonly LightboxImage[];
  /** The image that is open, counted from 0. */
  index: number;
  /** Called with the index of the image that the person turned to. */
  onIndexChange: (index: number) => void;
  /** Called when the person closes the dialog. */
  onClose: () => void;
  /** Rules of the model that the images are sent to. With them, people can see what the model sees, with its tiles or patches. */
  rules?: ModelImageRules | undefined;
  /** Buttons beside the one that downloads. */
  tools?: ReactNode;
  /** Stands below the caption. */
  children?: ReactNode;
  className?: string | undefined;
}

const view = createLazyPart(async () => (await import('./index.js')).LightboxView);

/**
 * One image, as large as it can be, and as a model sees it. Plus and minus zoom, arrow keys move what is cut and turn
 * over what is not, Escape closes, the focus goes back where it was. Its code is loaded with the first image that is
 * opened.
 */
export function Lightbox(props: LightboxProps): ReactElement {
  return <LazyDialog part={view} onClose={props.onClose} props={props} />;
}
