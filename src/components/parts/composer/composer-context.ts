import type { RefObject } from 'react';
import type { IntakeHookOptions } from '../../../react/intake-types.js';
import type { ImageChatComposer } from '../../../react/types.js';
import { createPartContext } from '../part/index.js';

/** What a composer holds. `useImageChat().composer` fits; `useImageQueue` and `useImageMessage` make one without a chat. */
export type ComposerModel = Pick<
  ImageChatComposer,
  'text' | 'setText' | 'queue' | 'canSend' | 'submit' | 'addRejections'
> &
  Partial<Pick<ImageChatComposer, 'rejections' | 'message'>>;

export interface ComposerState {
  [name: string]: boolean;
  /** An answer is under way. */
  busy: boolean;
  /** There is something to send, and nothing an endpoint would refuse. */
  sendable: boolean;
  /** Sent, and waiting for the last image. */
  armed: boolean;
  /** On its way: what stands here was sent, and goes once the server has taken it. */
  sending: boolean;
}

export interface ComposerContextValue {
  composer: ComposerModel;
  state: ComposerState;
  intake: IntakeHookOptions & { isPageWidePaste: boolean };
  inputRef: RefObject<HTMLTextAreaElement | null>;
  submit: () => void;
  stop: (() => void) | undefined;
  /** What was removed last, as one says it, for some seconds. */
  removal: string | undefined;
  undo: () => void;
  /** Called by what takes a paste as text, though an image lay beside it. */
  onLeftBehind: (add: () => void) => void;
  /** An image that was left behind for the text beside it in the clipboard, until it is added, dismissed or the message sent. */
  leftBehind: { add: () => void; dismiss: () => void } | undefined;
}

export const [ComposerContext, useComposer] =
  createPartContext<ComposerContextValue>('ComposerRoot');
