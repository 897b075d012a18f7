import { createContext, type ReactElement, useContext } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import { EditBox } from './EditBox.js';
import type { MessageListProps } from './types.js';

/**
 * The props of the list, for a question that is being edited. It changes with every word of an answer, and React looks
 * for its consumers each time.
 */
export const ListContext = createContext<MessageListProps | undefined>(undefined);

export interface EditedMessageProps {
  entry: ChatEntry;
  onClose: (isSent: boolean) => void;
}

/** A question that is being edited, in place. */
export function EditedMessage({ entry, onClose }: EditedMessageProps): ReactElement | null {
  const list = useContext(ListContext);
  if (!list) return null;
  const { chat, queue } = list;
  const { id } = entry.message;
  const index = chat.entries.findIndex(({ message }) => message.id === id);
  const { questionOptions } = chat;
  return (
    <EditBox
      entry={entry}
      history={chat.entries.slice(0, index).map(({ message }) => message)}
      options={{ ...questionOptions, queue: { ...questionOptions.queue, ...queue } }}
      isBusy={chat.status !== 'ready'}
      onSubmit={(input) => chat.edit(id, input)}
      onClose={onClose}
    />
  );
}
