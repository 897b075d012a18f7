import type { RefObject } from 'react';
import type { UseIntakeOptions } from '../../../react/intake-types.js';
import type { ImageChatComposer } from '../../../react/types.js';
import type { Undo } from './use-undo.js';
import { createPartContext } from '../part/index.js';

/**
 * State of a composer. `useImageChat().composer` fits; `useImageQueue` and `useImageMessage` make one without a chat.
 */
export type ComposerModel = Pick<
  ImageChatComposer,
  'text' | 'setText' | 'queue' | 'canSend' | 'submit' | 'addRejections'
> &
  Partial<
    Pick<
      ImageChatComposer,
      | 'rejections'
      | 'message'
      | 'files'
      | 'longPasteChars'
      | 'lastQuestion'
      | 'canQueue'
      | 'enqueue'
      | 'waiting'
      | 'editWaiting'
    >
  >;

export interface ComposerState {
  [name: string]: boolean;
  /** An answer is in flight. */
  busy: boolean;
  /** There is something to send or to queue, and nothing an endpoint would refuse. */
  sendable: boolean;
  /** Send was pressed, and the last image is awaited. */
  armed: boolean;
  /** Send was pressed, but no image could be read. Pressing it again sends the text alone. */
  confirming: boolean;
  /** In flight: the content was sent, and is cleared once the server has accepted it. */
  sending: boolean;
}

export interface ComposerContextValue {
  composer: ComposerModel;
  state: ComposerState;
  intake: UseIntakeOptions & { isPageWidePaste: boolean };
  inputRef: RefObject<HTMLTextAreaElement | null>;
  submit: () => void;
  stop: (() => void) | undefined;
  /** Description of what was removed last, until the message is sent. */
  removal: string | undefined;
  /** Restores it, and returns its description for an announcement. */
  undo: () => string | undefined;
  /** Records a removal that `undo` takes back. */
  record: Undo['record'];
  /** Called by the part that takes a paste as text although the clipboard also held an image. */
  onLeftBehind: (add: () => void) => void;
  /** An image that was ignored for the text in the same clipboard, until it is added, dismissed or the message sent. */
  leftBehind: { add: () => void; dismiss: () => void } | undefined;
}

export const [ComposerContext, useComposer] =
  createPartContext<ComposerContextValue>('Composer.Root');
