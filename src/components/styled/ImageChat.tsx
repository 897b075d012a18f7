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
  const { connection, system, labels, queue, initialEntries, onTrace, ...view } = props;
  const chat = useImageChat({
    connection,
    ...(system !== undefined && { system }),
    ...(labels !== undefined && { labels }),
    ...(queue && { queue }),
    ...(initialEntries && { initialEntries }),
    ...(onTrace && { onTrace }),
  });
  return <ImageChatView chat={chat} {...(queue && { queue })} {...view} />;
}
