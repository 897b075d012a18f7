import type { MarkupWords } from '../../words/english/markup.js';
import type { Editor } from './use-editor.js';
import type { OpenedPicture } from './use-markup-image.js';
import type { StageZoom } from './use-stage-zoom.js';
import type { QueueItem } from '../../../queue/types.js';
import type { ImageQueueHook } from '../../../react/types.js';

export interface QueueMarkupProps {
  /**
   * With `add`, what is drawn on an image that was sent meanwhile becomes a new one; with `waitFor`, a Send waits;
   * with `whenKept`, the editor closes once the draft holds the new file in place of the one before.
   */
  queue: Pick<ImageQueueHook, 'replaceSource' | 'revertSource'> &
    Partial<Pick<ImageQueueHook, 'add' | 'waitFor' | 'whenKept'>> & { items: readonly QueueItem[] };
  /** The id of the image that is being marked up; `undefined` closes the editor. */
  openId: string | undefined;
  /** Called when the editor is closed, whether its changes were applied or not. */
  onClose: () => void;
}

export interface StageProps {
  editor: Editor;
  picture: OpenedPicture;
  zoom: StageZoom;
  words: MarkupWords;
  helpId: string;
  say: (message: string) => void;
  onApply: () => void;
  /** A mark that takes words was made. */
  onWrite: () => void;
}
