import { forwardRef } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type MessagesListState, useMessagesList } from './messages-context.js';

export type MessagesJumpProps = PartProps<'button', MessagesListState>;

/** Scrolls back to the newest line. Rendered only while it is out of view. */
export const MessagesJump = forwardRef<HTMLButtonElement, MessagesJumpProps>(
  function MessagesJump(given, ref) {
    const { state, scrollToEnd } = useMessagesList('Messages.Jump');
    const label = useWords().jumpToLatest;
    const own = {
      type: 'button',
      'aria-label': label,
      'data-ick-tooltip': label,
      onClick: scrollToEnd,
    };
    const element = usePart({ tag: 'button', name: 'messages-jump', own, given, state, ref });
    return state.atEnd ? null : element;
  },
);
