import type { AnswerStatus, ChatEntry } from '../../../chat/types.js';
import type { ImagePart } from '../../../messages/types.js';
import { createPartContext } from '../part/index.js';

export interface MessagesListState {
  [name: string]: boolean;
  /** The newest line is in view, and stays there while an answer grows. */
  atEnd: boolean;
  empty: boolean;
}

export interface MessagesListContextValue {
  state: MessagesListState;
  scrollToEnd: () => void;
}

export interface MessageState {
  [name: string]: string | undefined;
  role: string;
  /** Status of an answer. */
  status: AnswerStatus | undefined;
}

export interface MessageContextValue {
  entry: ChatEntry;
  state: MessageState;
  images: readonly ImagePart[];
  text: string;
}

export const [MessagesListContext, useMessagesList] =
  createPartContext<MessagesListContextValue>('Messages.List');
export const [MessageContext, useMessage] = createPartContext<MessageContextValue>('Messages.Item');

export function imagesOf(entry: ChatEntry): ImagePart[] {
  return entry.message.parts.filter((part) => part.type === 'image');
}

export function textOf(entry: ChatEntry): string {
  return (
    entry.message.parts
      .filter((part) => part.type === 'text')
      // Some servers separate two texts by their own blank line.
      .map(({ text }, index) => (index === 0 ? text : text.replace(/^\n+/, '')))
      .join('\n\n')
  );
}
