import { forwardRef } from 'react';
import { type PartProps, usePart } from '../part/index.js';
import { type MessageState, useMessage } from './messages-context.js';

export type MessagesTextProps = PartProps<'div', MessageState>;

/** The text of a message, as plain text unless it has other children. */
export const MessagesText = forwardRef<HTMLDivElement, MessagesTextProps>(
  function MessagesText(given, ref) {
    const { text, state } = useMessage('Messages.Text');
    const own = { dir: 'auto', children: text };
    const element = usePart({ tag: 'div', name: 'message-text', own, given, state, ref });
    return text === '' ? null : element;
  },
);
