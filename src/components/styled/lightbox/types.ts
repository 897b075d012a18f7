import type { ReactNode } from 'react';
import type { ImageContent } from '../../../messages/types.js';
import type { ImageDetail, ModelImageRules } from '../../../models/types.js';
import type { QueueItem } from '../../../queue/types.js';
import type { UseImageQueueResult } from '../../../react/types.js';

export interface LightboxImage {
  id: string;
  data: ImageContent;
  /** Whether a link waits for a press, since its host would learn of every view. */
  loadsOnPress?: boolean | undefined;
  name?: string | undefined;
  alt?: string | undefined;
  /** Below the image: its size, for instance. */
  caption?: string | undefined;
  /** The file it was prepared from; a slider reveals it. */
  original?: Blob | undefined;
  /** Width of what was sent, px. */
  width?: number | undefined;
  /** px */
  height?: number | undefined;
  /** The detail it was sent with. */
  detail?: ImageDetail | undefined;
  /** Drawn over the image, in an element that covers it at any zoom. */
  overlay?: ReactNode;
}

export interface LightboxProps {
  /** The images to page through. */
  images: readonly LightboxImage[];
  /** The image that is open, counted from 0. */
  index: number;
  /** Called with the index of the image that the user turned to. */
  onIndexChange: (index: number) => void;
  /** Called when the user closes the dialog. */
  onClose: () => void;
  /**
   * Rules of the model that the images are sent to. With them, users can see what the model sees, with its tiles or
   * patches.
   */
  rules?: ModelImageRules | undefined;
  /** Buttons next to the one that downloads. */
  tools?: ReactNode;
  /** Content below the caption. */
  children?: ReactNode;
  className?: string | undefined;
}

export interface QueueLightboxProps {
  /** The images of a queue. */
  items: readonly QueueItem[];
  /** The id of the open image; `undefined` closes the dialog. */
  openId: string | undefined;
  /** Called with the id of the image that the user turned to, or with `undefined` when the dialog is closed. */
  onOpenIdChange: (id: string | undefined) => void;
  /** Shows what the model sees, and allows setting detail and description. */
  queue?: Pick<UseImageQueueResult, 'rules' | 'detailChoices' | 'setDetail' | 'setAlt'>;
  /** Choices of detail. @defaultValue those the model has */
  details?: readonly ImageDetail[];
  /** Buttons for the image that is open. */
  renderTools?: (id: string) => ReactNode;
}
