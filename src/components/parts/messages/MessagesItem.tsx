import { forwardRef, useMemo } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { imagesOf, MessageContext, type MessageState, textOf } from './messages-context.js';

export interface MessagesItemProps extends PartProps<'article', MessageState> {
  /** One entry of `useImageChat().entries`. */
  entry: ChatEntry;
}

/** One message. `data-role`: `user` or `assistant`; `data-status` of an answer: `waiting`, `streaming`, `complete`, … */
export const MessagesItem = forwardRef<HTMLElement, MessagesItemProps>(
  function MessagesItem(props, ref) {
    const { entry, ...given } = props;
    const words = useWords();
    const context = useMemo(
      () => ({
        entry,
        state: { role: entry.message.role, status: entry.answer?.status },
        images: imagesOf(entry),
        text: textOf(entry),
      }),
      [entry],
    );
    const element = usePart({
      tag: 'article',
      name: 'message',
      own: { 'aria-label': entry.message.role === 'user' ? words.you : words.answer },
      given,
      state: context.state,
      ref,
    });
    return <MessageContext.Provider value={context}>{element}</MessageContext.Provider>;
  },
);
