import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type MessageState, useMessage } from './messages-context.js';

export type MessagesActionsProps = PartProps<'div', MessageState>;

/** Groups the actions of a message. */
export const MessagesActions = forwardRef<HTMLDivElement, MessagesActionsProps>(
  function MessagesActions(given, ref) {
    const { state } = useMessage('Messages.Actions');
    const own = { role: 'group', 'aria-label': useWords().actions };
    return usePart({ tag: 'div', name: 'message-actions', own, given, state, ref });
  },
);
