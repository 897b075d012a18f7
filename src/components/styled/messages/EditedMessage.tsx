import { createContext, type ReactElement, useContext } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import { createLazyComponent } from '../shared/lazy-component.js';
import { useWords } from '../../words/WordsProvider.js';
import type { MessageListProps } from './types.js';
import { PlainNotice } from '../shared/PlainNotice.js';

/** What the list was given, while a question is edited. It changes with every word of an answer, and who reads it is looked for each time. */
export const ListContext = createContext<MessageListProps | undefined>(undefined);

export const editBox = createLazyComponent(async () => (await import('./EditBox.js')).EditBox);

export interface EditedMessageProps {
  entry: ChatEntry;
  onClose: () => void;
}

/** A question that is being edited, in its place. */
export function EditedMessage({ entry, onClose }: EditedMessageProps): ReactElement | null {
  const list = useContext(ListContext);
  const words = useWords();
  if (!list) return null;
  const { chat, queue } = list;
  const { id } = entry.message;
  const index = chat.entries.findIndex(({ message }) => message.id === id);
  const { questionOptions } = chat;
  return (
    <editBox.Component
      entry={entry}
      history={chat.entries.slice(0, index).map(({ message }) => message)}
      options={{ ...questionOptions, queue: { ...questionOptions.queue, ...queue } }}
      isBusy={chat.status !== 'ready'}
      onSubmit={(input) => chat.edit(id, input)}
      onClose={onClose}
      renderFailure={(error) => (
        <PlainNotice className="ik:mb-9" actions={[{ label: words.dismiss, onPress: onClose }]}>
          {words.error(error)}
        </PlainNotice>
      )}
    />
  );
}
