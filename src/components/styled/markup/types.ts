import type { MarkupWords } from '../../words/english/markup.js';
import type { Editor } from './use-editor.js';
import type { OpenedImage } from './use-markup-image.js';
import type { StageZoom } from './use-stage-zoom.js';
import type { QueueItem } from '../../../queue/types.js';
import type { UseImageQueueResult } from '../../../react/types.js';

export interface QueueMarkupProps {
  /**
   * With `add`, a markup of an image that was sent in the meantime becomes a new image; with `waitFor`, Send waits;
   * with `whenKept`, the editor closes once the draft holds the new file in place of the old one; with `prepareWhole`, files
   * that this browser cannot open, such as HEIC, are marked up at their full size.
   */
  queue: Pick<UseImageQueueResult, 'replaceSource' | 'revertSource'> &
    Partial<Pick<UseImageQueueResult, 'add' | 'waitFor' | 'whenKept' | 'prepareWhole'>> & {
      items: readonly QueueItem[];
    };
  /** The id of the image that is being marked up; `undefined` closes the editor. */
  openId: string | undefined;
  /** Called when the editor is closed, whether its changes were applied or not. */
  onClose: () => void;
}

export interface StageProps {
  editor: Editor;
  image: OpenedImage;
  zoom: StageZoom;
  words: MarkupWords;
  helpId: string;
  say: (message: string) => void;
  onApply: () => void;
  /** Called when a mark that takes text was created. */
  onWrite: () => void;
}
