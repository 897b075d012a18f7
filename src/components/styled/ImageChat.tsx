import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useImageChat } from '../../react/index.js';
import type { ImageChatOptions } from '../../react/types.js';
import type { ImageChatViewProps } from './ImageChatView.js';
import { ImageChatView } from './ImageChatView.js';

export interface ImageChatProps
  extends
    ImageChatOptions,
    Omit<ImageChatViewProps, 'chat' | 'queue'>,
    Omit<ComponentPropsWithoutRef<'div'>, keyof ImageChatViewProps> {}

/** A whole image chat in one line: `<ImageChat connection={…} />`. Everything in it is made of exported parts. */
export function ImageChat(props: ImageChatProps): ReactElement {
  const chat = useImageChat(props);
  const {
    connection: _connection,
    system: _system,
    labels: _labels,
    initialEntries: _initialEntries,
    imageHistory: _imageHistory,
    draftKey: _draftKey,
    draftStore: _draftStore,
    onTrace: _onTrace,
    ...view
  } = props;
  return <ImageChatView chat={chat} {...view} />;
}
