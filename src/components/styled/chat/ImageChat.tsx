import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useImageChat } from '../../../react/use-image-chat.js';
import type { UseImageChatOptions } from '../../../react/types.js';
import type { ImageChatViewProps } from './ImageChatView.js';
import { ImageChatView } from './ImageChatView.js';

type ViewProps = Omit<ImageChatViewProps, 'chat'>;

export interface ImageChatProps
  extends
    UseImageChatOptions,
    Omit<ImageChatViewProps, 'chat' | 'queue'>,
    Omit<ComponentPropsWithoutRef<'div'>, keyof ImageChatViewProps> {}

/**
 * Options of the hook. The remaining props belong to the view; a new option of the hook has to be named here to
 * compile.
 */
const hookOptions: Record<Exclude<keyof UseImageChatOptions, 'queue'>, true> = {
  connection: true,
  system: true,
  responseSchema: true,
  labels: true,
  altTexts: true,
  continueAsk: true,
  initialEntries: true,
  imageHistory: true,
  upload: true,
  describeImages: true,
  acceptFiles: true,
  longPasteChars: true,
  draftKey: true,
  draftStore: true,
  conversationKey: true,
  conversationStore: true,
  onTrace: true,
  onTurn: true,
  resolveImageUrl: true,
};

/** A whole image chat in one line: `<ImageChat connection={…} />`. Everything in it consists of exported parts. */
export function ImageChat(props: ImageChatProps): ReactElement {
  const chat = useImageChat(props);
  const view = Object.entries(props).filter(([name]) => !(name in hookOptions));
  return <ImageChatView {...(Object.fromEntries(view) as ViewProps)} chat={chat} />;
}
